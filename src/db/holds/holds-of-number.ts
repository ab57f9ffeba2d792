/** Reads the live holds of one customer and of all customers with the same number (H6, D4b). */
import { sql } from 'kysely';
import { selectAskedSilences } from '#db/contact/asked-silences.ts';
import { preparedRead } from '#db/core/prepared.ts';

/** Lists the live holds with the facts of `findStaleHolds`, those of one seller together. */
export const listHoldsOfNumber = preparedRead<{ brandId: string; customerId: string }>()(
  'list_holds_of_number',
  (q, p) =>
    q
      .selectFrom('customers as o')
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brandId', '=', 'o.brandId').on(sql<boolean>`(c.id = o.id or c.number_hash = o.number_hash)`),
      )
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

/** Lists the ids of all customers with the customer's number, the customer included. */
export const listCustomersOfNumber = preparedRead<{ brandId: string; customerId: string }>()(
  'list_customers_of_number',
  (q, p) =>
    q
      .selectFrom('customers as o')
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brandId', '=', 'o.brandId').on(sql<boolean>`(c.id = o.id or c.number_hash = o.number_hash)`),
      )
      .where('o.brandId', '=', p.brandId)
      .where('o.id', '=', p.customerId)
      .orderBy('c.id')
      .select('c.id'),
);
