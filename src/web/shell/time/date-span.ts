/** Converts two typed dates into the instants between which a list is read. */
import { dateAfter } from '#words/core/format.ts';
import { typedInstant } from './typed-instant.ts';

/** Returns the instants of two dates on a clock, both included; null where a date is empty. */
export function spanOf({ from, to }: { readonly from: string; readonly to: string }, zone: string) {
  return {
    since: from === '' ? null : startOf(from, zone),
    until: to === '' ? null : startOf(dateAfter(to, 1), zone),
  };
}

/** Returns the first instant of a date: where the clock skips midnight, the date begins an hour later. */
function startOf(date: string, zone: string): number | null {
  return typedInstant(date, '00:00', zone) ?? typedInstant(date, '01:00', zone);
}
