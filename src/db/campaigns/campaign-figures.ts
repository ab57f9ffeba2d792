/** Reads what became of campaigns: figures of their suggestions, their days, and what is held of them. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

/**
 * Counts the suggestions of campaigns by what became of them. A suggestion that another campaign took over is not
 * counted. `sent`: handed over to WhatsApp. `putOff`: refused in quiet hours, whatever came later. `answered`: the seller
 * talked with the customer or sold something. The attempts of each suggestion are found by its customer, one lookup each:
 * a join may read all attempts of a brand.
 */
export const countCampaignFigures = preparedRead<{ brandId: string; campaignIds: readonly string[] }>()(
  'count_campaign_figures',
  (q, p) =>
    q
      .selectFrom('suggestions as g')
      .innerJoinLateral(
        (lateral) =>
          lateral
            .selectFrom('attempts as a')
            .whereRef('a.brandId', '=', 'g.brandId')
            .whereRef('a.customerId', '=', 'g.customerId')
            .whereRef('a.suggestionId', '=', 'g.id')
            .select([
              sql<boolean>`coalesce(bool_or(a.state in ('handed_over', 'sent', 'unknown')), false)`.as('sent'),
              sql<boolean>`coalesce(bool_or(a.refused_at is not null), false)`.as('putOff'),
              sql<boolean>`coalesce(bool_or(a.outcome in ('talked', 'sold')), false)`.as('answered'),
            ])
            .as('r'),
        (join) => join.onTrue(),
      )
      .where('g.brandId', '=', p.brandId)
      .where(sql<boolean>`g.campaign_id = any(${p.campaignIds}::uuid[])`)
      .where(sql<boolean>`g.closed_reason is distinct from 'taken_over'`)
      .groupBy('g.campaignId')
      .select([
        'g.campaignId',
        sql<number>`count(*)::int`.as('suggested'),
        sql<number>`(count(*) filter (where r.sent))::int`.as('sent'),
        sql<number>`(count(*) filter (where r.put_off))::int`.as('putOff'),
        sql<number>`(count(*) filter (where r.answered))::int`.as('answered'),
        sql<number>`(count(*) filter (where g.state = 'open'))::int`.as('open'),
      ]),
);

/** Lists the last days of a campaign with the figures of all its stores, the newest first. */
export const listCampaignDays = preparedRead<{ brandId: string; campaignId: string }>()('list_campaign_days', (q, p) =>
  q
    .selectFrom('campaignDays as d')
    .where('d.brandId', '=', p.brandId)
    .where('d.campaignId', '=', p.campaignId)
    .groupBy('d.onDate')
    .orderBy('d.onDate', 'desc')
    .limit(31)
    .select([
      sql<string>`d.on_date::text`.as('date'),
      sql<number>`sum(d.matched)::int`.as('matched'),
      sql<number>`sum(d.suggested)::int`.as('suggested'),
      sql<number>`sum(d.without_seller)::int`.as('withoutSeller'),
      sql<Readonly<Record<string, number>>[]>`jsonb_agg(d.left_out)`.as('leftOut'),
    ]),
);

/** Counts the held contacts of a campaign that wait or are ready. */
export const countHoldsOfCampaign = preparedRead<{ brandId: string; campaignId: string }>()(
  'count_holds_of_campaign',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'h.brandId').onRef('a.id', '=', 'h.attemptId'))
      .innerJoin('suggestions as g', (on) =>
        on.onRef('g.brandId', '=', 'a.brandId').onRef('g.id', '=', 'a.suggestionId'),
      )
      .where('h.brandId', '=', p.brandId)
      .where('h.endedAt', 'is', null)
      .where('g.campaignId', '=', p.campaignId)
      .select(sql<number>`count(*)::int`.as('held')),
);

/** Locks the held contacts of a campaign that wait or are ready, in the order of their ids. */
export const lockHoldsOfCampaign = preparedWrite<{ brandId: string; campaignId: string }>()(
  'lock_holds_of_campaign',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brandId', '=', p.brandId)
      .where('h.endedAt', 'is', null)
      .where(
        sql<boolean>`exists (select from attempts a join suggestions g on g.brand_id = a.brand_id and g.id = a.suggestion_id
          where a.brand_id = h.brand_id and a.id = h.attempt_id and g.campaign_id = ${p.campaignId}::uuid)`,
      )
      .orderBy('h.id')
      .select(['h.id', 'h.sellerId', 'h.storeId', 'h.attemptId'])
      .forUpdate('h'),
);

/** Lists the active sellers of a brand with their stores. */
export const listServingSellers = preparedRead<{ brandId: string }>()('list_serving_sellers', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .where('active', '=', true)
    .where('role', 'in', ['seller', 'store_manager'])
    .where('storeId', 'is not', null)
    .select(['id', 'storeId']),
);
