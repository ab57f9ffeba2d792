/** Converts a stored silence to the rules' silence (D4b). */
import type { listAskedSilences } from '#db/contact/asked-silences.ts';
import { type AskedSilence, normalAsked } from '#rules/contact/asked-silence.ts';
import type { Weekday } from '#rules/time/calendar.ts';

type Row = Pick<NonNullable<(typeof listAskedSilences)['row']>, 'days' | 'starts' | 'ends' | 'untilOn'>;

/** The database checks that a row has either all of `days`, `starts` and `ends`, or `untilOn`. */
export function silenceOfRow({ days, starts, ends, untilOn }: Row): AskedSilence {
  if (untilOn !== null) return { until: untilOn };
  return normalAsked({ days: days as Weekday[], start: starts as string, end: ends as string });
}
