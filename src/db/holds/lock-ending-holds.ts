/**
 * Finds the live holds that an event ends, and locks them until the end of the transaction, in the order of their ids
 * (H3).
 */
import { sql } from 'kysely';
import { isListedCustomer } from '#db/contact/listed-customers.ts';
import type { Writes } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/**
 * Locks the live holds of these customers (with any seller), of these sellers, or of the customers with this number. A
 * null argument does not filter; if all are null, nothing is found. `sparePassedOn` leaves out holds that a manager
 * passed on.
 */
export const lockHoldsOf = preparedWrite<{
  brandId: string;
  customerIds: readonly string[] | null;
  sellerIds: readonly string[] | null;
  numberHash: Buffer | null;
  sparePassedOn: boolean;
}>()('lock_holds_of', (q, p) =>
  lockLiveHolds(q, p).where(
    sql<boolean>`coalesce(${p.customerIds}::uuid[], ${p.sellerIds}::uuid[]) is not null is distinct from (${p.numberHash}::bytea is not null)
      and (${p.customerIds}::uuid[] is null or h.customer_id = any(${p.customerIds}::uuid[]))
      and (${p.sellerIds}::uuid[] is null or h.seller_id = any(${p.sellerIds}::uuid[]))
      and (${p.numberHash}::bytea is null or h.customer_id in (select coalesce(c.merged_into, c.id) from customers c
        where c.brand_id = ${p.brandId}::uuid and c.number_hash = ${p.numberHash}::bytea))
      and (not ${p.sparePassedOn}::boolean or h.passed_by is null)`,
  ),
);

/** Locks the live holds of all customers who asked to stop, or who refuse permission. */
export const lockHoldsOfStopped = preparedWrite<{ brandId: string }>()('lock_holds_of_stopped', (q, p) =>
  lockLiveHolds(q, p).where(
    sql<boolean>`h.customer_id in (select c.id from customers c where c.brand_id = ${p.brandId}::uuid
      and c.id = h.customer_id and (c.opted_out_at is not null or c.permission = 'refused'))`,
  ),
);

/** Locks the same holds as `lockHoldsOfStopped`, but only of these customers. */
export const lockHoldsOfStoppedAmong = preparedWrite<{ brandId: string; customerIds: readonly string[] }>()(
  'lock_holds_of_stopped_among',
  (q, p) =>
    lockLiveHolds(q, p).where(
      sql<boolean>`h.customer_id = any(array(select c.id from customers c where c.brand_id = ${p.brandId}::uuid
        and c.id = any(${p.customerIds}::uuid[]) and (c.opted_out_at is not null or c.permission = 'refused')))`,
    ),
);

const isListedHold = sql<boolean>`exists (select from customers c
    where c.brand_id = h.brand_id and c.id = h.customer_id and ${isListedCustomer})
  and (h.origin = 'suggestion' or h.state = 'waiting')`;

/**
 * Locks the live holds that a release would end because of the do-not-call list (D2c): those of listed numbers without a
 * later consent. A ready hold from the profile stays, because its seller may still go on after the warning (D13).
 */
export const lockHoldsOfListings = preparedWrite<{ brandId: string }>()('lock_holds_of_listings', (q, p) =>
  lockLiveHolds(q, p).where(isListedHold),
);

/** Locks the same holds as `lockHoldsOfListings`, but only of this customer. */
export const lockHoldsOfListingsOf = preparedWrite<{ brandId: string; customerId: string }>()(
  'lock_holds_of_listings_of',
  (q, p) => lockLiveHolds(q, p).where('h.customerId', '=', p.customerId).where(isListedHold),
);

/**
 * Locks parked holds that have expired. They failed too often to be tried again, and end like other expired holds (H1).
 */
export const lockExpiredParked = preparedWrite<{ brandId: string; at: number }>()('lock_expired_parked', (q, p) =>
  lockLiveHolds(q, p).where('h.parkedAt', 'is not', null).where('h.expiresAt', '<=', instant(p.at)),
);

/** Locks an attempt's holds that ended by being sent: one at most. */
export const lockSentHolds = preparedWrite<{ brandId: string; attemptId: string }>()('lock_sent_holds', (q, p) =>
  q
    .selectFrom('holds as h')
    .where('h.brandId', '=', p.brandId)
    .where('h.attemptId', '=', p.attemptId)
    .where('h.endedAs', '=', 'sent')
    .orderBy('h.id')
    .select(['h.id'])
    .forUpdate(),
);

function lockLiveHolds(q: Writes, p: { readonly brandId: string }) {
  return q
    .selectFrom('holds as h')
    .where('h.brandId', '=', p.brandId)
    .where('h.endedAt', 'is', null)
    .orderBy('h.id')
    .select(['h.id', 'h.storeId'])
    .forUpdate('h');
}
