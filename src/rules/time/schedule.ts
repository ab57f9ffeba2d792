/** Computes the quiet intervals of a policy's weekly windows and dated exceptions in one zone. */
import { DAY_MS, dayOf, type EpochDay, WEEKDAYS, type Weekday, weekdayOf } from './calendar.ts';
import { type Instant, type Interval, union } from './interval.ts';
import { intervalOn, minutesOf, type Window, type WindowMinutes } from './window.ts';
import { clockOfDays, zoneClock } from './zone.ts';

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
  const zoneOfSpan = zoneClock(zone, from - REACH_MS, to + REACH_MS);
  const { week, dated } = readSchedule(schedule);
  const found: Interval[] = [];
  let { clock, lastDay } = { clock: zoneOfSpan, lastDay: Number.NEGATIVE_INFINITY };
  const end = Math.floor((to + REACH_MS) / DAY_MS);
  for (let day = Math.floor((from - REACH_MS) / DAY_MS); day <= end; day++) {
    if (day > lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));
    const windows = dated.get(day) ?? (week[weekdayOf(day)] as readonly WindowMinutes[]);
    // An index, because the first run of a process is interpreted, and `for … of` doubles its time.
    for (let i = 0; i < windows.length; i++) {
      const interval = intervalOn(clock, day, windows[i] as WindowMinutes);
      // `union` drops intervals that are cut to nothing; leaving them out here keeps the list in order.
      if (interval !== null && interval.start < to && interval.end > from) found.push(cut(interval, from, to));
    }
  }
  return union(found);
}

/** Returns the part of an interval between two instants; most intervals lie between them and are returned as they are. */
function cut(interval: Interval, from: Instant, to: Instant): Interval {
  const { start, end } = interval;
  if (start >= from && end <= to) return interval;
  return { start: Math.max(start, from), end: Math.min(end, to) };
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
    for (const day of window.days) (week[WEEKDAYS.indexOf(day)] as WindowMinutes[]).push(minutes);
  }
  const dated = new Map<EpochDay, readonly WindowMinutes[]>();
  for (const exception of schedule.exceptions) {
    dated.set(dayOf(exception.date) as EpochDay, exception.windows.map(minutesOf));
  }
  return { week, dated };
}
