/** Contacts left for later: the row is the queue (H1), and none is ever removed (H3). */
import { preparedWrite } from '#db/core/prepared.ts';

const heldColumns = [
  'h.id',
  'h.attempt_id as attemptId',
  'h.customer_id as customerId',
  'h.seller_id as sellerId',
  'h.store_id as storeId',
  'h.origin',
  'h.state',
  'h.due_at as dueAt',
  'h.promised_at as promisedAt',
  'h.opening_at as openingAt',
  'h.held_at as heldAt',
  'h.expires_at as expiresAt',
  'h.held_again as heldAgain',
  'h.returned',
  'h.passed_by as passedBy',
  'h.ended_at as endedAt',
  'h.ended_as as endedAs',
  'h.end_reason as endReason',
  'h.fence',
] as const;

/** The live hold of this customer and seller, taken until the transaction's end. */
export const holdOfPairTaken = preparedWrite<{ brandId: string; customerId: string; sellerId: string }>()(
  'hold_of_pair_taken',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brand_id', '=', p.brandId)
      .where('h.customer_id', '=', p.customerId)
      .where('h.seller_id', '=', p.sellerId)
      .where('h.ended_at', 'is', null)
      .select(heldColumns)
      .forUpdate(),
);

/** The attempt's newest hold, live or over, taken until the transaction's end. */
export const holdOfAttemptTaken = preparedWrite<{ brandId: string; attemptId: string }>()(
  'hold_of_attempt_taken',
  (q, p) =>
    q
      .selectFrom('holds as h')
      .where('h.brand_id', '=', p.brandId)
      .where('h.attempt_id', '=', p.attemptId)
      .orderBy('h.held_at', 'desc')
      .orderBy('h.id', 'desc')
      .limit(1)
      .select(heldColumns)
      .forUpdate(),
);
