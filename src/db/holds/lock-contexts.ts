/**
 * Takes the locks of decisions about held contacts before their facts are read. `db/contact/attempt-locks.ts` takes
 * those of a single attempt.
 */
import { sql } from 'kysely';
import type { Writes } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';

interface Customers {
  readonly brandId: string;
  readonly customerIds: readonly string[];
}

/**
 * Locks the policy head and the brand shared, so that no decision under an older version commits after a publication
 * has answered (A5). Locks the customers' rows, so that a stop, a change of permission or a second attempt
 * waits. The facts need a later statement: a statement that waited reads the locked rows as they are now, but all other
 * rows as they were before the wait.
 */
export const lockContexts = preparedWrite<Customers>()('lock_contexts', (q, p) => contexts(q, p).forNoKeyUpdate(['c']));

/**
 * Locks the same as `lockContexts`, but skips customers that another transaction has locked. Returns the customers that
 * it locked.
 */
export const lockFreeContexts = preparedWrite<Customers>()('lock_free_contexts', (q, p) =>
  contexts(q, p).forNoKeyUpdate(['c']).skipLocked(),
);

function contexts(q: Writes, p: Customers) {
  return q
    .selectFrom('brands as b')
    .innerJoin('policyHeads as h', 'h.brandId', 'b.brandId')
    .innerJoin('customers as c', 'c.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .where(sql<boolean>`c.id = any(${p.customerIds}::uuid[])`)
    .orderBy('c.id')
    .select('c.id')
    .forShare(['h', 'b']);
}
