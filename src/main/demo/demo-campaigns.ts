/** Makes the demo's campaigns: three run, one of them since long ago, one ends today, one ended, and one is a draft. */
import type { Tx } from '#db/core/db.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { Audience, Campaign, CampaignState } from '#rules/campaigns/campaign.ts';
import { SINCE } from './policy-log.ts';
import type { Seeded } from './seeded-random.ts';
import { CAMPAIGNS } from './vocabulary.ts';

export interface DemoCampaign extends Campaign {
  readonly name: CampaignName;
  readonly template: string;
  readonly state: CampaignState;
}

type CampaignName = (typeof CAMPAIGNS)[number]['name'];

/** A seller of the demo has so many suggestions a day: a list that a visitor can read. */
const PER_SELLER_DAY = 12;

const TERMS: Readonly<
  Record<CampaignName, { state: CampaignState; audience: Audience; perSellerDay: number; endsToday?: true }>
> = {
  Aniversário: { state: 'running', audience: { birthdayWithinDays: 7 }, perSellerDay: 3 },
  Cashback: { state: 'ended', audience: { lastPurchaseDays: { min: 20, max: 60 } }, perSellerDay: 3 },
  'Pós-venda': { state: 'running', audience: { lastPurchaseDays: { min: 5, max: 14 } }, perSellerDay: 2 },
  Novidades: { state: 'running', audience: {}, perSellerDay: 5, endsToday: true },
  Reencontro: { state: 'running', audience: { lastPurchaseDays: { min: 60, max: null } }, perSellerDay: 12 },
  'Boas-vindas': { state: 'draft', audience: { lastPurchaseDays: { min: 1, max: 4 } }, perSellerDay: 3 },
};

/** `today`: UTC midnight of the day on which the demo is made. */
export function demoCampaigns({ id }: Seeded, today: number): readonly DemoCampaign[] {
  const todayOn = new Date(today).toISOString().slice(0, 10);
  return CAMPAIGNS.map(({ name, template }, i) => {
    const { state, audience, perSellerDay, endsToday } = TERMS[name];
    return {
      ...{ id: id(), name, template, text: template, priority: i + 1, state, audience, perSellerDay },
      ...{ from: null, to: endsToday ? todayOn : null, coolDownDays: 7 },
      ...{ legalBasis: 'consent', legalReason: null, version: 1 },
    };
  });
}

export async function saveDemoCampaigns(
  tx: Tx,
  { brandId, managerId }: { readonly brandId: string; readonly managerId: string },
  campaigns: readonly DemoCampaign[],
): Promise<void> {
  const at = instant(SINCE);
  const rows = campaigns.map(({ text, from, to, audience, ...campaign }) => ({
    ...{ brandId, ...campaign, audience: json(audience), active: campaign.state === 'running' },
    ...{ fromOn: from, toOn: to, createdAt: at, updatedAt: at },
    startedAt: campaign.state === 'draft' ? null : at,
    endedAt: campaign.state === 'ended' ? at : null,
  }));
  await tx.q.insertInto('campaigns').values(rows).execute();
  const versions = campaigns.map(({ template, state, ...body }) => ({
    ...{ brandId, campaignId: body.id, version: body.version, at, byId: managerId, body: json(body) },
  }));
  await tx.q.insertInto('campaignVersions').values(versions).execute();
  await tx.q
    .updateTable('brands')
    .set({ suggestionsPerSellerDay: PER_SELLER_DAY })
    .where('brandId', '=', brandId)
    .execute();
}
