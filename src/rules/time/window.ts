/** Defines a window, a span of wall-clock time such as 20:00–08:00, and computes its instants in a zone. */
import { DAY_MS, type EpochDay, MINUTE_MS } from './calendar.ts';
import type { Interval } from './interval.ts';
import { firstReading, lastReading, type ZoneClock } from './zone.ts';

/**
 * Times of day, `HH:mm`; `24:00` only as an end. An end that is earlier than the start is on the next local date (T2).
 */
export interface Window {
  readonly start: string;
  readonly end: string;
}

export type WindowFault = 'time_malformed' | 'start_is_24' | 'equal_times';

/**
 * Minutes after the midnight that begins the window's date; `endMinute` is above 1440 if the window ends on the next
 * day.
 */
export interface WindowMinutes {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Parses `HH:mm` to the minute of the day, 0 to 1440 (`24:00`); null if the text is no time of day. */
export function minuteOf(time: string): number | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (parts === null) return time === '24:00' ? 1440 : null;
  return Number(parts[1]) * 60 + Number(parts[2]);
}

/** Returns the window's minutes (T2). The window has passed `parsePolicy`. */
export function minutesOf({ start, end }: Window): WindowMinutes {
  const startMinute = minuteOf(start) as number;
  const endMinute = minuteOf(end) as number;
  return { startMinute, endMinute: endMinute < startMinute ? endMinute + 1440 : endMinute };
}

/** Returns the interval of a window that starts on `day`; null if the clock skips all of it (T4, T5). */
export function intervalOn(
  clock: ZoneClock,
  day: EpochDay,
  { startMinute, endMinute }: WindowMinutes,
): Interval | null {
  const midnight = day * DAY_MS;
  const start = firstReading(clock, midnight + startMinute * MINUTE_MS);
  const end = lastReading(clock, midnight + endMinute * MINUTE_MS);
  return start < end ? { start, end } : null;
}
