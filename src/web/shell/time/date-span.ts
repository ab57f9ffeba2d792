/** Two dates that somebody typed, as the instants between which a list is asked for. */
import { dateAfter } from '#words/core/format.ts';
import { typedInstant } from './typed-instant.ts';

/** The instants of two dates on a clock, both dates within; null where a date is empty. */
export function spanOf({ from, to }: { readonly from: string; readonly to: string }, zone: string) {
  return {
    since: from === '' ? null : startOf(from, zone),
    until: to === '' ? null : startOf(dateAfter(to, 1), zone),
  };
}

/** The first instant of a date: a clock that skips midnight begins it an hour later. */
function startOf(date: string, zone: string): number | null {
  return typedInstant(date, '00:00', zone) ?? typedInstant(date, '01:00', zone);
}
