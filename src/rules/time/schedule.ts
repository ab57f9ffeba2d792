/** Computes the quiet intervals of a policy's weekly windows and dated exceptions in one zone. */
import { DAY_MS, dayOf, type EpochDay, WEEKDAYS, type Weekday, weekdayOf } from './calendar.ts';
import { type Instant, type Interval, intersect, union } from './interval.ts';
import { intervalOn, minutesOf, type Window, type WindowMinutes } from './window.ts';
import { zoneClock } from './zone.ts';

/** A window on each of these weekdays; the weekday is the one on which the window starts (T2). */
export interface WeeklyWindow extends Window {
  readonly days: readonly Weekday[];
}

/** The windows that start on this date instead of the weekday's windows (T7); with an empty list none starts. */
export interface Exception {
  readonly date: string;
  readonly windows: readonly Window[];
  readonly label: string;
}

export interface Schedule {
  readonly windows: readonly WeeklyWindow[];
  readonly exceptions: readonly Exception[];
}

/** A schedule with its times and dates as numbers. `week`: the windows of each weekday, Monday first. */
interface ReadSchedule {
  readonly week: readonly (readonly WindowMinutes[])[];
  readonly dated: ReadonlyMap<EpochDay, readonly WindowMinutes[]>;
}

/**
 * Returns the quiet intervals of a schedule between two instants, in order, merged (T6) and cut at both. Throws
 * RangeError for a zone that `zoneFault` refuses.
 */
export function scheduleIntervals(schedule: Schedule, zone: string, from: Instant, to: Instant): readonly Interval[] {
  const clock = zoneClock(zone, from - REACH_MS, to + REACH_MS);
  const { week, dated } = readSchedule(schedule);
  const found: Interval[] = [];
  const lastDay = Math.floor((to + REACH_MS) / DAY_MS);
  for (let day = Math.floor((from - REACH_MS) / DAY_MS); day <= lastDay; day++) {
    for (const window of dated.get(day) ?? (week[weekdayOf(day)] as readonly WindowMinutes[])) {
      const interval = intervalOn(clock, day, window);
      if (interval !== null) found.push(interval);
    }
  }
  return intersect(union(found), [{ start: from, end: to }]);
}

/**
 * How far a window's instants can be from its date in UTC: the farthest zone, the end on the next day, a date that
 * occurs twice, and one spare day.
 */
const REACH_MS = 5 * DAY_MS;

function readSchedule(schedule: Schedule): ReadSchedule {
  const week: WindowMinutes[][] = WEEKDAYS.map(() => []);
  for (const window of schedule.windows) {
    const minutes = minutesOf(window);
    for (const day of window.days) week[WEEKDAYS.indexOf(day)]?.push(minutes);
  }
  const dated = new Map<EpochDay, readonly WindowMinutes[]>();
  for (const exception of schedule.exceptions) {
    dated.set(dayOf(exception.date) as EpochDay, exception.windows.map(minutesOf));
  }
  return { week, dated };
}
