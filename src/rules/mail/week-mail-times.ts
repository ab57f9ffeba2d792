/** Computes when the summary of a week may be mailed to a brand's managers (decision 0064). */
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import { type Instant, type Interval, intersect, subtract, union } from '#rules/time/interval.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import { firstReading, zoneClock } from '#rules/time/zone.ts';

/** The days after a week on which its summary may be mailed: Monday, Tuesday and Wednesday. */
export const MAILED_DAYS = 3;
const MORNING_MS = 8 * 3_600_000;

export interface MailedStore {
  /** When the store is open; everything where its hours are not known. In order, apart. */
  readonly open: readonly Interval[];
  readonly quiet: readonly Interval[];
  /** The instant at which the week is over on the store's clock. */
  readonly weekEndsAt: Instant;
}

/**
 * Returns the times in order: from 08:00 to midnight on the brand's clock, while at least one store is open and not quiet,
 * and after the week is over on every store's clock. `monday`: the first day of the week; `zone` is valid.
 */
export function weekMailTimes(monday: EpochDay, zone: string, stores: readonly MailedStore[]): readonly Interval[] {
  const first = monday + 7;
  const days = Array.from({ length: MAILED_DAYS }, (_, index) => first + index);
  const ofDays = union(days.map((day) => ({ start: morningOf(zone, day), end: startOfDay(zone, day + 1) })));
  const welcome = union(stores.flatMap(({ open, quiet }) => subtract(open, quiet)));
  const after = { start: Math.max(...stores.map(({ weekEndsAt }) => weekEndsAt)), end: Number.POSITIVE_INFINITY };
  return intersect(intersect(ofDays, welcome), [after]);
}

/** Returns the first instant at which the clock shows 08:00 or more on a day. */
function morningOf(zone: string, day: EpochDay): Instant {
  const near = day * DAY_MS + MORNING_MS;
  return firstReading(zoneClock(zone, near - 2 * DAY_MS, near + 2 * DAY_MS), near);
}
