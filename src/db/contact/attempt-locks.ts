/**
 * Takes the locks of an attempt before its facts are read. The reads must be later statements, because a statement that
 * waits for a lock reads the state from before the wait.
 */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { policyHeadKey } from '#db/policy/policy-lock.ts';

/**
 * The transaction must send this first. It takes the locks in this order; each one is a condition that is evaluated
 * before the next row is read:
 *
 * 1. the policy's lock, shared and behind waiting changes of the policy, and the idempotency key. `mine` is false while
 *    another request with the same key is in progress. The key's lock ends with the transaction, so a failure leaves no trace;
 * 2. the seller's row, so that all servers count one seller's contacts one after the other (P4);
 * 3. the customer's row, with the policy head and the brand's row shared (A5). A decision that waits for its seller does not
 *    lock the customer.
 */
export const beginAttempt = preparedWrite<{ brandId: string; personId: string; customerId: string; key: string }>()(
  'begin_attempt',
  (q, p) =>
    q
      .with('begun', (w) =>
        w.selectNoFrom([
          sql`pg_advisory_xact_lock_shared(${policyHeadKey(p)})`.as('queued'),
          sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(
            ${p.brandId}::text || ${p.personId}::text || ${p.key}::text, 0))`.as('mine'),
        ]),
      )
      .with('seller', (w) =>
        w
          .selectFrom('people')
          .where('brandId', '=', p.brandId)
          .where('id', '=', p.personId)
          .where(sql<boolean>`(select count(*) from begun) > 0`)
          .select('id')
          .forNoKeyUpdate(),
      )
      .with('parties', (w) =>
        w
          .selectFrom('brands as b')
          .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
          .innerJoin('customers as c', 'c.brandId', 'b.brandId')
          .where('b.brandId', '=', p.brandId)
          .where('c.id', '=', p.customerId)
          .where(sql<boolean>`(select count(*) from seller) >= 0`)
          .select('c.id')
          .forShare(['h', 'b'])
          .forNoKeyUpdate(['c']),
      )
      .selectFrom('begun')
      .where(sql<boolean>`(select count(*) from parties) >= 0`)
      .select('begun.mine'),
);
