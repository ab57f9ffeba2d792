/**
 * Reads the summary of an ended week, for the brand or one store. The figures are those of the Panorama for the same dates,
 * because the summary is made of two Panoramas (decision 0064).
 */
import type { Reads } from '#db/core/db.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { type CountedWeek, hasData, type NamedStore } from '#rules/reports/counted-week.ts';
import { lastEndedWeek, mondayOf, WEEK_DAYS } from '#rules/reports/ended-week.ts';
import { summarizeWeek, type WeekSummary } from '#rules/reports/week-summary.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type PanoramaDeps, readPanorama } from './read-panorama.ts';
import { readFrame } from './report-frame.ts';

export interface WeekWish {
  /** Null: all stores of the brand. */
  readonly storeId: string | null;
  /** The Monday of the week, as `YYYY-MM-DD`; null: the last ended week. */
  readonly weekOn: string | null;
}

export interface WeekRead extends WeekSummary {
  /** Monday and Sunday, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** The store that was asked for; null: all stores. */
  readonly store: NamedStore | null;
  /** Whether anything happened in the week or in the one before. */
  readonly hasData: boolean;
}

/**
 * Returns null where the brand or the store does not exist, and `unusable` where the date is no Monday or the week is not
 * over on the clock of every store.
 */
export async function readWeek(
  deps: PanoramaDeps,
  brandId: string,
  { storeId, weekOn }: WeekWish,
  now: Instant,
): Promise<WeekRead | null | 'unusable'> {
  const last = await readLastEndedWeek(deps.db, brandId, now);
  if (last === null) return null;
  const monday = weekOn === null ? last : dayOf(weekOn);
  if (monday === null || monday !== mondayOf(monday) || monday > last) return 'unusable';
  const [week, before] = await Promise.all([
    readCounted(deps, brandId, { storeId, monday }, now),
    readCounted(deps, brandId, { storeId, monday: monday - WEEK_DAYS }, now),
  ]);
  if (week === null || before === null) return null;
  const [store] = week.stores;
  return {
    from: dateText(monday),
    to: dateText(monday + WEEK_DAYS - 1),
    store: storeId === null || store === undefined ? null : { id: store.id, name: store.name },
    hasData: hasData(week.figures) || hasData(before.figures),
    ...summarizeWeek(week, before),
  };
}

/** Returns the Monday of the last week that is over on the clocks of the brand and of its stores; null: there is no such brand. */
export async function readLastEndedWeek(db: Reads, brandId: string, now: Instant): Promise<EpochDay | null> {
  const [place] = await db.read(brandId, (reads) => reads.run(readPlace, { brandId, storeId: null }));
  if (!place) return null;
  const stores = place.storeZones.filter((zone) => zoneFault(zone) === null);
  return lastEndedWeek([place.brandZone, ...stores], now);
}

async function readCounted(
  deps: PanoramaDeps,
  brandId: string,
  { storeId, monday }: { readonly storeId: string | null; readonly monday: EpochDay },
  now: Instant,
): Promise<CountedWeek | null> {
  const dates = { first: monday, last: monday + WEEK_DAYS - 1 };
  const period = { storeId, sellerId: null, from: dateText(dates.first), to: dateText(dates.last) };
  const [panorama, frame] = await Promise.all([
    readPanorama(deps, brandId, period, now),
    deps.db.read(brandId, (reads) => readFrame(reads, deps.timelines, { brandId, storeId }, () => dates)),
  ]);
  if (panorama === null || panorama === 'unusable' || frame === null) return null;
  const quiet = new Map(
    frame.stores.map(({ store, days }) => [store.id, days.filter((day) => day.quiet.length > 0).length]),
  );
  const stores = panorama.stores.map(({ id, name, figures }) => ({
    ...{ id, name, figures },
    quietEvenings: quiet.get(id) ?? 0,
  }));
  return { figures: panorama.figures, stores };
}
