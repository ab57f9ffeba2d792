/** Locks and reads single holds. A hold's row is its entry in the queue (H1), and no row is ever deleted (H3). */
import { preparedWrite } from '#db/core/prepared.ts';

const heldColumns = [
  'h.id',
  'h.attemptId',
  'h.customerId',
  'h.sellerId',
  'h.storeId',
  'h.origin',
  'h.state',
  'h.dueAt',
  'h.promisedAt',
  'h.openingAt',
  'h.heldAt',
  'h.expiresAt',
  'h.heldAgain',
  'h.returned',
  'h.passedBy',
  'h.endedAt',
  'h.endedAs',
  'h.endReason',
  'h.fence',
] as const;

/** Locks the live hold of this customer and seller until the end of the transaction. */
export const lockHoldOfPair = preparedWrite<{ brandId: string; customerId: string; sellerId: string }>()(
  'lock_hold_of_pair',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brandId', '=', p.brandId)
      .where('h.customerId', '=', p.customerId)
      .where('h.sellerId', '=', p.sellerId)
      .where('h.endedAt', 'is', null)
      .select(heldColumns)
      .forUpdate(),
);

/** Locks the attempt's newest hold, live or ended, until the end of the transaction. */
export const lockHoldOfAttempt = preparedWrite<{ brandId: string; attemptId: string }>()(
  'lock_hold_of_attempt',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brandId', '=', p.brandId)
      .where('h.attemptId', '=', p.attemptId)
      .orderBy('h.heldAt', 'desc')
      .orderBy('h.id', 'desc')
      .limit(1)
      .select(heldColumns)
      .forUpdate(),
);
