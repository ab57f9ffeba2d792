/** Reads and writes moves of portfolios: what was planned, how far the move is, and what it counted. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { HeldChoice, MoveKind } from '#rules/customers/portfolio-move.ts';

/** `moving` and `returning`: steps are left to write. */
export type MoveState = 'moving' | 'moved' | 'returning' | 'returned';

export interface NewMove {
  readonly brandId: string;
  readonly id: string;
  readonly kind: MoveKind;
  readonly fromId: string;
  readonly storeId: string;
  /** Null: the shares are spread. */
  readonly toId: string | null;
  readonly held: HeldChoice;
  readonly at: number;
  readonly by: string;
  /** Null: an absence, whose end returns what was not used. */
  readonly undoUntil: number | null;
}

/** Inserts a move. Violates `portfolio_moves_running` while another move of the same person is being written. */
export const insertMove = preparedWrite<NewMove>()('insert_portfolio_move', (q, p) =>
  q.insertInto('portfolioMoves').values({
    brandId: p.brandId,
    id: p.id,
    kind: p.kind,
    fromId: p.fromId,
    storeId: p.storeId,
    toId: p.toId,
    held: p.held,
    state: 'moving',
    movedAt: instant(p.at),
    movedBy: p.by,
    undoUntil: instant(p.undoUntil),
  }),
);

/** Plans one step: who gets which customer. Both lists have the same length. */
export const insertPlannedStep = preparedWrite<{
  brandId: string;
  moveId: string;
  number: number;
  customerIds: readonly string[];
  toIds: readonly string[];
}>()('insert_planned_step', (q, p) =>
  q.insertInto('portfolioMoveSteps').values({
    brandId: p.brandId,
    moveId: p.moveId,
    number: p.number,
    customerIds: sql`${p.customerIds}::uuid[]`,
    toIds: sql`${p.toIds}::uuid[]`,
  }),
);

const moveColumns = [
  'm.id',
  'm.kind',
  'm.fromId',
  'm.storeId',
  'm.toId',
  'm.held',
  'm.state',
  'm.customers',
  'm.suggestions',
  'm.holdsPassed',
  'm.holdsEnded',
  'm.movedAt',
  'm.movedBy',
  'm.undoUntil',
  'm.returnedAt',
  'm.returnedBy',
] as const;

/** Locks a move until the end of the transaction, so that one server writes each step. */
export const lockMove = preparedWrite<{ brandId: string; id: string }>()('lock_portfolio_move', (q, p) =>
  q
    .selectFrom('portfolioMoves as m')
    .where('m.brandId', '=', p.brandId)
    .where('m.id', '=', p.id)
    .select(moveColumns)
    .forUpdate(),
);

export const findMove = preparedRead<{ brandId: string; id: string }>()('find_portfolio_move', (q, p) =>
  q.selectFrom('portfolioMoves as m').where('m.brandId', '=', p.brandId).where('m.id', '=', p.id).select(moveColumns),
);

/**
 * Lists the moves of a person's portfolio since an instant, newest first, with the people who got customers. `progress`:
 * of a move or return that is being written, how many customers are done; null: nothing is left to write.
 */
export const listMoves = preparedRead<{ brandId: string; fromId: string; since: number; limit: number }>()(
  'list_portfolio_moves',
  (q, p) =>
    q
      .selectFrom('portfolioMoves as m')
      .innerJoin('people as b', (on) => on.onRef('b.brandId', '=', 'm.brandId').onRef('b.id', '=', 'm.movedBy'))
      .where('m.brandId', '=', p.brandId)
      .where('m.fromId', '=', p.fromId)
      .where('m.kind', '=', 'portfolio')
      .where('m.movedAt', '>=', instant(p.since))
      .orderBy('m.movedAt', 'desc')
      .orderBy('m.id', 'desc')
      .limit(sql<number>`${p.limit}::int`)
      .select(moveColumns)
      .select([
        'b.name as movedByName',
        sql<{ id: string; name: string; customers: number }[]>`coalesce((select jsonb_agg(jsonb_build_object('id', w.id,
            'name', w.name, 'customers', t.n) order by w.name collate "C", w.id)
          from (select r.to_id, count(*) as n from (
              select g.to_id from portfolio_move_customers g
                where g.brand_id = m.brand_id and g.move_id = m.id and g.state <> 'skipped'
              union all
              select unnest(s.to_ids) from portfolio_move_steps s where s.brand_id = m.brand_id and s.move_id = m.id
            ) r group by 1) t
          join people w on w.brand_id = m.brand_id and w.id = t.to_id), '[]'::jsonb)`.as('recipients'),
        sql<{ done: number; total: number } | null>`case when m.state in ('moving', 'returning') then (
            select jsonb_build_object('total', count(*) + (
                select coalesce(sum(cardinality(s.customer_ids)), 0) from portfolio_move_steps s
                where s.brand_id = m.brand_id and s.move_id = m.id),
              'done', count(*) filter (where m.state = 'moving' or r.state <> 'moved'))
            from portfolio_move_customers r where r.brand_id = m.brand_id and r.move_id = m.id
              and (m.state = 'moving' or r.state <> 'skipped')) end`.as('progress'),
      ]),
);

/** Lists the moves with steps left to write. */
export const findUnfinishedMoves = preparedRead<{ brandId: string }>()('find_unfinished_moves', (q, p) =>
  q
    .selectFrom('portfolioMoves')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`state in ('moving', 'returning')`)
    .orderBy('movedAt')
    .orderBy('id')
    .select(['id', 'state']),
);

export const setMoveState = preparedWrite<{ brandId: string; id: string; state: MoveState }>()(
  'set_portfolio_move_state',
  (q, p) =>
    q.updateTable('portfolioMoves').set({ state: p.state }).where('brandId', '=', p.brandId).where('id', '=', p.id),
);

/** Begins the return of a move. Violates `portfolio_moves_running` like `insertMove`. `by` null: the absence ended by itself. */
export const beginReturn = preparedWrite<{ brandId: string; id: string; by: string | null; at: number }>()(
  'begin_portfolio_return',
  (q, p) =>
    q
      .updateTable('portfolioMoves')
      .set({ state: 'returning', returnedAt: instant(p.at), returnedBy: p.by })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id),
);

/** Adds what one step moved to the counts of the move. */
export const addMoveCounts = preparedWrite<{
  brandId: string;
  id: string;
  customers: number;
  suggestions: number;
  holdsPassed: number;
  holdsEnded: number;
}>()('add_portfolio_move_counts', (q, p) =>
  q
    .updateTable('portfolioMoves')
    .set({
      customers: sql`customers + ${p.customers}::int`,
      suggestions: sql`suggestions + ${p.suggestions}::int`,
      holdsPassed: sql`holds_passed + ${p.holdsPassed}::int`,
      holdsEnded: sql`holds_ended + ${p.holdsEnded}::int`,
    })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

/** Counts the customers of a move by their state and, for those who stayed, by the reason. */
export const countMoveCustomers = preparedRead<{ brandId: string; moveId: string }>()(
  'count_portfolio_move_customers',
  (q, p) =>
    q
      .selectFrom('portfolioMoveCustomers')
      .where('brandId', '=', p.brandId)
      .where('moveId', '=', p.moveId)
      .groupBy(['state', 'stayedBecause'])
      .select(['state', 'stayedBecause', sql<number>`count(*)::int`.as('count')]),
);

/** Counts the held contacts and suggestions of a move, and those that returned. */
export const countMoveItems = preparedRead<{ brandId: string; moveId: string }>()(
  'count_portfolio_move_items',
  (q, p) =>
    q
      .selectFrom('portfolioMoveItems')
      .where('brandId', '=', p.brandId)
      .where('moveId', '=', p.moveId)
      .groupBy('kind')
      .select([
        'kind',
        sql<number>`count(*)::int`.as('count'),
        sql<number>`count(*) filter (where is_returned)::int`.as('returned'),
      ]),
);

/** Finds the brands with moves to continue, or with absences that start or end. */
export const findBrandsWithMovesDue = preparedRead<{ byApp: number }>()('find_brands_with_moves_due', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select brands_with_moves_due(${instant(p.byApp)}))`.as('brandIds')),
);

/** Deletes the rows of customers of moves that were made before an instant and have ended. */
export const deleteOldMoveCustomers = preparedWrite<{ brandId: string; before: number }>()(
  'delete_old_portfolio_move_customers',
  (q, p) => q.deleteFrom('portfolioMoveCustomers').where('brandId', '=', p.brandId).where(oldMove(p.brandId, p.before)),
);

/** Deletes the items of the same moves. */
export const deleteOldMoveItems = preparedWrite<{ brandId: string; before: number }>()(
  'delete_old_portfolio_move_items',
  (q, p) => q.deleteFrom('portfolioMoveItems').where('brandId', '=', p.brandId).where(oldMove(p.brandId, p.before)),
);

function oldMove(brandId: string, before: number) {
  return sql<boolean>`move_id in (select m.id from portfolio_moves m where m.brand_id = ${brandId}::uuid
    and m.moved_at < ${instant(before)}
    and (m.state = 'returned' or (m.state = 'moved' and m.kind = 'portfolio')))`;
}
