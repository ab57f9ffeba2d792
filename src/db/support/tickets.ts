/**
 * Reads and writes tickets: requests of brands to support, numbered within the brand; each waits for the brand or for
 * support.
 */
import { type SqlBool, sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** The columns of a ticket with its brand, for the brand's list and for support's queue. */
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

/** Locks the numbering of the brand's tickets until the commit, so that two tickets do not get the same number. */
export const lockTicketNumbers = preparedWrite<{ brandId: string }>()('lock_ticket_numbers', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended('tickets ' || ${p.brandId}::text, 0))`.as('taken')),
);

/** Inserts a ticket. `start` and `end`: `HH:mm`; both are null exactly for `deactivate`. */
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

/** Locks a ticket until the end of the transaction, so that its messages have an order. */
export const lockTicket = preparedWrite<{ brandId: string; id: string }>()('lock_ticket', (q, p) =>
  q
    .selectFrom('tickets')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['id', 'state', 'openedBy', 'createdAt'])
    .forUpdate(),
);

/** Sets a ticket's state. `version`: the version published for the ticket; null keeps the present value. */
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

/**
 * Lists a brand's tickets, newest first. `unread`: the ticket has news for `readerId`, a person of the brand;
 * `readerId` null: the reader is of support.
 */
export const listTickets = preparedRead<TicketsPageArgs>()('list_tickets', (q, p) => newestTickets(q, p));

/**
 * Lists a brand's tickets of one state, newest first. A separate statement, so that an index on the state finds the
 * page.
 */
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

/** Counts a brand's tickets that have news for a person. */
export const countTicketsWithNews = preparedRead<{ brandId: string; readerId: string }>()(
  'count_tickets_with_news',
  (q, p) =>
    q
      .selectFrom('tickets as t')
      .where('t.brandId', '=', p.brandId)
      .where(newsTo(p.readerId))
      .select(sql<number>`count(*)::int`.as('unread')),
);

/** Finds a ticket. `readerId` null: the reader is of support, for whom nothing counts as news. */
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

/** Finds the tickets of a brand that `listWaitingTickets` listed. */
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

/** Lists the tickets of all brands in one state, those that wait longest first, at most 200. Runs outside any brand. */
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

/** Finds the brand of a ticket; null: there is no such ticket. Runs outside any brand. */
export const findBrandOfTicket = preparedRead<{ id: string }>()('find_brand_of_ticket', (q, p) =>
  q.selectNoFrom(sql<string | null>`brand_of_ticket(${p.id}::uuid)`.as('brandId')),
);

/** Whether support wrote a message in ticket `t` that the reader has not seen. */
function newsTo(readerId: string | null) {
  return sql<boolean>`exists(select from ticket_messages m
    where m.brand_id = t.brand_id and m.ticket_id = t.id and m.side = 'support'
      and m.at > coalesce((select s.seen_at from tickets_seen s
        where s.brand_id = t.brand_id and s.ticket_id = t.id and s.person_id = ${readerId}::uuid), '-infinity'))`;
}
