/**
 * Reads and writes leads: requests of brands whose plan lacks quiet hours, open until support has talked to the brand
 * (A1).
 */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

const leadColumns = [
  'l.id',
  'l.personName as person',
  'l.contact',
  'l.wish',
  'l.state',
  'l.createdAt',
  'l.doneAt',
  'l.doneBy',
  'b.brandId',
  'b.slug as brandSlug',
  'b.name as brandName',
  'b.plan as brandPlan',
] as const;

export type LeadState = 'open' | 'done';

export const insertLead = preparedWrite<{
  brandId: string;
  id: string;
  personId: string;
  personName: string;
  contact: string;
  wish: string;
  at: number;
}>()('insert_lead', (q, p) =>
  q.insertInto('leads').values({
    brandId: p.brandId,
    id: p.id,
    personId: p.personId,
    personName: p.personName,
    contact: p.contact,
    wish: p.wish,
    createdAt: instant(p.at),
  }),
);

/** Sets a lead's state. `done` keeps the person and instant of the first call; `open` clears both. */
export const updateLeadState = preparedWrite<{
  brandId: string;
  id: string;
  state: LeadState;
  by: string;
  at: number;
}>()('update_lead_state', (q, p) =>
  q
    .updateTable('leads')
    .set({
      state: p.state,
      doneAt: sql`case when ${p.state}::text = 'done' then ${instant(p.at)} end`,
      doneBy: sql`case when ${p.state}::text = 'done' then ${p.by}::text end`,
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .where('state', '!=', p.state),
);

interface LeadsPageArgs {
  brandId: string;
  beforeAt: number | null;
  beforeId: string | null;
  limit: number;
}

/** Lists a brand's leads, newest first. */
export const listLeads = preparedRead<LeadsPageArgs>()('list_leads', (q, p) => newestLeads(q, p));

/**
 * Lists a brand's leads of one state, newest first. A separate statement, so that an index on the state finds the page.
 */
export const listLeadsInState = preparedRead<LeadsPageArgs & { state: LeadState }>()('list_leads_in_state', (q, p) =>
  newestLeads(q, p).where('l.state', '=', p.state),
);

function newestLeads(q: Queries, p: LeadsPageArgs) {
  return q
    .selectFrom('leads as l')
    .innerJoin('brands as b', 'b.brandId', 'l.brandId')
    .where('l.brandId', '=', p.brandId)
    .where(
      sql<SqlBool>`(l.created_at, l.id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
    )
    .orderBy('l.createdAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(leadColumns);
}

export const findLeadsByIds = preparedRead<{ brandId: string; ids: readonly string[] }>()('find_leads_by_ids', (q, p) =>
  q
    .selectFrom('leads as l')
    .innerJoin('brands as b', 'b.brandId', 'l.brandId')
    .where('l.brandId', '=', p.brandId)
    .where(sql<SqlBool>`l.id = any(${p.ids}::uuid[])`)
    .select(leadColumns),
);

/** Lists the leads of all brands in one state, oldest first, at most 200. Runs outside any brand. */
export const listWaitingLeads = preparedRead<{
  state: LeadState;
  afterAt: number | null;
  afterId: string | null;
  limit: number;
}>()('list_waiting_leads', (q, p) =>
  q
    .selectFrom(
      sql<{ brandId: string; id: string }>`lead_ids(${p.state}::text, ${instant(p.afterAt)}, ${p.afterId}::uuid,
        ${p.limit}::int)`.as('l'),
    )
    .select(['l.brandId', 'l.id']),
);

/** Finds the brand of a lead; null: there is no such lead. Runs outside any brand. */
export const findBrandOfLead = preparedRead<{ id: string }>()('find_brand_of_lead', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_lead(${p.id}::uuid)`.as('brandId')),
);
