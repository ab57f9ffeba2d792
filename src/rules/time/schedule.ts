/** The weekly windows and dated exceptions of a policy, laid out as instants in one zone. */
import { DAY_MS, dayOf, type EpochDay, WEEKDAYS, type Weekday, weekdayOf } from './calendar.ts';
import { type Instant, type Interval, intersect, union } from './interval.ts';
import { intervalOn, minutesOf, type Window, type WindowMinutes } from './window.ts';
import { zoneClock } from './zone.ts';

/** A window on each of these weekdays: the day is the one on which it starts (T2). */
export interface WeeklyWindow extends Window {
  readonly days: readonly Weekday[];
}

/** T7. What starts on this date in place of the weekday's windows; an empty list means that none does. */
export interface Exception {
  readonly date: string;
  readonly windows: readonly Window[];
  readonly label: string;
}

export interface Schedule {
  readonly windows: readonly WeeklyWindow[];
  readonly exceptions: readonly Exception[];
}

/** A schedule whose times and dates have been read as numbers: `week` has the windows of each weekday, Monday first. */
interface ReadSchedule {
  readonly week: readonly (readonly WindowMinutes[])[];
  readonly dated: ReadonlyMap<EpochDay, readonly WindowMinutes[]>;
}

/**
 * The quiet intervals of a schedule between two instants, in order, merged (T6) and cut at both.
 * Throws RangeError for a zone that `zoneFault` refuses.
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

/** How far a window's instants can lie from its date in UTC: the farthest zone, the next day's end, a date shown twice, and a day to spare. */
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
