/** Reads and writes what people type about a customer and no import knows: the zone and the contact-from hour. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Reads the fields of one customer, with the place and the zone of the customer's store. The caller has locked the row. */
export const readHandFields = preparedWrite<{ brandId: string; customerId: string }>()('read_hand_fields', (q, p) =>
  q
    .selectFrom('customers as c')
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.storeId'))
    .where('c.brandId', '=', p.brandId)
    .where('c.id', '=', p.customerId)
    .select([
      'c.toldZone',
      'c.contactFromMinute',
      's.city as storeCity',
      's.state as storeState',
      's.zone as storeZone',
      sql<string[]>`array(select t.tag from customer_tags t
        where t.brand_id = c.brand_id and t.customer_id = c.id order by t.tag)`.as('tags'),
    ]),
);

export const updateHandFields = preparedWrite<{
  brandId: string;
  customerId: string;
  toldZone: string | null;
  contactFromMinute: number | null;
}>()('update_hand_fields', (q, p) =>
  q
    .updateTable('customers')
    .set({ toldZone: p.toldZone, contactFromMinute: p.contactFromMinute })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.customerId),
);

/** Finds the customer who has a number, by its keyed hash, or into whom the customer with the number was merged. */
export const findCustomerByNumber = preparedRead<{ brandId: string; numberHash: Buffer }>()(
  'find_customer_by_number',
  (q, p) =>
    q
      .selectFrom('customers as d')
      .innerJoin('customers as c', (on) =>
        on.onRef('c.brandId', '=', 'd.brandId').on(sql<boolean>`c.id = coalesce(d.merged_into, d.id)`),
      )
      .where('d.brandId', '=', p.brandId)
      .where('d.numberHash', '=', p.numberHash)
      .where('c.availability', '=', 'present')
      .orderBy('c.id')
      .select(['c.id', 'c.name', 'c.storeId']),
);

/** Puts a number on the stop list with the instant of an earlier stop: a stop survives a change of number (D2). */
export const insertStop = preparedWrite<{
  brandId: string;
  numberHash: Buffer;
  stoppedAt: number;
  recordedBy: string;
}>()('insert_stop', (q, p) =>
  q
    .insertInto('optOuts')
    .values({
      brandId: p.brandId,
      numberHash: p.numberHash,
      stoppedAt: instant(p.stoppedAt),
      source: 'seller',
      recordedBy: p.recordedBy,
    })
    .onConflict((clash) => clash.columns(['brandId', 'numberHash', 'stoppedAt']).doUpdateSet({ liftedAt: null })),
);
