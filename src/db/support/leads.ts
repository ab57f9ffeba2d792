/** What brands whose plan lacks quiet hours say they would like, until somebody has talked to them (A1). */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

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

export const leadLeft = preparedWrite<{
  brandId: string;
  id: string;
  personId: string;
  personName: string;
  contact: string;
  wish: string;
  at: number;
}>()('lead_left', (q, p) =>
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

/** By whom and when of the first to settle it; `open` forgets both. */
export const leadSettled = preparedWrite<{ brandId: string; id: string; state: LeadState; by: string; at: number }>()(
  'lead_settled',
  (q, p) =>
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

/** A brand's, newest first. */
export const leadsPage = preparedRead<LeadsPageArgs>()('leads_page', (q, p) => newestLeads(q, p));

/** As `leadsPage`, of one state: a statement of its own, so that an index on the state finds the page. */
export const leadsPageInState = preparedRead<LeadsPageArgs & { state: LeadState }>()('leads_page_in_state', (q, p) =>
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

export const leadsByIds = preparedRead<{ brandId: string; ids: readonly string[] }>()('leads_by_ids', (q, p) =>
  q
    .selectFrom('leads as l')
    .innerJoin('brands as b', 'b.brandId', 'l.brandId')
    .where('l.brandId', '=', p.brandId)
    .where(sql<SqlBool>`l.id = any(${p.ids}::uuid[])`)
    .select(leadColumns),
);

/** Of all brands, the oldest first. Outside any brand; at most 200. */
export const waitingLeads = preparedRead<{
  state: LeadState;
  afterAt: number | null;
  afterId: string | null;
  limit: number;
}>()('waiting_leads', (q, p) =>
  q
    .selectFrom(
      sql<{ brandId: string; id: string }>`lead_ids(${p.state}::text, ${instant(p.afterAt)}, ${p.afterId}::uuid,
        ${p.limit}::int)`.as('l'),
    )
    .select(['l.brandId', 'l.id']),
);

/** Whose a lead is; null where there is none. Outside any brand. */
export const brandOfLead = preparedRead<{ id: string }>()('brand_of_lead', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_lead(${p.id}::uuid)`.as('brandId')),
);
