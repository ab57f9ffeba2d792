/** What waited for somebody whom a file moved, or silenced, is over with the import (H3). */
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { lockHoldsOfStopped, lockHoldsOfStoppedAmong } from '#db/holds/lock-ending-holds.ts';
import { endHoldsOf, endsOf } from '#flows/core/end-holds.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Nobody named: nothing ends. What a manager passed on survives a portfolio that moves, but not the seller's leaving. */
export async function endHolds(
  tx: Tx,
  brandId: string,
  whose: { readonly customerIds?: readonly string[]; readonly sellerIds?: readonly string[] },
  reason: Extract<HoldEndReason, 'reassigned' | 'customer_erased'>,
  at: Instant,
): Promise<void> {
  const { customerIds, sellerIds } = whose;
  if ((customerIds ?? sellerIds ?? []).length === 0) return;
  const sparePassedOn = reason === 'reassigned' && customerIds !== undefined;
  await endHoldsOf(tx, brandId, { ...whose, sparePassedOn }, { reason, by: null, at });
}

/** `customerIds` null: of the whole brand. */
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
