/** Recommends quiet hours that suit all stores of a brand, from their opening hours (A3). */

import type { Weekday } from '#rules/time/calendar.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import { type OpenHours, type OpenStore, openMinutes } from '#rules/time/store-hours.ts';

/** The opening or closing that decided: its store, weekday and time (`HH:mm`, `24:00` for midnight or later). */
export interface DecidingHour {
  readonly storeId: string;
  readonly storeName: string;
  readonly weekday: Weekday;
  readonly time: string;
}

export interface Recommendation {
  /** `HH:mm` on each store's clock, every day. */
  readonly start: string;
  readonly end: string;
  /** Null if no store's hours decided: none are known, or all are at night. */
  readonly because: { readonly latestClosing: DecidingHour; readonly earliestOpening: DecidingHour } | null;
  readonly storesWithoutHours: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Recommends quiet hours (A3): from the latest closing of any store, at most 21:00, to the earliest opening of any
 * store, at least 08:00. A store that is open through the night past 08:00 opens on that day at 00:00. Of equal hours
 * the first store's are named. If no hours are known, or no store is open between 08:00 and 21:00 (then the rule would
 * leave the night open, or name one time twice, T3), the result is 20:00–08:00.
 */
export function recommendHours(stores: readonly OpenStore[]): Recommendation {
  const known = stores.filter(({ hours }) => hours.length > 0);
  const openings = known.flatMap((store) => store.hours.flatMap((hours) => openingsOf(store, hours)));
  const storesWithoutHours = stores.filter((store) => !known.includes(store)).map(({ id, name }) => ({ id, name }));
  const usual = { start: timeOf(USUAL_START), end: timeOf(EARLIEST_END), because: null, storesWithoutHours };
  if (openings.length === 0) return usual;
  const latest = openings.reduce((best, each) => (closing(each) > closing(best) ? each : best));
  const earliest = openings.reduce((best, each) => (each.startMinute < best.startMinute ? each : best));
  if (closing(latest) <= EARLIEST_END || earliest.startMinute >= LATEST_START) return usual;
  return {
    start: timeOf(Math.min(closing(latest), LATEST_START)),
    end: timeOf(Math.max(earliest.startMinute, EARLIEST_END)),
    because: {
      latestClosing: decidingHour(latest, closing(latest)),
      earliestOpening: decidingHour(earliest, earliest.startMinute),
    },
    storesWithoutHours,
  };
}

/** The limits of the recommendation, in minutes of the day. */
const LATEST_START = 21 * 60;
const EARLIEST_END = 8 * 60;
const USUAL_START = 20 * 60;

interface Opening {
  readonly store: OpenStore;
  readonly hours: OpenHours;
  readonly startMinute: number;
  readonly endMinute: number;
}

/**
 * Returns an opening, split in two if it ends after 08:00 of the next day: the next day is then open from 00:00, so
 * that its morning is not made quiet.
 */
function openingsOf(store: OpenStore, hours: OpenHours): readonly Opening[] {
  const opening = { store, hours, ...openMinutes(hours) };
  const morningEnd = opening.endMinute - 1440;
  if (morningEnd <= EARLIEST_END) return [opening];
  const nextDay = { ...hours, weekday: (hours.weekday + 1) % 7 };
  return [opening, { store, hours: nextDay, startMinute: 0, endMinute: morningEnd }];
}

/** Returns the closing minute; a closing after midnight counts as 24:00. */
function closing({ endMinute }: Opening): number {
  return Math.min(endMinute, 1440);
}

function decidingHour({ store, hours }: Opening, minute: number): DecidingHour {
  const weekday = WEEKDAYS[hours.weekday] as Weekday;
  return { storeId: store.id, storeName: store.name, weekday, time: timeOf(minute) };
}

function timeOf(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
