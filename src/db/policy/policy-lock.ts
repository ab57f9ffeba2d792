/**
 * Defines advisory locks that let a change of the policy get through between decisions. A row lock alone is not enough:
 * transactions that share the policy head's row do not queue behind one that wants it exclusively, and under load the
 * shared locks overlap without end. Advisory locks queue.
 */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';

/**
 * Locks the policy shared until the commit. A decision sends this before any other lock: it waits behind every waiting
 * change, and runs beside other decisions.
 */
export const lockPolicyShared = preparedWrite<{ brandId: string }>()('lock_policy_shared', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock_shared(${policyHeadKey(p)})`.as('queued')),
);

/**
 * Locks the policy exclusively until the commit. A change sends this before any other lock: it waits for the running
 * decisions, and later decisions wait for it.
 */
export const lockPolicyExclusive = preparedWrite<{ brandId: string }>()('lock_policy_exclusive', (q, p) =>
  q.selectNoFrom(sql`pg_advisory_xact_lock(${policyHeadKey(p)})`.as('claimed')),
);

/** Returns the key of the advisory locks of a brand's policy head. */
export function policyHeadKey({ brandId }: { readonly brandId: string }) {
  return sql`hashtextextended('policy head ' || ${brandId}::text, 0)`;
}
