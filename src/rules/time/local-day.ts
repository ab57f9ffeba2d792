/**
 * Computes the date that a zone's clock shows, and when its days begin. "Hoje" and "amanhã" depend on the store's zone,
 * not on the server's.
 */
import { DAY_MS, type EpochDay } from './calendar.ts';
import type { Instant } from './interval.ts';
import { firstReading, zoneClock } from './zone.ts';

/** Returns the date that the zone's clock shows. Throws RangeError for a zone that the runtime does not know. */
export function localDay(zone: string, at: Instant): EpochDay {
  const { offsets } = zoneClock(zone, at, at);
  return Math.floor((at + (offsets[0] as number)) / DAY_MS);
}

/** Returns the first instant of a date in a zone, also if the clock skips its midnight (T5). Throws like `localDay`. */
export function startOfDay(zone: string, day: EpochDay): Instant {
  const near = day * DAY_MS;
  return firstReading(zoneClock(zone, near - 2 * DAY_MS, near + 2 * DAY_MS), near);
}

/** Formats a day as `YYYY-MM-DD`, for years 0 to 9999. */
export function dateText(day: EpochDay): string {
  const { year, month, ofMonth } = dateParts(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(ofMonth)}`;
}

/**
 * Splits a day into `year`, `month` 1–12 and `ofMonth` 1–31. Days are counted from 1 March of the year 0, so that the
 * leap day is last.
 */
export function dateParts(day: EpochDay): { year: number; month: number; ofMonth: number } {
  const fromMarchOfYear0 = day + 719_468;
  const cycle = Math.floor(fromMarchOfYear0 / DAYS_IN_400_YEARS);
  const inCycle = fromMarchOfYear0 - cycle * DAYS_IN_400_YEARS;
  const leaps = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096);
  const yearOfCycle = Math.floor((inCycle - leaps) / 365);
  const inYear = inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const ofMonth = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, ofMonth };
}

const DAYS_IN_400_YEARS = 146_097;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
