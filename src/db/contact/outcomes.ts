/** Writes what an outcome changes for the customer: a stop, which binds the number, or a wrong number (D1, D2). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Locks the customer's row, so that a decision about the same customer waits for the outcome. */
export const lockCustomerForOutcome = preparedWrite<{ brandId: string; customerId: string }>()(
  'lock_customer_for_outcome',
  (q, p) =>
    q
      .selectFrom('customers')
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.customerId)
      .select(['numberHash'])
      .forNoKeyUpdate(),
);

/**
 * Puts the number on the stop list, with the other numbers of the customers who have it: a merge joined them, and the
 * undo of the merge must not free one of them. Marks the customers' rows.
 */
export const stopNumber = preparedWrite<{
  brandId: string;
  numberHash: Buffer;
  recordedBy: string;
  at: number;
}>()('stop_number', (q, p) =>
  q
    .with('own', (w) =>
      w
        .selectFrom('customers as c')
        .innerJoin('customers as o', (on) =>
          on
            .onRef('o.brandId', '=', 'c.brandId')
            .on(sql<boolean>`(o.id = coalesce(c.merged_into, c.id) or o.merged_into = coalesce(c.merged_into, c.id))`),
        )
        .where('c.brandId', '=', p.brandId)
        .where('c.numberHash', '=', p.numberHash)
        .select(['o.id', 'o.numberHash']),
    )
    .with('stop', (w) =>
      w
        .insertInto('optOuts')
        .columns(['brandId', 'numberHash', 'stoppedAt', 'source', 'recordedBy'])
        .expression(
          sql`select ${p.brandId}::uuid, h.hash, ${instant(p.at)}, 'seller', ${p.recordedBy}::uuid
            from (select ${p.numberHash}::bytea as hash union select number_hash from own where number_hash is not null) h`,
        )
        .onConflict((clash) => clash.doNothing())
        .returning('stoppedAt'),
    )
    .updateTable('customers')
    .set({ optedOutAt: instant(p.at) })
    .where('brandId', '=', p.brandId)
    .where('id', 'in', (eb) => eb.selectFrom('own').select('own.id'))
    .where('optedOutAt', 'is', null),
);

/** Marks the customer's number as wrong: the customer gets no message until another number is known. */
export const markNumberWrong = preparedWrite<{ brandId: string; customerId: string; at: number }>()(
  'mark_number_wrong',
  (q, p) =>
    q
      .updateTable('customers')
      .set({ wrongNumberAt: instant(p.at) })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.customerId)
      .where(sql<boolean>`phone is not null`),
);
