/** What brands ask of support: each a ticket, numbered within its brand, that waits for the one or the other side. */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** With the brand beside it, as a line of the brand's list and of support's queue. */
const ticketColumns = [
  't.id',
  't.number',
  't.kind',
  't.startTime as start',
  't.endTime as end',
  't.reason',
  't.state',
  't.openedName as openedBy',
  't.createdAt',
  't.updatedAt',
  't.version',
  'b.brandId',
  'b.slug as brandSlug',
  'b.name as brandName',
  'b.plan as brandPlan',
] as const;

export type TicketState = 'open' | 'answered' | 'closed';

/** Before a ticket is numbered: until the commit nobody else opens one in this brand. */
export const lockTicketNumbers = preparedWrite<{ brandId: string }>()('lock_ticket_numbers', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended('tickets ' || ${p.brandId}::text, 0))`.as('taken')),
);

/** `start` and `end`: `HH:mm`, both null exactly for `deactivate`. */
export const insertTicket = preparedWrite<{
  brandId: string;
  id: string;
  kind: 'activate' | 'change' | 'deactivate';
  start: string | null;
  end: string | null;
  reason: string;
  openedBy: string;
  openedName: string;
  at: number;
}>()('insert_ticket', (q, p) =>
  q.insertInto('tickets').values({
    brandId: p.brandId,
    id: p.id,
    number: sql<number>`(select coalesce(max(t.number), 0) + 1 from tickets t where t.brand_id = ${p.brandId}::uuid)`,
    kind: p.kind,
    startTime: p.start,
    endTime: p.end,
    reason: p.reason,
    openedBy: p.openedBy,
    openedName: p.openedName,
    createdAt: instant(p.at),
    updatedAt: instant(p.at),
  }),
);

/** Takes a ticket until the transaction's end, so that what is said in it has an order. */
export const lockTicket = preparedWrite<{ brandId: string; id: string }>()('lock_ticket', (q, p) =>
  q
    .selectFrom('tickets')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['id', 'state', 'openedBy', 'createdAt'])
    .forUpdate(),
);

/** `version`: the one published for it; null leaves what stands there. */
export const updateTicketState = preparedWrite<{
  brandId: string;
  id: string;
  state: TicketState;
  version: number | null;
  at: number;
}>()('update_ticket_state', (q, p) =>
  q
    .updateTable('tickets')
    .set({ state: p.state, version: sql`coalesce(${p.version}, version)`, updatedAt: instant(p.at) })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

interface TicketsPageArgs {
  brandId: string;
  readerId: string | null;
  beforeAt: number | null;
  beforeId: string | null;
  limit: number;
}

/** A brand's, newest first. `unread`: news to `readerId`, a person of the brand; null: somebody of support. */
export const listTickets = preparedRead<TicketsPageArgs>()('list_tickets', (q, p) => newestTickets(q, p));

/** As `listTickets`, of one state: a statement of its own, so that an index on the state finds the page. */
export const listTicketsInState = preparedRead<TicketsPageArgs & { state: TicketState }>()(
  'list_tickets_in_state',
  (q, p) => newestTickets(q, p).where('t.state', '=', p.state),
);

function newestTickets(q: Queries, p: TicketsPageArgs) {
  return q
    .selectFrom('tickets as t')
    .innerJoin('brands as b', 'b.brandId', 't.brandId')
    .where('t.brandId', '=', p.brandId)
    .where(
      sql<SqlBool>`(t.created_at, t.id) < (coalesce(${instant(p.beforeAt)}, 'infinity'),
        coalesce(${p.beforeId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))`,
    )
    .orderBy('t.createdAt', 'desc')
    .orderBy('t.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(ticketColumns)
    .select(newsTo(p.readerId).as('unread'));
}

/** How many of a brand's tickets hold news to a person of it. */
export const countTicketsWithNews = preparedRead<{ brandId: string; readerId: string }>()(
  'count_tickets_with_news',
  (q, p) =>
    q
      .selectFrom('tickets as t')
      .where('t.brandId', '=', p.brandId)
      .where(newsTo(p.readerId))
      .select(sql<number>`count(*)::int`.as('unread')),
);

/** `readerId` null: somebody of support, to whom nothing is news. */
export const findTicketById = preparedRead<{ brandId: string; id: string; readerId: string | null }>()(
  'find_ticket_by_id',
  (q, p) =>
    q
      .selectFrom('tickets as t')
      .innerJoin('brands as b', 'b.brandId', 't.brandId')
      .where('t.brandId', '=', p.brandId)
      .where('t.id', '=', p.id)
      .select(ticketColumns)
      .select(newsTo(p.readerId).as('unread')),
);

/** Those of a brand that `listWaitingTickets` named. */
export const findTicketsByIds = preparedRead<{ brandId: string; ids: readonly string[] }>()(
  'find_tickets_by_ids',
  (q, p) =>
    q
      .selectFrom('tickets as t')
      .innerJoin('brands as b', 'b.brandId', 't.brandId')
      .where('t.brandId', '=', p.brandId)
      .where(sql<SqlBool>`t.id = any(${p.ids}::uuid[])`)
      .select(ticketColumns)
      .select(sql<boolean>`false`.as('unread')),
);

/** Of all brands, who waits longest first. Outside any brand; at most 200. */
export const listWaitingTickets = preparedRead<{
  state: TicketState;
  afterAt: number | null;
  afterId: string | null;
  limit: number;
}>()('list_waiting_tickets', (q, p) =>
  q
    .selectFrom(
      sql<{ brandId: string; id: string }>`ticket_ids(${p.state}::text, ${instant(p.afterAt)}, ${p.afterId}::uuid,
        ${p.limit}::int)`.as('t'),
    )
    .select(['t.brandId', 't.id']),
);

/** Whose a ticket is; null where there is none. Outside any brand. */
export const findBrandOfTicket = preparedRead<{ id: string }>()('find_brand_of_ticket', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_ticket(${p.id}::uuid)`.as('brandId')),
);

/** Support said something in ticket `t` that the reader has not seen. */
function newsTo(readerId: string | null) {
  return sql<boolean>`exists(select from ticket_messages m
    where m.brand_id = t.brand_id and m.ticket_id = t.id and m.side = 'support'
      and m.at > coalesce((select s.seen_at from tickets_seen s
        where s.brand_id = t.brand_id and s.ticket_id = t.id and s.person_id = ${readerId}::uuid), '-infinity'))`;
}
