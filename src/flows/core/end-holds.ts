/** Ends all live holds of some customers or sellers at once, each as cancelled, and tells their sellers (H3). */
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import { lockHoldsOf } from '#db/holds/lock-ending-holds.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The filter for holds to end. A missing field does not narrow it. With `sparePassedOn`, holds that a manager passed on are kept. */
export interface HoldFilter {
  readonly customerIds?: readonly string[];
  readonly sellerIds?: readonly string[];
  readonly numberHash?: Buffer;
  readonly sparePassedOn?: boolean;
}

/** The reason and instant of the end, and the person who caused it; `by` is null where no person did. */
export interface Ending {
  readonly reason: HoldEndReason;
  readonly by: string | null;
  readonly at: Instant;
}

export async function endHoldsOf(tx: Tx, brandId: string, filter: HoldFilter, ending: Ending): Promise<void> {
  const { customerIds = null, sellerIds = null, numberHash = null, sparePassedOn = false } = filter;
  const holds = await tx.run(lockHoldsOf, { brandId, customerIds, sellerIds, numberHash, sparePassedOn });
  applyHoldChanges(tx, brandId, endsOf(holds, ending));
}

export function endsOf(holds: readonly { readonly id: string }[], ending: Ending): readonly HoldChange[] {
  return holds.map(({ id }) => ({ kind: 'ended', id, isTold: true, ...ending }));
}
