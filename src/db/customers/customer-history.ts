/** Reads the history that a customer's profile shows: purchases and contacts. */
import { sql } from 'kysely';
import type { Queries } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';

interface HistoryArgs {
  readonly brandId: string;
  readonly customerId: string;
  /** The largest number of rows. */
  readonly limit: number;
}

/**
 * Lists a customer's purchases, newest first, each with the count and sum of all. Purchases of duplicates count as the
 * customer's.
 */
export const listPurchases = preparedRead<HistoryArgs>()('list_purchases', (q, p) =>
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
 * Lists a customer's contacts, newest first, those of duplicates included. The ids are an array, which the planner
 * estimates at ten values and finds by an index. For a subquery it estimates so many ids that it reads all attempts in
 * the order of time.
 */
export const listContacts = preparedRead<HistoryArgs>()('list_contacts', (q, p) =>
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

/** Selects the ids of the customer's own row and of its duplicates. */
function rowsOf(q: Queries, { brandId, customerId }: HistoryArgs) {
  return q
    .selectFrom('customers as c')
    .where('c.brandId', '=', brandId)
    .where((eb) => eb.or([eb('c.id', '=', customerId), eb('c.mergedInto', '=', customerId)]))
    .select('c.id');
}
