/** Ends the holds of customers or sellers that an import moved, or of customers that it put on the stop list (H3). */
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { lockHoldsOfStopped, lockHoldsOfStoppedAmong } from '#db/holds/lock-ending-holds.ts';
import { endHoldsOf, endsOf } from '#flows/core/end-holds.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';

/**
 * Ends the holds of the named customers or sellers; without a name none ends. A hold that a manager passed on is kept
 * where the portfolio moves, and ends where the seller leaves.
 */
export async function endHolds(
  tx: Tx,
  brandId: string,
  filter: { readonly customerIds?: readonly string[]; readonly sellerIds?: readonly string[] },
  reason: Extract<HoldEndReason, 'reassigned' | 'customer_erased'>,
  at: Instant,
): Promise<void> {
  const { customerIds, sellerIds } = filter;
  if ((customerIds ?? sellerIds ?? []).length === 0) return;
  const sparePassedOn = reason === 'reassigned' && customerIds !== undefined;
  await endHoldsOf(tx, brandId, { ...filter, sparePassedOn }, { reason, by: null, at });
}

/** Ends the holds for customers on the stop list. `customerIds` null means all customers of the brand. */
export async function endHoldsOfStopped(
  tx: Tx,
  brandId: string,
  customerIds: readonly string[] | null,
  at: Instant,
): Promise<void> {
  const finding =
    customerIds === null
      ? tx.run(lockHoldsOfStopped, { brandId })
      : tx.run(lockHoldsOfStoppedAmong, { brandId, customerIds });
  applyHoldChanges(tx, brandId, endsOf(await finding, { reason: 'opted_out', by: null, at }));
}
