/** What waited for somebody whom a file moved, or silenced, is over with the import (H3). */
import type { Tx } from '#db/core/db.ts';
import { endHoldsOfStoppedAmong, holdsEnded, holdsOfStoppedEnded } from '#db/holds/hold-ends.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Nobody named: nothing ends. What a manager passed on survives a portfolio that moves, but not the seller's leaving. */
export function endHolds(
  tx: Tx,
  brandId: string,
  {
    customerIds = null,
    sellerIds = null,
  }: { customerIds?: readonly string[] | null; sellerIds?: readonly string[] | null },
  reason: Extract<HoldEndReason, 'reassigned' | 'customer_erased'>,
  at: Instant,
): void {
  if ((customerIds ?? sellerIds ?? []).length === 0) return;
  const sparePassedOn = reason === 'reassigned' && customerIds !== null;
  tx.send(holdsEnded, { brandId, customerIds, sellerIds, numberHash: null, sparePassedOn, reason, by: null, at });
}

/** `customerIds` null: of the whole brand. */
export function endHoldsOfStopped(tx: Tx, brandId: string, customerIds: readonly string[] | null, at: Instant): void {
  if (customerIds === null) tx.send(holdsOfStoppedEnded, { brandId, at });
  else tx.send(endHoldsOfStoppedAmong, { brandId, customerIds, at });
}
