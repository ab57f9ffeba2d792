/**
 * Represents dates as whole numbers, so that loops over days use integers and do not depend on the host's clock (T11).
 */

/** Days since 1970-01-01, without a zone. */
export type EpochDay = number;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Returns the weekday, 0 for Monday to 6 for Sunday: the index in `WEEKDAYS`. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Parses `2026-11-27`; returns null if the text is not `YYYY-MM-DD` or the date does not exist (2026-02-30). */
export function dayOf(date: string): EpochDay | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return null;
  const [year, month, ofMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || ofMonth < 1 || ofMonth > lengthOf(year, month)) return null;
  return daysBefore(year, month) + ofMonth - 1;
}

/** Returns the days from a date to `today`; null for no date, a date that does not exist, and a later one. */
export function daysSince(date: string | null, today: EpochDay): number | null {
  const day = date === null ? null : dayOf(date);
  return day === null || day > today ? null : today - day;
}

function lengthOf(year: number, month: number): number {
  return daysBefore(year, month + 1) - daysBefore(year, month);
}

/**
 * Returns the days from 1970-01-01 to the first of a month; month 13 is the next January. Years are counted from March,
 * so that the leap day is last.
 */
function daysBefore(year: number, month: number): EpochDay {
  const fromMarch = (month + 9) % 12;
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * fromMarch + 2) / 5) - 719_468;
}
