/** What an attempt locks before it reads: two statements, since one that waits reads what was before the wait. */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { settingsOfDecision } from '#db/core/transaction-timeout.ts';
import { policyHeadKey } from '#db/policy/policy-lock.ts';

/**
 * To be sent first. Sets the transaction's idle timeout and its kind of plans, queues behind changes of the policy, and claims
 * the key, in this order. `mine` is false while another request with the key is under way; the claim goes with the
 * transaction, so after a failure nothing of the key remains.
 */
export const beginAttempt = preparedWrite<{ brandId: string; actorId: string; key: string }>()(
  'begin_attempt',
  (q, p) =>
    q.selectNoFrom([
      settingsOfDecision.as('set'),
      sql`pg_advisory_xact_lock_shared(${policyHeadKey(p)})`.as('queued'),
      sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${p.brandId} || ${p.actorId} || ${p.key}, 0))`.as('mine'),
    ]),
);

/**
 * Locks the seller, whose contacts are counted one after the other in every server (P4), and only then the customer, with
 * the policy's head and the brand shared (A5): a decision that waits for its seller keeps nobody from the customer. The
 * condition on the locked seller is evaluated once, before the first row below it is read.
 */
export const lockParties = preparedWrite<{ brandId: string; personId: string; customerId: string }>()(
  'lock_parties',
  (q, p) =>
    q
      .with('seller', (w) =>
        w
          .selectFrom('people')
          .where('brandId', '=', p.brandId)
          .where('id', '=', p.personId)
          .select('id')
          .forNoKeyUpdate(),
      )
      .selectFrom('brands as b')
      .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
      .innerJoin('customers as c', 'c.brandId', 'b.brandId')
      .where('b.brandId', '=', p.brandId)
      .where('c.id', '=', p.customerId)
      .where(sql<boolean>`(select count(*) from seller) >= 0`)
      .select('c.id')
      .forShare(['h', 'b'])
      .forNoKeyUpdate(['c']),
);
