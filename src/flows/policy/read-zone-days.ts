/** Reads the present day in each zone of a brand's stores: when it is quiet, and when at least one store there is open. */
import type { Reads } from '#db/core/db.ts';
import { listStores, type StoreRecord } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { DAY_MS, dayOf } from '#rules/time/calendar.ts';
import { type Instant, type Interval, union } from '#rules/time/interval.ts';
import { dateText, localDay, startOfDay } from '#rules/time/local-day.ts';
import { openIntervals } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { Timelines } from './timelines.ts';

export interface ZoneDay {
  readonly zone: string;
  /** The date in the zone as `YYYY-MM-DD`, with its first instant and the first instant of the next day. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly stores: number;
  /** The number of those stores whose opening hours are known. */
  readonly storesWithHours: number;
  /** The quiet and open intervals in order, cut at the ends of the day. */
  readonly quiet: readonly Interval[];
  readonly open: readonly Interval[];
}

/** Returns the zones with the most stores first, and among equals the most eastern first; null where the brand does not exist. */
export async function readZoneDays(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  brandId: string,
  now: Instant,
): Promise<readonly ZoneDay[] | null> {
  return db.read(brandId, async (reads) => {
    const [[place], stores] = await Promise.all([
      reads.run(readPlace, { brandId, storeId: null }),
      reads.run(listStores, { brandId }),
    ]);
    if (!place) return null;
    const { brandZone, storeZones } = place;
    const clocks = await timelines.at(reads, brandId, place.revision);
    // A store with an unknown zone counts in the brand's zone, as in the distribution of a day.
    const byZone = Map.groupBy(stores, ({ zone }) => (zoneFault(zone) === null ? zone : brandZone));
    const days = [...byZone].map(([zone, storesThere]) => {
      const zones = { store: zone, brand: brandZone, customer: [], customerFrom: null, brandStores: storeZones };
      const today = localDay(zone, now);
      const [from, to] = [startOfDay(zone, today), startOfDay(zone, today + 1)];
      const context = {
        plan: place.plan,
        timeline: clocks.timeline,
        zones,
        quiet: clocks.around(from, zones),
      };
      return {
        zone,
        date: dateText(today),
        from,
        to,
        stores: storesThere.length,
        storesWithHours: storesThere.filter(({ hours }) => hours.length > 0).length,
        quiet: quietStretches(context, from, to),
        open: openOfAny(storesThere, zone, from, to),
      };
    });
    return days.toSorted((a, b) => b.stores - a.stores || aheadMs(b) - aheadMs(a) || (a.zone < b.zone ? -1 : 1));
  });
}

/** Returns how far the zone's clock is ahead of UTC at its midnight. */
function aheadMs({ date, from }: ZoneDay): number {
  return (dayOf(date) ?? 0) * DAY_MS - from;
}

function openOfAny(stores: readonly StoreRecord[], zone: string, from: Instant, to: Instant): readonly Interval[] {
  return union(stores.flatMap((store) => openIntervals({ ...store, zone }, from, to)));
}
