/**
 * Writes one step of a move, for customers that the transaction has locked: customers, suggestions, and what of them
 * returns. Held contacts change through `applyHoldChanges`.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import type { TextRange } from '#rules/holds/seller-name.ts';

interface Step {
  readonly brandId: string;
  readonly moveId: string;
  readonly customerIds: readonly string[];
}

/** A step that changes rows by customer: `toIds` has the new seller of each customer, in the order of `customerIds`. */
interface PairedStep extends Step {
  readonly toIds: readonly string[];
  readonly fromId: string;
}

/**
 * Selects the step's customers with their new sellers, as table `r`. The statements join these arrays and not the table
 * of the plan: without statistics the planner would read all customers of the move for each customer of the step. For
 * the same reason they compare sellers and stores with `is not distinct from`, for which PostgreSQL uses no index, so
 * that rows are found by their customer.
 */
function pairsOf({ customerIds, toIds }: Pick<PairedStep, 'customerIds' | 'toIds'>) {
  return sql<{ customerId: string; toId: string }>`unnest(${customerIds}::uuid[], ${toIds}::uuid[])`.as<'r'>(
    sql`r(customer_id, to_id)`,
  );
}

/** Takes the next step out of the plan of a move; the caller has locked the move. */
export const takePlannedStep = preparedWrite<{ brandId: string; moveId: string }>()('take_planned_step', (q, p) =>
  q
    .deleteFrom('portfolioMoveSteps')
    .where('brandId', '=', p.brandId)
    .where('moveId', '=', p.moveId)
    .where(
      sql<boolean>`number = (select min(s.number) from portfolio_move_steps s
        where s.brand_id = ${p.brandId}::uuid and s.move_id = ${p.moveId}::uuid)`,
    )
    .returning(['customerIds', 'toIds']),
);

/** Lists the next customers of a move that were moved and have not returned, in the order of their ids. */
export const listMovedCustomers = preparedRead<{
  brandId: string;
  moveId: string;
  limit: number;
}>()('list_moved_customers', (q, p) =>
  q
    .selectFrom('portfolioMoveCustomers')
    .where('brandId', '=', p.brandId)
    .where('moveId', '=', p.moveId)
    .where('state', '=', sql.lit('moved'))
    .orderBy('customerId')
    .limit(sql<number>`${p.limit}::int`)
    .select(['customerId', 'toId']),
);

/** Gives customers who are still in the portfolio to their new sellers. Returns each with its new state. */
export const moveCustomers = preparedWrite<PairedStep & { storeId: string }>()('move_portfolio_customers', (q, p) =>
  q
    .with('given', (w) =>
      w
        .updateTable('customers as c')
        .from(pairsOf(p))
        .set(({ ref }) => ({ sellerId: ref('r.toId') }))
        .where('c.brandId', '=', p.brandId)
        .whereRef('c.id', '=', 'r.customerId')
        .where('c.sellerId', 'is not distinct from', p.fromId)
        .where('c.storeId', 'is not distinct from', p.storeId)
        .where('c.availability', '=', 'present')
        .returning('c.id'),
    )
    .insertInto('portfolioMoveCustomers')
    .columns(['brandId', 'moveId', 'customerId', 'toId', 'state'])
    .expression(
      sql`select ${p.brandId}::uuid, ${p.moveId}::uuid, r.customer_id, r.to_id,
          case when g.id is null then 'skipped' else 'moved' end
        from unnest(${p.customerIds}::uuid[], ${p.toIds}::uuid[]) as r(customer_id, to_id)
        left join given g on g.id = r.customer_id`,
    )
    .returning(['customerId', 'toId', 'state']),
);

/** Records that an absence has reached these customers; an absence changes no portfolio. */
export const recordCustomerMoves = preparedWrite<Step & { toIds: readonly string[] }>()(
  'record_customer_moves',
  (q, p) =>
    q
      .insertInto('portfolioMoveCustomers')
      .columns(['brandId', 'moveId', 'customerId', 'toId', 'state'])
      .expression(
        sql`select ${p.brandId}::uuid, ${p.moveId}::uuid, r.customer_id, r.to_id, 'moved'
          from unnest(${p.customerIds}::uuid[], ${p.toIds}::uuid[]) as r(customer_id, to_id)`,
      )
      .returning(['customerId', 'toId', 'state']),
);

/**
 * Gives the earlier seller's open suggestions for these customers to the customers' new sellers, except where the new
 * seller has one of the same campaign. `passedBy`: the manager who passes them on for days off; null for a portfolio.
 */
export const moveSuggestions = preparedWrite<PairedStep & { passedBy: string | null }>()('move_suggestions', (q, p) =>
  q
    .with('given', (w) =>
      w
        .updateTable('suggestions as g')
        .from(pairsOf(p))
        .set(({ ref }) => ({ sellerId: ref('r.toId'), passedBy: p.passedBy }))
        .where('g.brandId', '=', p.brandId)
        .whereRef('g.customerId', '=', 'r.customerId')
        .where('g.sellerId', 'is not distinct from', p.fromId)
        .where('g.state', '=', sql.lit('open'))
        .where(
          sql<boolean>`not exists (select from suggestions o where o.brand_id = g.brand_id
              and o.customer_id = g.customer_id and o.seller_id = r.to_id and o.campaign_id = g.campaign_id
              and o.state = 'open')`,
        )
        .returning(['g.id', 'g.customerId']),
    )
    .insertInto('portfolioMoveItems')
    .columns(['brandId', 'moveId', 'customerId', 'kind', 'itemId'])
    .expression(sql`select ${p.brandId}::uuid, ${p.moveId}::uuid, g.customer_id, 'suggestion', g.id from given g`)
    .returning('itemId'),
);

/**
 * Locks the live holds for these customers that are the earlier seller's (`of` is `from`) or their new sellers' (`to`),
 * until the end of the transaction, and reads their texts. `nextId`: who gets the hold by the move or its return.
 * `isOfMove`: whether this move had passed the hold on.
 */
export const lockHoldsOfStep = preparedWrite<PairedStep & { of: 'from' | 'to' }>()('lock_holds_of_step', (q, p) =>
  q
    .selectFrom('holds as h')
    .innerJoin('attempts as a', (on) => on.onRef('a.brandId', '=', 'h.brandId').onRef('a.id', '=', 'h.attemptId'))
    .innerJoin(pairsOf(p), (on) => on.onRef('r.customerId', '=', 'h.customerId'))
    .where('h.brandId', '=', p.brandId)
    .where('h.endedAt', 'is', null)
    .where(
      sql<boolean>`h.seller_id is not distinct from
          case ${p.of}::text when 'from' then ${p.fromId}::uuid else r.to_id end`,
    )
    .orderBy('h.id')
    .select([
      'h.id',
      'h.attemptId',
      'h.customerId',
      'h.sellerId',
      'h.state',
      sql<string>`case ${p.of}::text when 'from' then r.to_id else ${p.fromId}::uuid end`.as('nextId'),
      sql<boolean>`h.passed_by is not null`.as('isPassedOn'),
      sql<boolean>`exists (select from holds o where o.brand_id = h.brand_id and o.customer_id = h.customer_id
          and o.ended_at is null
          and o.seller_id = case ${p.of}::text when 'from' then r.to_id else ${p.fromId}::uuid end)`.as('hasOther'),
      sql<boolean>`exists (select from portfolio_move_items i where i.brand_id = h.brand_id and i.move_id = ${p.moveId}::uuid
          and i.customer_id = h.customer_id and i.kind = 'hold' and i.item_id = h.id)`.as('isOfMove'),
      'a.text',
      sql<readonly TextRange[]>`a.seller_stretches`.as('sellerStretches'),
      'a.speaksAs',
    ])
    .forUpdate('h'),
);

export const insertMovedHolds = preparedWrite<{
  brandId: string;
  moveId: string;
  customerIds: readonly string[];
  holdIds: readonly string[];
}>()('insert_moved_holds', (q, p) =>
  q
    .insertInto('portfolioMoveItems')
    .columns(['brandId', 'moveId', 'customerId', 'kind', 'itemId'])
    .expression(
      sql`select ${p.brandId}::uuid, ${p.moveId}::uuid, r.customer_id, 'hold', r.id
        from unnest(${p.customerIds}::uuid[], ${p.holdIds}::uuid[]) as r(customer_id, id)`,
    ),
);

/** Returns to the portfolio the customers who still are where the move put them, and notes why others stay. */
export const returnCustomers = preparedWrite<PairedStep & { storeId: string }>()('return_portfolio_customers', (q, p) =>
  q
    .with('back', (w) =>
      w
        .updateTable('customers as c')
        .from(pairsOf(p))
        .set({ sellerId: p.fromId })
        .where('c.brandId', '=', p.brandId)
        .whereRef('c.id', '=', 'r.customerId')
        .whereRef('c.sellerId', 'is not distinct from', 'r.toId')
        .where('c.storeId', 'is not distinct from', p.storeId)
        .where('c.availability', '=', 'present')
        .returning('c.id'),
    )
    .updateTable('portfolioMoveCustomers as r')
    .set({
      state: sql`case when r.customer_id in (select b.id from back b) then 'returned' else 'stayed' end`,
      stayedBecause: sql`case when r.customer_id in (select b.id from back b) then null
          else (select case when c.availability <> 'present' then 'gone'
              when c.store_id <> ${p.storeId}::uuid then 'other_store' else 'moved_on' end
            from customers c where c.brand_id = r.brand_id and c.id = r.customer_id) end`,
    })
    .where('r.brandId', '=', p.brandId)
    .where('r.moveId', '=', p.moveId)
    .where(sql<boolean>`r.customer_id = any(${p.customerIds}::uuid[])`)
    .returning(['r.customerId', 'r.toId', 'r.state']),
);

/** Records that the end of an absence has returned these customers; an absence changes no portfolio. */
export const recordCustomerReturns = preparedWrite<Step>()('record_customer_returns', (q, p) =>
  q
    .updateTable('portfolioMoveCustomers as r')
    .set({ state: 'returned' })
    .where('r.brandId', '=', p.brandId)
    .where('r.moveId', '=', p.moveId)
    .where(sql<boolean>`r.customer_id = any(${p.customerIds}::uuid[])`)
    .returning(['r.customerId', 'r.toId', 'r.state']),
);

/**
 * Returns the moved suggestions that are still open with the new seller. A suggestion whose message the new seller
 * holds has been used, and stays. The caller has passed back the holds that return.
 */
export const returnSuggestions = preparedWrite<PairedStep>()('return_suggestions', (q, p) =>
  q
    .with('back', (w) =>
      w
        .updateTable('suggestions as g')
        .from(pairsOf(p))
        .set({ sellerId: p.fromId, passedBy: null })
        .where('g.brandId', '=', p.brandId)
        .whereRef('g.customerId', '=', 'r.customerId')
        .where('g.state', '=', sql.lit('open'))
        .whereRef('g.sellerId', 'is not distinct from', 'r.toId')
        .where(
          sql<boolean>`exists (select from portfolio_move_items i where i.brand_id = g.brand_id
            and i.move_id = ${p.moveId}::uuid and i.customer_id = g.customer_id and i.kind = 'suggestion'
            and i.item_id = g.id)`,
        )
        .where(
          sql<boolean>`not exists (select from holds h join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
            where h.brand_id = g.brand_id and h.customer_id = g.customer_id and h.seller_id = r.to_id
            and h.ended_at is null and a.suggestion_id = g.id)`,
        )
        .returning('g.id'),
    )
    .updateTable('portfolioMoveItems as i')
    .set({ isReturned: true })
    .where('i.brandId', '=', p.brandId)
    .where('i.moveId', '=', p.moveId)
    .where(sql<boolean>`i.customer_id = any(${p.customerIds}::uuid[])`)
    .where('i.kind', '=', sql.lit('suggestion'))
    .where(sql<boolean>`i.item_id in (select b.id from back b)`)
    .returning('i.itemId'),
);

export const recordHoldReturns = preparedWrite<Step & { holdIds: readonly string[] }>()('record_hold_returns', (q, p) =>
  q
    .updateTable('portfolioMoveItems')
    .set({ isReturned: true })
    .where('brandId', '=', p.brandId)
    .where('moveId', '=', p.moveId)
    .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`)
    .where('kind', '=', sql.lit('hold'))
    .where(sql<boolean>`item_id = any(${p.holdIds}::uuid[])`),
);
