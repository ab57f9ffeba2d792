/** Moves what is held and suggested for a customer to the customer into whom the first one is merged, and back. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Lists the sellers with live holds for these customers. */
export const listHoldersOf = preparedRead<{ brandId: string; customerIds: readonly string[] }>()(
  'list_holders_of',
  (q, p) =>
    q
      .selectFrom('holds')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`)
      .where('endedAt', 'is', null)
      .groupBy('sellerId')
      .select('sellerId'),
);

/** Locks the live holds for these customers until the end of the transaction, in the order of their ids. */
export const lockHoldsOfCustomers = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'lock_holds_of_customers',
  (q, p) =>
    q
      .selectFrom('holds')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`)
      .where('endedAt', 'is', null)
      .orderBy('id')
      .select(['id', 'attemptId', 'customerId', 'sellerId', 'storeId', 'passedBy'])
      .forUpdate(),
);

/**
 * Gives these attempts with their holds to the customer into whom theirs is merged, or back. A server that has claimed one
 * of the holds loses the claim, because the server has read the facts of the earlier customer.
 */
export const moveAttempts = preparedWrite<{ brandId: string; attemptIds: readonly string[]; customerId: string }>()(
  'move_attempts',
  (q, p) => q.selectNoFrom(sql`move_merged_attempts(${p.attemptIds}::uuid[], ${p.customerId}::uuid)`.as('moved')),
);

/** Lists those of these attempts that went to WhatsApp: they stay with the customer who got them. */
export const listHandedOver = preparedRead<{ brandId: string; attemptIds: readonly string[] }>()(
  'list_handed_over',
  (q, p) =>
    q
      .selectFrom('handovers')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`attempt_id = any(${p.attemptIds}::uuid[])`)
      .where('withdrawnAt', 'is', null)
      .select('attemptId'),
);

/** Locks the open suggestions of these customers until the end of the transaction. */
export const lockOpenSuggestions = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'lock_open_suggestions',
  (q, p) =>
    q
      .selectFrom('suggestions')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`customer_id = any(${p.customerIds}::uuid[])`)
      .where('state', '=', 'open')
      .orderBy('id')
      .select(['id', 'customerId', 'sellerId'])
      .forUpdate(),
);

/** Gives open suggestions to another customer and to these sellers, in the order of `ids`. */
export const moveOpenSuggestions = preparedWrite<{
  brandId: string;
  ids: readonly string[];
  sellerIds: readonly string[];
  customerId: string;
}>()('move_open_suggestions', (q, p) =>
  q
    .updateTable('suggestions as s')
    .from(
      sql<{ id: string; sellerId: string }>`unnest(${p.ids}::uuid[], ${p.sellerIds}::uuid[])`.as<'r'>(
        sql`r(id, seller_id)`,
      ),
    )
    .set(({ ref }) => ({ customerId: p.customerId, sellerId: ref('r.sellerId') }))
    .where('s.brandId', '=', p.brandId)
    .whereRef('s.id', '=', 'r.id'),
);

/** Ends suggestions of a customer whose surviving row has an open one already. */
export const endDoubleSuggestions = preparedWrite<{ brandId: string; ids: readonly string[]; at: number }>()(
  'end_double_suggestions',
  (q, p) =>
    q
      .updateTable('suggestions')
      .set({ state: 'ended', closedAt: instant(p.at), closedReason: 'taken_over' })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`id = any(${p.ids}::uuid[])`),
);

/**
 * Gives suggestions back to the merged customer: those that are still open, and those that the merge ended. `at`:
 * the instant of the merge.
 */
export const returnMergedSuggestions = preparedWrite<{
  brandId: string;
  ids: readonly string[];
  sellerIds: readonly string[];
  customerId: string;
  at: number;
}>()('return_merged_suggestions', (q, p) =>
  q
    .updateTable('suggestions as s')
    .from(
      sql<{ id: string; sellerId: string }>`unnest(${p.ids}::uuid[], ${p.sellerIds}::uuid[])`.as<'r'>(
        sql`r(id, seller_id)`,
      ),
    )
    .set(({ ref }) => ({
      ...{ customerId: p.customerId, sellerId: ref('r.sellerId'), state: 'open' as const },
      ...{ closedAt: null, closedReason: null },
    }))
    .where('s.brandId', '=', p.brandId)
    .whereRef('s.id', '=', 'r.id')
    .where(
      sql<boolean>`(s.state = 'open' or (s.state = 'ended' and s.closed_at = ${instant(p.at)}
        and s.customer_id = ${p.customerId}::uuid))`,
    ),
);
