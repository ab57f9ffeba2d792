/** Tells when the suggestions of a store's day are made: an hour before the store opens. */
import { DAY_MS, dayOf, type EpochDay, MINUTE_MS, weekdayOf } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { type OpenStore, openMinutes } from '#rules/time/store-hours.ts';
import { intervalOn } from '#rules/time/window.ts';
import { firstReading, zoneClock } from '#rules/time/zone.ts';

const BEFORE_OPENING_MS = 60 * MINUTE_MS;
/** The minute of a day on which the store does not open, or whose hours are not known. */
const WITHOUT_HOURS_MINUTE = 7 * 60;

type StoreDay = Pick<OpenStore, 'zone' | 'hours' | 'dates'>;

/** Returns the instant at which the suggestions of a day are due: never before the day begins on the store's clock. */
export function runTime(store: StoreDay, day: EpochDay): Instant {
  const midnight = startOfDay(store.zone, day);
  const [first] = openTimes(store, day);
  if (first !== undefined) return Math.max(midnight, first.start - BEFORE_OPENING_MS);
  const shown = day * DAY_MS + WITHOUT_HOURS_MINUTE * MINUTE_MS;
  return firstReading(zoneClock(store.zone, shown - 2 * DAY_MS, shown + 2 * DAY_MS), shown);
}

/** Returns the latest day whose suggestions are due at an instant. */
export function latestDueDay(store: StoreDay, at: Instant): EpochDay {
  const today = localDay(store.zone, at);
  return at >= runTime(store, today) ? today : today - 1;
}

/** Returns the store's open times that begin on a date, in order; none: the store is closed, or its hours are not known. */
export function openTimes({ zone, hours, dates = [] }: StoreDay, day: EpochDay): readonly Interval[] {
  const clock = zoneClock(zone, (day - 3) * DAY_MS, (day + 4) * DAY_MS);
  const ofDate = dates.find(({ date }) => dayOf(date) === day);
  const openings = ofDate === undefined ? hours.filter(({ weekday }) => weekday === weekdayOf(day)) : [ofDate];
  return openings
    .flatMap(({ opensMinute, closesMinute }) => {
      if (opensMinute === null || closesMinute === null) return [];
      const interval = intervalOn(clock, day, openMinutes({ opensMinute, closesMinute }));
      return interval === null ? [] : [interval];
    })
    .toSorted((a, b) => a.start - b.start);
}

/** Returns the time in which a day's suggestions can be used: the open times, or the whole day where there are none. */
export function usableTimes(store: StoreDay, day: EpochDay): readonly Interval[] {
  const open = openTimes(store, day);
  if (open.length > 0) return open;
  return [{ start: startOfDay(store.zone, day), end: startOfDay(store.zone, day + 1) }];
}
