/** Defines the silence that a customer asked for: hours on some weekdays, or no contact until a date (D4b). */
import { DAY_MS, dayOf, type EpochDay, WEEKDAYS } from '#rules/time/calendar.ts';
import { type Instant, type Interval, union } from '#rules/time/interval.ts';
import { HORIZON_MS, QuietClock } from '#rules/time/quiet.ts';
import { scheduleIntervals, type WeeklyWindow } from '#rules/time/schedule.ts';
import { minuteOf } from '#rules/time/window.ts';
import { lastReading, zoneClock } from '#rules/time/zone.ts';

/** No contact until the end of this date (`YYYY-MM-DD`, inclusive). */
export interface AskedUntil {
  readonly until: string;
}

/** Hours on weekdays by the rules T1–T7, or `until`. Both on the customer's clock. */
export type AskedSilence = WeeklyWindow | AskedUntil;

/** What a customer asked for, with the compiled clocks by zone. */
export interface AskedSilences {
  readonly silences: readonly AskedSilence[];
  /** A clock for each zone that counts. Empty although there are silences: no zone is known (C4). */
  readonly clocks: ReadonlyMap<string, QuietClock>;
}

export function isAskedUntil(silence: AskedSilence): silence is AskedUntil {
  return 'until' in silence;
}

export type AskedFault =
  | 'days_missing'
  | 'time_malformed'
  | 'equal_times'
  | 'date_malformed'
  | 'until_past'
  | 'until_too_far';

/** The most silences that one customer has at a time. */
export const MOST_ASKED = 8;
/** The farthest date of `until`, in days from today. */
export const MOST_DAYS_AHEAD = 366;

/** Returns what is wrong with a wish, and where; null: nothing. `today`: the date on the customer's clock. */
export function askedFault(silence: AskedSilence, today: EpochDay): { path: string; code: AskedFault } | null {
  if (isAskedUntil(silence)) {
    const day = dayOf(silence.until);
    if (day === null) return { path: 'until', code: 'date_malformed' };
    if (day < today) return { path: 'until', code: 'until_past' };
    return day > today + MOST_DAYS_AHEAD ? { path: 'until', code: 'until_too_far' } : null;
  }
  if (silence.days.length === 0) return { path: 'days', code: 'days_missing' };
  const [start, end] = [minuteOf(silence.start), minuteOf(silence.end)];
  if (start === null || start === DAY_MINUTES) return { path: 'start', code: 'time_malformed' };
  if (end === null) return { path: 'end', code: 'time_malformed' };
  return start === end ? { path: 'end', code: 'equal_times' } : null;
}

const DAY_MINUTES = 1440;

/** Returns the silence with each weekday once, Monday first, so that one wish has one form. */
export function normalAsked(silence: AskedSilence): AskedSilence {
  if (isAskedUntil(silence)) return { until: silence.until };
  const { days, start, end } = silence;
  return { days: WEEKDAYS.filter((day) => days.includes(day)), start, end };
}

/** Leaves out silences whose date has passed on every clock of the world, so that a receipt contains none in vain. */
export function presentSilences(silences: readonly AskedSilence[], now: Instant): readonly AskedSilence[] {
  const yesterday = Math.floor(now / DAY_MS) - 1;
  return silences.filter((silence) => !isAskedUntil(silence) || dayOfDate(silence.until) >= yesterday);
}

/**
 * Compiles the union of the silences on one zone's clock, for a decision at `now` (T6). The clock covers 400 days after
 * `now` and a day before it. Throws RangeError for a zone that the runtime does not know.
 */
export function compileAsked(silences: readonly AskedSilence[], zone: string, now: Instant): QuietClock {
  const windows = silences.filter((silence): silence is WeeklyWindow => !isAskedUntil(silence));
  const lastDay = silences
    .filter(isAskedUntil)
    .reduce((last, { until }) => Math.max(last, dayOfDate(until)), Number.NEGATIVE_INFINITY);
  const peaceUntil = lastDay === Number.NEGATIVE_INFINITY ? lastDay : endOfDay(zone, lastDay);
  return new QuietClock(zone, now - DAY_MS, now + HORIZON_MS + 2 * DAY_MS, (from, to) => {
    const peace: readonly Interval[] = peaceUntil > from ? [{ start: from, end: Math.min(peaceUntil, to) }] : [];
    if (windows.length === 0) return peace;
    return union([...peace, ...scheduleIntervals({ windows, exceptions: [] }, zone, from, to)]);
  });
}

/** Returns the day of a date that was checked when the silence was written down. */
function dayOfDate(date: string): EpochDay {
  return dayOf(date) as EpochDay;
}

/** Returns the last instant at which the clock shows the midnight that ends a date (T4). */
function endOfDay(zone: string, day: EpochDay): Instant {
  const midnight = (day + 1) * DAY_MS;
  return lastReading(zoneClock(zone, midnight - 2 * DAY_MS, midnight + 2 * DAY_MS), midnight);
}
