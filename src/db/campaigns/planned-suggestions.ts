/** Writes the suggestions of a store's day, ends those that are over, and counts both. */
import { type SqlBool, sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset, recordsQuery } from '#db/core/recordset.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { EndReason } from '#rules/campaigns/suggestion-end.ts';

export interface NewSuggestion {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignVersion: number;
  readonly customerId: string;
  readonly sellerId: string;
  readonly priority: number;
  readonly reason: unknown;
  readonly endsOn: string | null;
}

/**
 * Inserts the suggestions of a day, apart from those for which something changed since they were planned: the campaign
 * stopped, the customer went, stopped, or changed the store or the seller, or the seller left. A customer with an open
 * suggestion gets no second one.
 */
export const insertPlannedSuggestions = preparedWrite<{
  brandId: string;
  storeId: string;
  on: string;
  at: number;
  made: readonly NewSuggestion[];
}>()('insert_planned_suggestions', (q, p) =>
  q
    .insertInto('suggestions')
    .columns([
      ...(['brandId', 'id', 'campaignId', 'customerId', 'sellerId', 'priority', 'reason'] as const),
      ...(['campaignVersion', 'suggestedOn', 'endsOn', 'createdAt'] as const),
    ])
    .expression(
      sql`select ${p.brandId}::uuid, r.id, r.campaign_id, r.customer_id, r.seller_id, r.priority, r.reason,
          r.campaign_version, ${p.on}::date, r.ends_on, ${instant(p.at)}
        from ${recordset(
          p.made,
          `id uuid, campaign_id uuid, customer_id uuid, seller_id uuid, priority smallint, reason jsonb,
          campaign_version integer, ends_on date`,
        )}
        join customers c on c.brand_id = ${p.brandId}::uuid and c.id = r.customer_id and c.availability = 'present'
          and c.store_id = ${p.storeId}::uuid and (c.seller_id is null or c.seller_id = r.seller_id)
          and c.opted_out_at is null and c.permission = 'granted'
        join people w on w.brand_id = ${p.brandId}::uuid and w.id = r.seller_id and w.active
          and w.store_id = ${p.storeId}::uuid
        join campaigns m on m.brand_id = ${p.brandId}::uuid and m.id = r.campaign_id and m.state = 'running'
        order by r.id`,
    )
    .onConflict((conflict) =>
      conflict.columns(['brandId', 'customerId']).where(sql<SqlBool>`state = 'open'`).doNothing(),
    )
    .returning(['id', 'campaignId', 'sellerId']),
);

export interface SuggestionEnding {
  readonly id: string;
  readonly reason: EndReason;
}

/** Ends open suggestions. One that its seller has touched meanwhile is not taken over. */
export const endPlannedSuggestions = preparedWrite<{
  brandId: string;
  endings: readonly SuggestionEnding[];
  at: number;
}>()('end_planned_suggestions', (q, p) =>
  q
    .with('r', recordsQuery(p.endings, 'id uuid, reason text'))
    .updateTable('suggestions as s')
    .from('r')
    .set({ state: 'ended', closedAt: instant(p.at), closedReason: sql`r.reason` })
    .where('s.brandId', '=', p.brandId)
    .whereRef('s.id', '=', 'r.id')
    .where('s.state', '=', 'open')
    .where(sql<SqlBool>`(r.reason <> 'taken_over' or (s.touched_at is null and s.not_before is null
      and not exists (select from attempts a where a.brand_id = s.brand_id and a.customer_id = s.customer_id
        and a.suggestion_id = s.id)))`)
    .returning(['s.id', 's.sellerId']),
);

/**
 * Ends the open suggestions of a campaign, those for which no held contact waits. What is held goes on, and its
 * suggestion ends with it.
 */
export const endCampaignSuggestions = preparedWrite<{
  brandId: string;
  campaignId: string;
  reason: EndReason;
  at: number;
}>()('end_campaign_suggestions', (q, p) =>
  q
    .updateTable('suggestions as s')
    .set({ state: 'ended', closedAt: instant(p.at), closedReason: sql`${p.reason}::text` })
    .where('s.brandId', '=', p.brandId)
    .where('s.campaignId', '=', p.campaignId)
    .where('s.state', '=', 'open')
    .where(sql<SqlBool>`not exists (select from holds h join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
      where h.brand_id = s.brand_id and h.customer_id = s.customer_id and h.ended_at is null and a.suggestion_id = s.id)`)
    .returning(['s.id', 's.sellerId']),
);

export interface CampaignDayRow {
  readonly campaignId: string;
  readonly matched: number;
  readonly suggested: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly withoutSeller: number;
}

/** Writes the figures of a day; a run of the same day adds what it suggested. */
export const saveCampaignDays = preparedWrite<{
  brandId: string;
  storeId: string;
  on: string;
  days: readonly CampaignDayRow[];
}>()('save_campaign_days', (q, p) =>
  q
    .insertInto('campaignDays')
    .columns(['brandId', 'storeId', 'onDate', 'campaignId', 'matched', 'suggested', 'leftOut', 'withoutSeller'])
    .expression(
      sql`select ${p.brandId}::uuid, ${p.storeId}::uuid, ${p.on}::date, r."campaignId", r.matched, r.suggested,
          r."leftOut", r."withoutSeller"
        from jsonb_to_recordset(${json(p.days)})
          as r("campaignId" uuid, matched integer, suggested integer, "leftOut" jsonb, "withoutSeller" integer)`,
    )
    .onConflict((conflict) =>
      conflict.columns(['brandId', 'campaignId', 'storeId', 'onDate']).doUpdateSet({
        matched: sql`excluded.matched`,
        suggested: sql`campaign_days.suggested + excluded.suggested`,
        leftOut: sql`excluded.left_out`,
        withoutSeller: sql`excluded.without_seller`,
      }),
    ),
);

/** Ends the campaigns that are over: no store has a day left. `before`: the earliest date that any store shows. */
export const endPastCampaigns = preparedWrite<{ brandId: string; before: string; at: number }>()(
  'end_past_campaigns',
  (q, p) =>
    q
      .updateTable('campaigns')
      .set({ state: 'ended', active: false, endedAt: instant(p.at), updatedAt: instant(p.at) })
      .where('brandId', '=', p.brandId)
      .where('state', 'in', ['running', 'paused'])
      .where(sql<SqlBool>`to_on < ${p.before}::date`)
      .returning('id'),
);
