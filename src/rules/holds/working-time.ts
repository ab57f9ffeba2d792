/**
 * Finds when a held contact may become ready: it is not quiet, the store is open, and the customer's earliest hour has
 * passed (H7).
 */

import { DAY_MS, MINUTE_MS } from '#rules/time/calendar.ts';
import { complement, type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';

/** What determines an opening. */
export interface WorkingCase {
  /**
   * Returns the contact's quiet intervals between two instants, on every clock that counts, in order, apart, cut at
   * both instants.
   */
  readonly quietBetween: (from: Instant, to: Instant) => readonly Interval[];
  /**
   * Null, or a store in an unknown zone: the opening is the end of the quiet interval. Without opening hours only the
   * customer's earliest hour counts.
   */
  readonly store: OpenStore | null;
  /** The minute of the store's day before which the customer wants no messages; null: none was set. */
  readonly notBeforeMinute: number | null;
}

/**
 * Returns the first interval from `from` on in which a held contact may be released (H7). It is cut at `from` and ends
 * with the next start of quiet hours or the store's closing. Null beyond 400 days (T9).
 */
export function workingTime(asked: WorkingCase, from: Instant): Interval | null {
  for (let start = from; start - from < HORIZON_MS; start += STEP_MS) {
    const found = workingTimes(asked, start, start + STEP_MS)[0];
    if (found === undefined) continue;
    if (found.end < start + STEP_MS) return found;
    // An interval that reaches the end of the searched day may continue beyond it.
    return workingTimes(asked, start, start + LONG_MS)[0] as Interval;
  }
  return null;
}

/** Returns all such intervals between two instants, in order, cut at both. */
export function workingTimes(asked: WorkingCase, from: Instant, to: Instant): readonly Interval[] {
  const { quietBetween, store, notBeforeMinute } = asked;
  const open = intersect(complement(quietBetween(from, to)), [{ start: from, end: to }]);
  if (store === null || zoneFault(store.zone) !== null) return open;
  const working = store.hours.length === 0 ? open : intersect(open, openIntervals(store, from, to));
  if (notBeforeMinute === null) return working;
  return intersect(working, openIntervals({ ...store, hours: laterThan(notBeforeMinute), dates: [] }, from, to));
}

/** Returns hours that are open every day from that minute on. */
function laterThan(minute: number): OpenStore['hours'] {
  return Array.from({ length: 7 }, (_, weekday) => ({ weekday, opensMinute: minute, closesMinute: 1440 }));
}

/** The search looks at one day at a time, because most openings begin and end within a day and each day costs time. */
const STEP_MS = DAY_MS;
/** The longest interval that is returned. */
const LONG_MS = 5 * DAY_MS + MINUTE_MS;
