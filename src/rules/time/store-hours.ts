/** Computes when stores are open, to compare quiet hours with opening hours. */
import { DAY_MS, dayOf, weekdayOf } from './calendar.ts';
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

/**
 * The hours of one date, which replace those of its weekday. Both minutes are null on a date on which the store stays
 * closed.
 */
export interface DatedHours {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly opensMinute: number | null;
  readonly closesMinute: number | null;
}

/**
 * A store with its hours; an empty `hours` means that they are not known. Without `dates` every week is an ordinary
 * week.
 */
export interface OpenStore {
  readonly id: string;
  readonly name: string;
  /** The state's two capital letters. */
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
  readonly dates?: readonly DatedHours[];
}

/** Returns the minutes of one day's opening; `endMinute` is above 1440 if the store closes after midnight. */
export function openMinutes({ opensMinute, closesMinute }: Omit<OpenHours, 'weekday'>): WindowMinutes {
  return { startMinute: opensMinute, endMinute: closesMinute > opensMinute ? closesMinute : closesMinute + 1440 };
}

/**
 * Returns the intervals in which a store is open between two instants, in order, apart, cut at both. Throws RangeError
 * for a zone that the runtime does not know.
 */
export function openIntervals({ hours, dates, zone }: OpenStore, from: Instant, to: Instant): readonly Interval[] {
  const clock = zoneClock(zone, from - REACH_MS, to + REACH_MS);
  const open: Interval[] = [];
  const dated = new Map(dates?.map((each) => [dayOf(each.date), each]));
  const lastDay = Math.floor((to + AHEAD_MS) / DAY_MS);
  for (let day = Math.floor((from - BEHIND_MS) / DAY_MS); day <= lastDay; day++) {
    const weekday = weekdayOf(day);
    const ofDate = dated.get(day);
    for (const opening of ofDate === undefined ? hours.filter((each) => each.weekday === weekday) : [ofDate]) {
      const { opensMinute, closesMinute } = opening;
      if (opensMinute === null || closesMinute === null) continue;
      const interval = intervalOn(clock, day, openMinutes({ opensMinute, closesMinute }));
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
