/** Reads the campaigns of a brand with what became of their suggestions. */
import { countCampaignFigures, countHoldsOfCampaign, listCampaignDays } from '#db/campaigns/campaign-figures.ts';
import { listCampaigns, listCampaignVersions, readCampaign as readRecord } from '#db/campaigns/campaigns.ts';
import type { Reads } from '#db/core/db.ts';
import type { CampaignState } from '#rules/campaigns/campaign.ts';
import { findStartFaults } from './find-start-faults.ts';

export interface Figures {
  readonly suggested: number;
  readonly sent: number;
  readonly putOff: number;
  readonly answered: number;
  readonly open: number;
}

const NONE: Figures = { suggested: 0, sent: 0, putOff: 0, answered: 0, open: 0 };

export interface CampaignPage {
  readonly state: CampaignState | 'current' | 'all';
  /** The id of the last campaign of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Returns a page of campaigns in the order of state, priority and id. A brand has some hundreds of campaigns at most, so
 * that all are read, and figures are counted for the page alone. A page after a campaign that has left the list is empty.
 */
export function findCampaigns(db: Reads, brandId: string, { state, after, limit }: CampaignPage) {
  return db.read(brandId, async (reads) => {
    const all = await reads.run(listCampaigns, { brandId, state: state === 'all' ? null : state });
    const from = after === null ? 0 : indexAfter(all, after);
    const page = all.slice(from, from + limit);
    const counted = await reads.run(countCampaignFigures, { brandId, campaignIds: page.map(({ id }) => id) });
    const figures = new Map(counted.map((each) => [each.campaignId, each]));
    const campaigns = page.map((each) => ({ ...each, figures: figures.get(each.id) ?? NONE }));
    return { campaigns, total: all.length, last: all.length > from + limit ? (page.at(-1)?.id ?? null) : null };
  });
}

function indexAfter(all: readonly { readonly id: string }[], after: string): number {
  const index = all.findIndex(({ id }) => id === after);
  return index < 0 ? all.length : index + 1;
}

export type CampaignView = NonNullable<Awaited<ReturnType<typeof readCampaign>>>;

/** Returns null if the brand has no such campaign. */
export function readCampaign(db: Reads, brandId: string, id: string) {
  return db.read(brandId, async (reads) => {
    const [[campaign], [figures = NONE], [holds], days, versions] = await Promise.all([
      reads.run(readRecord, { brandId, id }),
      reads.run(countCampaignFigures, { brandId, campaignIds: [id] }),
      reads.run(countHoldsOfCampaign, { brandId, campaignId: id }),
      reads.run(listCampaignDays, { brandId, campaignId: id }),
      reads.run(listCampaignVersions, { brandId, campaignId: id }),
    ]);
    if (!campaign) return null;
    const summed = days.map((day) => ({ ...day, leftOut: sumReasons(day.leftOut) }));
    const toMend = await findStartFaults(reads, brandId, campaign);
    return { ...campaign, figures, held: holds?.held ?? 0, days: summed, versions, toMend };
  });
}

/** Adds up the customers whom the stores of a day left out, by reason, the most frequent first. */
function sumReasons(ofStores: readonly Readonly<Record<string, number>>[]) {
  const sums = new Map<string, number>();
  for (const [reason, count] of ofStores.flatMap(Object.entries<number>)) {
    sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return [...sums]
    .map(([reason, count]) => ({ reason, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
