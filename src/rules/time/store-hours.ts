/** When stores are open, so that quiet hours can be weighed against the hours in which somebody stands in the shop. */
import { DAY_MS, weekdayOf } from './calendar.ts';
import { type Instant, type Interval, intersect, union } from './interval.ts';
import { intervalOn, type WindowMinutes } from './window.ts';
import { zoneClock } from './zone.ts';

/** `weekday` 0 is Monday; minutes of the day, `closesMinute` up to 1440; a closing not after the opening is on the next day. */
export interface OpenHours {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** A store as far as its hours go; no `hours` at all: nobody told us. */
export interface OpenStore {
  readonly id: string;
  readonly name: string;
  /** Two capitals. */
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
}

/** The minutes of one day's opening; past midnight `endMinute` goes beyond 1440. */
export function openMinutes({ opensMinute, closesMinute }: OpenHours): WindowMinutes {
  return { startMinute: opensMinute, endMinute: closesMinute > opensMinute ? closesMinute : closesMinute + 1440 };
}

/**
 * The instants at which a store is open between two instants, in order, apart, cut at both.
 * Throws RangeError for a zone that the runtime does not know.
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
      if (interval !== null && interval.end > from && interval.start < to) open.push(interval);
    }
  }
  return intersect(union(open), [{ start: from, end: to }]);
}

/** An opening begins at most 16 hours before its date does in UTC, and two days later it has ended everywhere on earth. */
const AHEAD_MS = DAY_MS;
const BEHIND_MS = 3 * DAY_MS;
/** What is known of the clock reaches beyond the dates that are looked at. */
const REACH_MS = 5 * DAY_MS;
