/** Computes when stores are open, to compare quiet hours with opening hours. */
import { DAY_MS, weekdayOf } from './calendar.ts';
import { type Instant, type Interval, intersect, union } from './interval.ts';
import { intervalOn, type WindowMinutes } from './window.ts';
import { zoneClock } from './zone.ts';

/**
 * The hours of one weekday. `weekday` 0 is Monday. Minutes of the day, `closesMinute` up to 1440; a closing that is not
 * after the opening is on the next day.
 */
export interface OpenHours {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** A store with its hours; an empty `hours` means that they are not known. */
export interface OpenStore {
  readonly id: string;
  readonly name: string;
  /** The state's two capital letters. */
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
}

/** Returns the minutes of one day's opening; `endMinute` is above 1440 if the store closes after midnight. */
export function openMinutes({ opensMinute, closesMinute }: OpenHours): WindowMinutes {
  return { startMinute: opensMinute, endMinute: closesMinute > opensMinute ? closesMinute : closesMinute + 1440 };
}

/**
 * Returns the intervals in which a store is open between two instants, in order, apart, cut at both. Throws RangeError
 * for a zone that the runtime does not know.
 */
export function openIntervals({ hours, zone }: OpenStore, from: Instant, to: Instant): readonly Interval[] {
  const clock = zoneClock(zone, from - REACH_MS, to + REACH_MS);
  const open: Interval[] = [];
  const lastDay = Math.floor((to + AHEAD_MS) / DAY_MS);
  for (let day = Math.floor((from - BEHIND_MS) / DAY_MS); day <= lastDay; day++) {
    const weekday = weekdayOf(day);
    for (const opening of hours) {
      if (opening.weekday !== weekday) continue;
      const interval = intervalOn(clock, day, openMinutes(opening));
      if (interval !== null) open.push(interval);
    }
  }
  return intersect(union(open), [{ start: from, end: to }]);
}

/**
 * An opening begins at most 16 hours before its date begins in UTC, and has ended everywhere on earth two days later.
 */
const AHEAD_MS = DAY_MS;
const BEHIND_MS = 3 * DAY_MS;
/** The zone's clock is read for longer than the dates that are checked. */
const REACH_MS = 5 * DAY_MS;
