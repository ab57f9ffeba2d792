/** Reads what the suggestions of a store's day depend on, the customers apart: the brand, its campaigns and the store's people. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { Audience } from '#rules/campaigns/campaign.ts';

/** Reads the brand's settings, and whether any silence and any listing of the brand exists. */
export const readSuggestionSettings = preparedRead<{ brandId: string }>()('read_suggestion_settings', (q, p) =>
  q
    .selectFrom('brands as b')
    .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .select([
      ...([
        'b.name',
        'b.plan',
        'h.revision',
        'h.timingRevision',
        'b.zone',
        'b.storeZones',
        'b.coolDownDays',
        'b.unansweredAfter',
        'b.suggestionsPerSellerDay',
      ] as const),
      sql<boolean>`exists (select from asked_silences z where z.brand_id = b.brand_id and z.ended_at is null)`.as(
        'hasSilences',
      ),
      sql<boolean>`exists (select from do_not_call_numbers l where l.brand_id = b.brand_id and l.removed_at is null)`.as(
        'hasListings',
      ),
    ]),
);

/** Lists the campaigns of the brand, drafts left out. */
export const listStartedCampaigns = preparedRead<{ brandId: string }>()('list_started_campaigns', (q, p) =>
  q
    .selectFrom('campaigns as m')
    .where('m.brandId', '=', p.brandId)
    .where('m.state', '<>', 'draft')
    .orderBy('m.priority')
    .orderBy('m.id')
    .select([
      ...(['m.id', 'm.name', 'm.priority', 'm.state', 'm.coolDownDays', 'm.perSellerDay', 'm.version'] as const),
      ...(['m.legalBasis', 'm.legalReason', 'm.template as text', 'm.fromOn as from', 'm.toOn as to'] as const),
      sql<Audience>`m.audience`.as('audience'),
      sql<number | null>`coalesce(m.running_since, m.started_at)`.as('runningSince'),
    ]),
);

/** Lists the active sellers and managers of a store, with their days off on a day (`YYYY-MM-DD`). */
export const listPeopleOfDay = preparedRead<{ brandId: string; storeId: string; on: string }>()(
  'list_people_of_day',
  (q, p) =>
    q
      .selectFrom('people as w')
      .where('w.brandId', '=', p.brandId)
      .where('w.storeId', '=', p.storeId)
      .where('w.active', '=', true)
      .orderBy('w.id')
      .select([
        ...(['w.id', 'w.name'] as const),
        sql<boolean>`w.role = 'seller'`.as('isSeller'),
        sql<boolean>`exists (select from absences a where a.brand_id = w.brand_id and a.person_id = w.id
          and a.from_on <= ${p.on}::date and a.until_on >= ${p.on}::date and a.ended_by is null)`.as('isAway'),
      ]),
);

/** Counts the suggestions of a day that sellers contacted or dismissed. `since`: the suggestions were made after it. */
export const countUsedSuggestions = preparedRead<{
  brandId: string;
  campaignIds: readonly string[];
  sellerIds: readonly string[];
  on: string;
  since: number;
}>()('count_used_suggestions', (q, p) =>
  q
    .selectFrom('suggestions as g')
    .where('g.brandId', '=', p.brandId)
    .where(sql<SqlBool>`g.campaign_id = any(${p.campaignIds}::uuid[])`)
    .where('g.createdAt', '>=', instant(p.since))
    .where(sql<SqlBool>`g.suggested_on = ${p.on}::date`)
    .where(sql<SqlBool>`g.seller_id = any(${p.sellerIds}::uuid[])`)
    .where(sql<SqlBool>`g.state in ('done', 'dismissed')`)
    .groupBy(['g.sellerId', 'g.campaignId'])
    .select(['g.sellerId', 'g.campaignId', sql<number>`count(*)::int`.as('count')]),
);
