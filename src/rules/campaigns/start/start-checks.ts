/** Finds why nobody could ever be suggested by a campaign that is complete. */
import type { Audience } from '#rules/campaigns/campaign.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { complement, type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';

/**
 * Why no day of the campaign can suggest anybody. `filters_contradict`: no customer can meet all filters at once.
 * `no_permission`: the filters ask for customers whose permission is unknown, and nobody writes to them first (D2b).
 * `nobody_there`: no seller works in the stores or among the people that the filters name. `period_over`: the last day
 * has passed. `quiet_period`: on no day of the period a store is open outside quiet hours.
 */
export type ImpossibleReason = 'filters_contradict' | 'no_permission' | 'nobody_there' | 'period_over' | 'quiet_period';

/** Returns why the filters alone exclude everybody; null: some customer may meet them, today or later. */
export function impossibleFilters(audience: Audience): 'filters_contradict' | 'no_permission' | null {
  if (audience.permission === 'unknown') return 'no_permission';
  const { lastPurchaseDays, spent } = audience;
  if (lastPurchaseDays === undefined) return null;
  const { min, max } = lastPurchaseDays;
  if (max !== null && max < min) return 'filters_contradict';
  // Who spent something in the last 30 days has bought at most 30 days ago.
  const hasBoughtSince = spent !== undefined && spent.minCents > 0 && spent.sinceDays < min;
  return hasBoughtSince ? 'filters_contradict' : null;
}

/** A store that the campaign means. `sellers` counts those who are active and may be given suggestions. */
export interface ServingStore {
  readonly store: OpenStore;
  readonly sellers: number;
  /** Returns the store's quiet intervals between two instants, in order, apart, cut at both. */
  readonly quietBetween: (from: Instant, to: Instant) => readonly Interval[];
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days from today on that are searched. A period that ends later, or never, is long enough for everybody. */
const SEARCHED_DAYS = 366;

/**
 * Counts the suggestions that the sellers can serve in the period: on each day on which a store is open outside quiet
 * hours, `perSellerDay` for each of its sellers. Null: the period has no end, or ends more than 366 days from now, and
 * some day of it may be open. The other answers say why nobody can be served.
 */
export function countServed(
  stores: readonly ServingStore[],
  { from, to }: Period,
  perSellerDay: number,
  now: Instant,
): number | null | Exclude<ImpossibleReason, 'filters_contradict' | 'no_permission'> {
  const serving = stores.filter(({ sellers }) => sellers > 0);
  if (serving.length === 0) return 'nobody_there';
  const [first, last] = [from === null ? null : dayOf(from), to === null ? null : dayOf(to)];
  let served = 0;
  let isOver = true;
  let isEndless = false;
  for (const each of serving) {
    const today = localDay(each.store.zone, now);
    const begin = Math.max(first ?? today, today);
    if (last !== null && last < begin) continue;
    isOver = false;
    const searchedTo = today + SEARCHED_DAYS - 1;
    if (last === null || last > searchedTo) isEndless = true;
    if (begin > searchedTo) return null;
    const end = Math.min(last ?? searchedTo, searchedTo);
    served += each.sellers * perSellerDay * countOpenDays(each, begin, end, now);
  }
  if (isOver) return 'period_over';
  if (served === 0) return 'quiet_period';
  return isEndless ? null : served;
}

/** Counts the dates, both ends included, on which the store is open for a moment that is not quiet and not over. */
function countOpenDays({ store, quietBetween }: ServingStore, first: EpochDay, last: EpochDay, now: Instant): number {
  const { zone } = store;
  const [from, to] = [Math.max(startOfDay(zone, first), now), startOfDay(zone, last + 1)];
  // Quiet hours are known from now on, whenever the period begins.
  const open = intersect(complement(quietBetween(now, to)), [{ start: from, end: to }]);
  const working = store.hours.length === 0 ? open : intersect(open, openIntervals(store, from, to));
  const days = new Set<EpochDay>();
  for (const { start, end } of working) {
    for (let day = localDay(zone, start); day <= localDay(zone, end - 1); day++) days.add(day);
  }
  return days.size;
}
