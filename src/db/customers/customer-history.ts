/** What a customer's profile tells of the past: what was bought and when somebody wrote. */
import { sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';

interface Of {
  readonly brandId: string;
  readonly customerId: string;
  /** How many at most. */
  readonly limit: number;
}

/** The newest first, each with the number and sum of all; those of duplicates' rows are the customer's too. */
export const listPurchases = preparedRead<Of>()('list_purchases', (q, p) =>
  q
    .selectFrom('purchases as u')
    .where('u.brandId', '=', p.brandId)
    .where('u.customerId', 'in', rowsOf(q, p))
    .orderBy('u.boughtOn', 'desc')
    .orderBy('u.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select([
      'u.boughtOn',
      'u.totalCents',
      'u.items',
      sql<number>`count(*) over ()`.as('count'),
      sql<number>`sum(u.total_cents) over ()`.as('sumCents'),
    ]),
);

/**
 * The newest first; those of duplicates too. The rows' ids are an array, which the planner takes for ten values that an index
 * finds; it takes the subquery for so many that it walks through all attempts by their time instead.
 */
export const listContacts = preparedRead<Of>()('list_contacts', (q, p) =>
  q
    .selectFrom('attempts as a')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'a.brandId').onRef('w.id', '=', 'a.sellerId'))
    .where('a.brandId', '=', p.brandId)
    .where(sql<boolean>`a.customer_id = any(array(${rowsOf(q, p)}))`)
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql<number>`${p.limit}::int`)
    .select(['a.id as attemptId', 'a.createdAt as at', 'a.state', 'a.outcome', 'w.name as sellerName']),
);

/** The customer's own row, and those of its duplicates. */
function rowsOf(q: Queries, { brandId, customerId }: Of) {
  return q
    .selectFrom('customers as c')
    .where('c.brandId', '=', brandId)
    .where((eb) => eb.or([eb('c.id', '=', customerId), eb('c.mergedInto', '=', customerId)]))
    .select('c.id');
}
