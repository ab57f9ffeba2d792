/** Draws when the people of a store write to customers on a day: mostly in the afternoon, and sometimes late in the evening. */

import type { Seeded } from '#main/demo/seeded-random.ts';
import { type EpochDay, MINUTE_MS, weekdayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import type { PastPerson, PastStore } from './past-brand.ts';

/** The share of the messages of each hour before the evening. */
const BY_HOUR: readonly (readonly [hour: number, weight: number])[] = [
  [9, 4],
  [10, 7],
  [11, 10],
  [12, 5],
  [13, 5],
  [14, 8],
  [15, 11],
  [16, 11],
  [17, 10],
  [18, 8],
  [19, 8],
];
const EVENING = 20 * 60;
const EVENING_MINUTES = 110;

/** Returns the minutes of the day at which the store opens and closes; null: closed all day. */
export function openOn({ hours }: Pick<PastStore, 'hours'>, day: EpochDay): readonly [number, number] | null {
  return weekdayOf(day) === 6 ? hours.sunday : hours.weekdays;
}

/** Returns the instants of a day at which a person wants to write to a customer, in no order. */
export function contactTimesOf(seeded: Seeded, store: PastStore, person: PastPerson, day: EpochDay): Instant[] {
  const { chance, below } = seeded;
  const open = openOn(store, day);
  if (open === null || chance(DAY_OFF)) return [];
  const isSeller = person.role === 'seller';
  const byDay = Array.from({ length: isSeller ? 1 + below(5) : below(4) }, () => minuteOfDay(seeded, open));
  const staysLate = open[1] >= EVENING + EVENING_MINUTES;
  const byNight = chance(store.worksLate ? 0.5 : staysLate ? 0.35 : 0.25)
    ? [EVENING + Math.floor(EVENING_MINUTES * (below(1000) / 1000) ** 1.4)]
    : [];
  const midnight = startOfDay(store.zone, day);
  return [...byDay, ...byNight].map((minute) => midnight + minute * MINUTE_MS + below(MINUTE_MS));
}

/** The chance that a day is free: people work five days a week. */
const DAY_OFF = 2 / 7;

function minuteOfDay({ weighted, below }: Seeded, [opens, closes]: readonly [number, number]): number {
  const isOpen = (hour: number) => hour * 60 >= opens && hour * 60 < Math.min(closes, EVENING);
  return weighted(BY_HOUR.filter(([hour]) => isOpen(hour))) * 60 + below(60);
}
