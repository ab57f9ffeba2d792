/** Finds the stores that are open in quiet hours, and for how long; support tells the brand before publishing (A3). */

import { MINUTE_MS } from '#rules/time/calendar.ts';
import { type Instant, intersect } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { Policy } from './policy.ts';

/** A store that is open in quiet hours. */
export interface StoreConflict {
  readonly storeId: string;
  readonly storeName: string;
  readonly zone: string;
  /** The minutes per week, more than 0. */
  readonly minutesAWeek: number;
}

/**
 * Finds the conflicts from the intervals of a real week: seven days on each store's clock, from its date at `now` (A3).
 * The week is ordinary, without exceptions. A store whose zone the runtime does not know is left out.
 */
export function findStoresOpenInQuiet(
  stores: readonly OpenStore[],
  policy: Policy,
  brandZone: string,
  now: Instant,
): readonly StoreConflict[] {
  const conflicts: StoreConflict[] = [];
  for (const store of stores) {
    const clock = policy.clocks === 'brand' ? brandZone : store.zone;
    if (zoneFault(clock) !== null || zoneFault(store.zone) !== null) continue;
    const today = localDay(store.zone, now);
    const [from, to] = [startOfDay(store.zone, today), startOfDay(store.zone, today + 7)];
    const quiet = scheduleIntervals({ windows: policy.windows, exceptions: [] }, clock, from, to);
    let quietMs = 0;
    for (const { start, end } of intersect(openIntervals({ ...store, dates: [] }, from, to), quiet))
      quietMs += end - start;
    const minutesAWeek = Math.round(quietMs / MINUTE_MS);
    if (minutesAWeek > 0) conflicts.push({ storeId: store.id, storeName: store.name, zone: store.zone, minutesAWeek });
  }
  return conflicts;
}
