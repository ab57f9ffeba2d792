/**
 * Who changes what decisions depend on gets their turn. A row lock alone does not see to that: those who share the
 * policy's head do not queue behind one who wants it whole, and under load they overlap for ever. These locks queue.
 */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';

/** Before a decision takes anything: behind every change that waits, beside every other decision. Until the commit. */
export const lockPolicyShared = preparedWrite<{ brandId: string }>()('lock_policy_shared', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock_shared(${policyHeadKey(p)})`.as('queued')),
);

/** Before a change takes anything: after all decisions under way, before all that come. Until the commit. */
export const lockPolicyExclusive = preparedWrite<{ brandId: string }>()('lock_policy_exclusive', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock(${policyHeadKey(p)})`.as('claimed')),
);

/** What the locks of a brand's policy head are named by. */
export function policyHeadKey({ brandId }: { readonly brandId: string }) {
  return sql`hashtextextended('policy head ' || ${brandId}::text, 0)`;
}
