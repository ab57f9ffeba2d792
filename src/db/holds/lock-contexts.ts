/** Locks before the facts of decisions about held contacts are read. One contact's are in `db/contact/attempt-locks.ts`. */
import { sql } from 'kysely';
import type { Writes } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';

interface Customers {
  readonly brandId: string;
  readonly customerIds: readonly string[];
}

/**
 * Locks the policy head and the brand for sharing, so that no decision under an older version commits after a publication
 * has answered (A5), and the customers' rows, so that a stop, a change of permission and a second attempt wait. A
 * statement of its own: after a wait it reads the locked rows as they are then, and all other rows as they were before.
 */
export const lockContexts = preparedWrite<Customers>()('lock_contexts', (q, p) => contexts(q, p).forNoKeyUpdate(['c']));

/** As `lockContexts`, without the customers that another transaction has locked; returns those locked now. */
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
