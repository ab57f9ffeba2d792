/** Which stores would be silent while they are open, and for how long: what support tells a brand before it publishes (A3). */

import { MINUTE_MS } from '#rules/time/calendar.ts';
import { type Instant, intersect } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { Policy } from './policy.ts';

/** A store that is open in quiet time. */
export interface StoreConflict {
  readonly storeId: string;
  readonly storeName: string;
  readonly zone: string;
  /** More than 0. */
  readonly minutesAWeek: number;
}

/**
 * A3. Read off the intervals of a real week: seven days of each store's clock, beginning with the date it shows at `now`.
 * The ordinary week counts, without exceptions. A zone that the runtime does not know has no week: its store is left out.
 */
export function storesOpenInQuiet(
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
    for (const { start, end } of intersect(openIntervals(store, from, to), quiet)) quietMs += end - start;
    const minutesAWeek = Math.round(quietMs / MINUTE_MS);
    if (minutesAWeek > 0) conflicts.push({ storeId: store.id, storeName: store.name, zone: store.zone, minutesAWeek });
  }
  return conflicts;
}
