/** Lays out what a report counts: the stores, and the dates of each on its clock (decision 0057). */
import type { Db, Tx } from '#db/core/db.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { listReportStores } from '#db/reports/report-stores.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { type StoreDay, storeDays } from '#rules/reports/store-days.ts';
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import { type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { type ZoneClock, zoneClock, zoneFault } from '#rules/time/zone.ts';

export interface FramedStore {
  readonly store: OpenStore;
  /** The store's zone, or the brand's where the store's is not known. */
  readonly zone: string;
  readonly days: readonly StoreDay[];
  readonly clock: ZoneClock;
  /** The quiet intervals from the first date to noon after the last one. */
  readonly quiet: readonly Interval[];
}

export interface ReportFrame {
  readonly stores: readonly FramedStore[];
  readonly brandZone: string;
}

/** Says which dates a report counts, given the brand's zone. */
export type DatesOf = (zone: string) => { readonly first: EpochDay; readonly last: EpochDay };

/**
 * Lays out the dates of all stores of the brand, also of closed ones, or of one store. Null where the brand or the store
 * does not exist. Stores with the same zone and hours share their dates.
 */
export async function readFrame(
  reads: Db | Tx,
  timelines: Timelines,
  { brandId, storeId }: { readonly brandId: string; readonly storeId: string | null },
  datesOf: DatesOf,
): Promise<ReportFrame | null> {
  const [[place], all] = await Promise.all([
    reads.run(readPlace, { brandId, storeId: null }),
    reads.run(listReportStores, { brandId }),
  ]);
  const stores = all.filter(({ id }) => storeId === null || id === storeId);
  if (!place || (storeId !== null && stores.length === 0)) return null;
  const clocks = await timelines.at(reads, brandId, place.revision);
  const { brandZone, storeZones, plan } = place;
  const known = new Map<string, Pick<FramedStore, 'days' | 'clock' | 'quiet'>>();
  const framed = stores.map((store) => {
    const zone = zoneFault(store.zone) === null ? store.zone : brandZone;
    const key = JSON.stringify([zone, store.zone, store.hours, store.dates]);
    const dates = datesOf(zone);
    const laid = known.get(key) ?? layOut(store, zone, dates, { clocks, plan, brandZone, storeZones });
    known.set(key, laid);
    return { store, zone, ...laid };
  });
  return { stores: framed, brandZone };
}

interface Silence {
  readonly clocks: BrandClocks;
  readonly plan: Parameters<typeof quietStretches>[0]['plan'];
  readonly brandZone: string;
  readonly storeZones: readonly string[];
}

function layOut(
  store: OpenStore,
  zone: string,
  dates: ReturnType<DatesOf>,
  { clocks, plan, brandZone, storeZones }: Silence,
): Pick<FramedStore, 'days' | 'clock' | 'quiet'> {
  const zones = { store: store.zone, brand: brandZone, customer: [], customerFrom: null, brandStores: storeZones };
  const [from, to] = [startOfDay(zone, dates.first), startOfDay(zone, dates.last + 2)];
  const quiet = quietStretches({ plan, timeline: clocks.timeline, zones, quiet: clocks.around(from, zones) }, from, to);
  const days = storeDays(store, zone, dates, (start, end) => intersect(quiet, [{ start, end }]));
  return { days, quiet, clock: zoneClock(zone, (dates.first - 2) * DAY_MS, (dates.last + 4) * DAY_MS) };
}

/** Returns the dates of the last `days` days on a zone's clock, today included. */
export function lastDays(zone: string, now: Instant, days: number): { first: EpochDay; last: EpochDay } {
  const last = localDay(zone, now);
  return { first: last - days + 1, last };
}
