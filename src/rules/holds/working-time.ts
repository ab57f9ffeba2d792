/** When a held contact may come back to a seller: not quiet, the store open, and not before the hour the customer asked for (H7). */

import { DAY_MS, MINUTE_MS } from '#rules/time/calendar.ts';
import { complement, type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';

/** What an opening is found by. */
export interface WorkingCase {
  /** The quiet stretches of this contact between two instants, in order, apart, cut at both: of every clock that counts. */
  readonly quietBetween: (from: Instant, to: Instant) => readonly Interval[];
  /** Null, or in a zone nobody knows: then the end of the quiet is the opening. Without hours only the customer's hour counts. */
  readonly store: OpenStore | null;
  /** The minute of the store's day before which the customer does not want to be written to; null: none was asked. */
  readonly notBeforeMinute: number | null;
}

/**
 * H7. The first stretch from `from` on in which a held contact may be released, cut at `from`; it ends with the next quiet
 * start or the store's closing. Null beyond 400 days (T9).
 */
export function workingTime(asked: WorkingCase, from: Instant): Interval | null {
  for (let start = from; start - from < HORIZON_MS; start += STEP_MS) {
    const found = workingTimes(asked, start, start + STEP_MS)[0];
    if (found === undefined) continue;
    if (found.end < start + STEP_MS) return found;
    // A stretch that reaches the end of the day that was searched may go on beyond that day.
    return workingTimes(asked, start, start + LONG_MS)[0] as Interval;
  }
  return null;
}

/** All such stretches between two instants, in order, cut at both. */
export function workingTimes(asked: WorkingCase, from: Instant, to: Instant): readonly Interval[] {
  const { quietBetween, store, notBeforeMinute } = asked;
  const open = intersect(complement(quietBetween(from, to)), [{ start: from, end: to }]);
  if (store === null || zoneFault(store.zone) !== null) return open;
  const working = store.hours.length === 0 ? open : intersect(open, openIntervals(store, from, to));
  if (notBeforeMinute === null) return working;
  return intersect(working, openIntervals({ ...store, hours: laterThan(notBeforeMinute) }, from, to));
}

/** Every day from that minute on. */
function laterThan(minute: number): OpenStore['hours'] {
  return Array.from({ length: 7 }, (_, weekday) => ({ weekday, opensMinute: minute, closesMinute: 1440 }));
}

/** Most openings come and end within a day, and every day looked at costs. */
const STEP_MS = DAY_MS;
/** Of a longer stretch no more than this is used. */
const LONG_MS = 5 * DAY_MS + MINUTE_MS;
