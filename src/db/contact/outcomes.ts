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

/** Puts the number on the stop list, and marks every customer's row that has the number. */
export const stopNumber = preparedWrite<{
  brandId: string;
  numberHash: Buffer;
  recordedBy: string;
  at: number;
}>()('stop_number', (q, p) =>
  q
    .with('stop', (w) =>
      w
        .insertInto('optOuts')
        .values({
          brandId: p.brandId,
          numberHash: p.numberHash,
          stoppedAt: instant(p.at),
          source: 'seller',
          recordedBy: p.recordedBy,
        })
        .onConflict((clash) => clash.doNothing())
        .returning('stoppedAt'),
    )
    .updateTable('customers')
    .set({ optedOutAt: instant(p.at) })
    .where('brandId', '=', p.brandId)
    .where('numberHash', '=', p.numberHash)
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
