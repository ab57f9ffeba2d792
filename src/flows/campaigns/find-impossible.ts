/** Finds why a campaign that is complete could still suggest nobody, or not everybody. */
import { listServingSellers } from '#db/campaigns/campaign-figures.ts';
import type { Db, Reads } from '#db/core/db.ts';
import { readSettings } from '#db/people/settings.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
import {
  countServed,
  type ImpossibleReason,
  impossibleFilters,
  type ServingStore,
} from '#rules/campaigns/start/start-checks.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import type { Instant } from '#rules/time/interval.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { countAudience } from './count-audience.ts';

/** `canServe`: the suggestions that the sellers can be given in the period; `wanted`: the customers who are meant. */
export type Impossible =
  | { readonly reason: ImpossibleReason }
  | { readonly reason: 'too_large'; readonly canServe: number; readonly wanted: number };

interface Deps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

/** Returns null if the campaign can start. A campaign that is empty today and fills later can start. */
export async function findImpossible(
  deps: Deps,
  brandId: string,
  campaign: Campaign,
  now: Instant,
): Promise<Impossible | null> {
  const filters = impossibleFilters(campaign.audience);
  if (filters !== null) return { reason: filters };
  const [quota, stores] = await deps.db.read(brandId, async (reads) => {
    const [settings] = await reads.run(readSettings, { brandId });
    const ofBrand = settings?.suggestionsPerSellerDay ?? campaign.perSellerDay;
    const stores = await readServingStores(reads, deps.timelines, { brandId, campaign, now });
    return [Math.min(campaign.perSellerDay, ofBrand), stores] as const;
  });
  const canServe = countServed(stores, campaign, quota, now);
  if (typeof canServe === 'string') return { reason: canServe };
  if (canServe === null) return null;
  const counted = await countAudience(deps, brandId, campaign, now, { sample: false });
  const wanted = counted?.reachable ?? 0;
  return wanted > canServe ? { reason: 'too_large', canServe, wanted } : null;
}

/** Reads the stores that the filters mean, with the sellers who may be given suggestions. */
async function readServingStores(
  db: Db,
  timelines: Timelines,
  { brandId, campaign: { audience }, now }: { brandId: string; campaign: Campaign; now: Instant },
): Promise<readonly ServingStore[]> {
  const [[place], stores, sellers] = await Promise.all([
    db.run(readPlace, { brandId, storeId: null }),
    db.run(listStores, { brandId }),
    db.run(listServingSellers, { brandId }),
  ]);
  if (!place) return [];
  const clocks = await timelines.at(db, brandId, place.revision);
  const meant = stores.filter(({ id }) => audience.storeIds?.includes(id) ?? true);
  const serving = sellers.filter(({ id }) => audience.sellerIds?.includes(id) ?? true);
  return meant.map((record) => {
    const zone = zoneFault(record.zone) === null ? record.zone : place.brandZone;
    const zones = {
      ...{ store: zone, brand: place.brandZone, brandStores: place.storeZones },
      ...{ customer: [], customerFrom: null },
    };
    const context = { plan: place.plan, timeline: clocks.timeline, zones, quiet: clocks.around(now, zones) };
    return {
      store: { ...record, zone },
      sellers: serving.filter(({ storeId }) => storeId === record.id).length,
      quietBetween: (from: Instant, to: Instant) => quietStretches(context, from, to),
    };
  });
}
