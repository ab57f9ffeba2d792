/**
 * Counts the customers whom a campaign would mean today, and those whom a seller could write to: exactly, or from a
 * sample while a manager still changes the filters.
 */
import { readNamesInText } from '#db/campaigns/audience-examples.ts';
import { countSomeCustomers, listSampledCustomers } from '#db/campaigns/customer-facts.ts';
import type { Reads } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import { daysSince, prepareAudience } from '#rules/campaigns/audience-match.ts';
import type { Campaign } from '#rules/campaigns/campaign.ts';
import { fillCampaignText } from '#rules/campaigns/campaign-text.ts';
import { LEFT_OUT_REASONS, type LeftOutReason, leftOutOf, prepareText } from '#rules/campaigns/left-out.ts';
import { usableTimes } from '#rules/campaigns/run-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type BrandTerms, readBrandTerms, readFacts, readSomeFacts, type StoreTerms } from './read-facts.ts';

export type CountedCampaign = Pick<Campaign, 'audience' | 'coolDownDays' | 'text'>;

export interface AudienceExample {
  readonly customerId: string;
  readonly name: string;
  /** The text with its variables filled. */
  readonly text: string;
}

export interface AudienceCount {
  /** True: the numbers come from a sample. */
  readonly isEstimate: boolean;
  /** The customers whom the filters meet today. */
  readonly matched: number;
  /** Those of them whom nothing stops today. */
  readonly reachable: number;
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[];
  readonly examples: readonly AudienceExample[];
}

interface CountDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
}

/** Up to so many customers are counted exactly, also for an estimate. */
const MOST_EXACT = 1_000;
/** The customers of a sample, and how many rows of the table are drawn to find them. */
const SAMPLE = 1_000;
const DRAWN = 8_000;
/** About so many customers lie on a page of the table. */
const ROWS_ON_PAGE = 25;
const EXAMPLES = 3;

/** `sample`: an estimate is enough. Returns null if there is no such brand. */
export async function countAudience(
  deps: CountDeps,
  brandId: string,
  campaign: CountedCampaign,
  now: Instant,
  { sample }: { readonly sample: boolean },
): Promise<AudienceCount | null> {
  const { db } = deps;
  const terms = await readBrandTerms(deps, brandId);
  if (terms === null) return null;
  const all = await db.read(brandId, (reads) => reads.run(listStores, { brandId }));
  const stores = all
    .filter(({ id, zone }) => zoneFault(zone) === null && (campaign.audience.storeIds?.includes(id) ?? true))
    .map((store) => {
      const day = localDay(store.zone, now);
      return { id: store.id, zone: store.zone, day, usable: usableTimes(store, day) };
    });
  const tally = startTally(campaign, now);
  const drawn = sample ? await drawCustomers(db, brandId) : null;
  if (drawn === null) {
    for (const store of stores)
      for await (const page of readFacts(db, terms, store, [campaign], { at: now, suggestions: false }))
        tally.count(page, store.day);
    return tally.finish(db, terms, 1);
  }
  const byId = new Map(stores.map((store): [string, StoreTerms] => [store.id, store]));
  const found = await readSomeFacts(db, terms, byId, campaign, { customerIds: drawn.customerIds, at: now });
  for (const facts of found) tally.count([facts], byId.get(facts.storeId)?.day ?? 0);
  return tally.finish(db, terms, drawn.each);
}

/** Draws customers, each of whom stands for `each` ones; null: there are so few that all are counted. */
async function drawCustomers(
  db: Reads,
  brandId: string,
): Promise<{ readonly customerIds: readonly string[]; readonly each: number } | null> {
  const [size] = await db.read(brandId, (reads) => reads.run(countSomeCustomers, { brandId, most: MOST_EXACT + 1 }));
  if (size === undefined || size.count <= MOST_EXACT) return null;
  const percent = Math.min(100, (100 * DRAWN) / (size.pages * ROWS_ON_PAGE));
  const [found] = await db.read(brandId, (reads) => reads.run(listSampledCustomers, { brandId, percent }));
  const drawn = found?.ids ?? [];
  // The last digits of an id are random, so the sample does not follow the order of an import.
  const customerIds = drawn.toSorted((a, b) => (a.slice(-12) < b.slice(-12) ? -1 : 1)).slice(0, SAMPLE);
  return { customerIds, each: (100 / percent) * (drawn.length / Math.max(1, customerIds.length)) };
}

function startTally(campaign: CountedCampaign, at: Instant) {
  const match = prepareAudience(campaign.audience);
  const hasWords = prepareText(campaign.text);
  const terms = { id: '', coolDownDays: campaign.coolDownDays, runningSince: null, from: null, priority: 0 };
  const leftOut = new Map<LeftOutReason, number>();
  const shown: { facts: AudienceFacts; days: number | null }[] = [];
  let matched = 0;
  let reachable = 0;
  return {
    count(page: readonly AudienceFacts[], day: number): void {
      for (const facts of page) {
        const met = match(facts, day);
        if (met === null) continue;
        matched += 1;
        const given = { at, met, hasWords: hasWords(facts, day), isAway: false };
        const why = leftOutOf({ ...facts, open: null, served: [] }, terms, given);
        if (why !== null) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
        else {
          reachable += 1;
          const [last] = facts.purchases;
          if (shown.length < EXAMPLES) shown.push({ facts, days: last === undefined ? null : daysSince(last, day) });
        }
      }
    },
    /** `each`: the customers for whom each counted one stands. */
    async finish(db: Reads, brand: BrandTerms, each: number): Promise<AudienceCount> {
      const counts = LEFT_OUT_REASONS.map((reason) => ({
        reason,
        count: Math.round((leftOut.get(reason) ?? 0) * each),
      }));
      const examples = await fillExamples(db, brand, campaign.text, shown);
      const estimate = { matched: Math.round(matched * each), reachable: Math.round(reachable * each) };
      return { isEstimate: each !== 1, ...estimate, leftOut: counts.filter(({ count }) => count > 0), examples };
    },
  };
}

async function fillExamples(
  db: Reads,
  { brandId, settings }: BrandTerms,
  text: string,
  shown: readonly { readonly facts: AudienceFacts; readonly days: number | null }[],
): Promise<readonly AudienceExample[]> {
  if (shown.length === 0) return [];
  const customerIds = shown.map(({ facts }) => facts.id);
  const names = await db.read(brandId, (reads) => reads.run(readNamesInText, { brandId, customerIds }));
  const byId = new Map(names.map((each) => [each.id, each]));
  return shown.flatMap(({ facts: { id, name, purchases }, days }) => {
    const { seller = null, store = '' } = byId.get(id) ?? {};
    const addressed = { customer: name, seller: seller ?? '', store, brand: settings.name };
    const filled = fillCampaignText(text, {
      ...addressed,
      lastItem: purchases[0]?.items ?? null,
      daysSincePurchase: days,
    });
    return filled === null ? [] : [{ customerId: id, name, text: filled }];
  });
}
