/** Finds why a campaign that is complete could still suggest nobody, or not everybody. */
import { listServingSellers } from '#db/campaigns/campaign-figures.ts';
import type { Tx } from '#db/core/db.ts';
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
} from '#rules/campaigns/start-checks.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import type { Instant } from '#rules/time/interval.ts';
import { zoneFault } from '#rules/time/zone.ts';

/** `canServe`: the suggestions that the sellers can be given in the period; `wanted`: the customers who are meant. */
export type Impossible =
  | { readonly reason: ImpossibleReason }
  | { readonly reason: 'too_large'; readonly canServe: number; readonly wanted: number };

interface Deps {
  readonly db: Tx;
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
  const [settings] = await deps.db.run(readSettings, { brandId });
  const quota = Math.min(campaign.perSellerDay, settings?.suggestionsPerSellerDay ?? campaign.perSellerDay);
  const served = countServed(await readServingStores(deps, brandId, campaign, now), campaign, quota, now);
  if (typeof served === 'string') return { reason: served };
  return null;
}

/** Reads the stores that the filters mean, with the sellers who may be given suggestions. */
async function readServingStores(
  { db, timelines }: Deps,
  brandId: string,
  { audience }: Campaign,
  now: Instant,
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
