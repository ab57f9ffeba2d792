/** Finds weeks, from Monday to Sunday, that are over on the clocks of all stores. */
import { type EpochDay, weekdayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';

export const WEEK_DAYS = 7;

/** Returns the Monday of the last week that is over in all zones. The zones are valid, and one at least is given. */
export function lastEndedWeek(zones: readonly string[], now: Instant): EpochDay {
  const today = Math.min(...zones.map((zone) => localDay(zone, now)));
  return mondayOf(today) - WEEK_DAYS;
}

export function mondayOf(day: EpochDay): EpochDay {
  return day - weekdayOf(day);
}
