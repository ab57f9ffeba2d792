/** Which stores would be silent while they are open, and for how long: what support tells a brand before it publishes (A3). */
import { localDay, startOfDay } from './local-day.ts';
import type { Policy } from './policy.ts';
import { type OpenStore, openIntervals } from './store-hours.ts';
import { MINUTE_MS } from './time/calendar.ts';
import { type Instant, intersect } from './time/interval.ts';
import { scheduleIntervals } from './time/schedule.ts';
import { zoneFault } from './time/zone.ts';

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
