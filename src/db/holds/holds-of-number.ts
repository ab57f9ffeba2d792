/** Reads the live holds of one customer and of all customers with one of the customer's numbers (H6, D4b). */
import { sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { selectNumberHashes, selectRowIds } from '#db/contact/merged-rows.ts';
import { preparedRead } from '#db/core/prepared.ts';

/** Whether `c` is a row of the customer `o`, or has one of the customer's numbers. */
const hasANumber = sql<boolean>`(c.id = any(${selectRowIds('o')}) or c.number_hash = any(${selectNumberHashes('o')}))`;

/** Lists the live holds with the facts of `findStaleHolds`, those of one seller together. */
export const listHoldsOfNumber = preparedRead<{ brandId: string; customerId: string }>()(
  'list_holds_of_number',
  (q, p) =>
    q
      .selectFrom('customers as o')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'o.brandId').on(hasANumber))
      .innerJoin('holds as h', (on) => on.onRef('h.brandId', '=', 'c.brandId').onRef('h.customerId', '=', 'c.id'))
      .where('o.brandId', '=', p.brandId)
      .where('o.id', '=', p.customerId)
      .where('h.endedAt', 'is', null)
      .orderBy('h.sellerId')
      .orderBy('h.dueAt')
      .orderBy('h.id')
      .select(['h.id', 'h.sellerId', 'h.storeId', 'h.dueAt', 'h.openingAt', 'h.heldAt', 'h.expiresAt'])
      .select(['h.state', 'h.fence', 'c.phone', 'c.city', 'c.state as customerState', 'c.toldZone'])
      .select(['c.contactFromMinute', selectAskedSilences()]),
);

/** Lists the ids of all customers with one of the customer's numbers, the customer and merged rows included. */
export const listCustomersOfNumber = preparedRead<{ brandId: string; customerId: string }>()(
  'list_customers_of_number',
  (q, p) =>
    q
      .selectFrom('customers as o')
      .innerJoin('customers as c', (on) => on.onRef('c.brandId', '=', 'o.brandId').on(hasANumber))
      .where('o.brandId', '=', p.brandId)
      .where('o.id', '=', p.customerId)
      .orderBy('c.id')
      .select('c.id'),
);
