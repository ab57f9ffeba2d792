/** What an attempt locks before it reads. The reads are statements of their own: one that waits reads what was before the wait. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { policyHeadKey } from '#db/policy/policy-lock.ts';

/**
 * To be sent first. Takes in this order, each by a condition that is evaluated before the next row is read:
 *
 * 1. the policy's lock, shared, behind changes of the policy that wait; and the key. `mine` is false while another request with
 *    the key is under way. The claim ends with the transaction, so a failure leaves nothing of the key;
 * 2. the seller, whose contacts are counted one after the other in every server (P4);
 * 3. the customer, with the policy's head and the brand shared (A5). A decision that waits for its seller keeps nobody from
 *    the customer.
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
