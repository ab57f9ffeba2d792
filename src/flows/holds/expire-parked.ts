/**
 * Ends parked holds whose expiry has passed. A hold that failed too often is not tried again by itself, but it waits no
 * longer than any other hold (H1, H3).
 */
import type { Database } from '#db/core/db.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { lockExpiredParked } from '#db/holds/lock-ending-holds.ts';
import { endsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ExpireDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly clockIsSafe: () => boolean;
}

/** Ends the expired parked holds of a brand, and publishes the change to the screens of their stores. */
export async function expireParked({ db, now, hostNow, clockIsSafe }: ExpireDeps, brandId: string): Promise<void> {
  // D8: no hold ends while the clock is unsafe.
  if (!clockIsSafe()) return;
  await db.inBrand(brandId, async (tx) => {
    const at = now();
    const holds = await tx.run(lockExpiredParked, { brandId, at });
    applyHoldChanges(tx, brandId, endsOf(holds, { reason: 'too_late', by: null, at }));
    const [first, ...rest] = [...new Set(holds.map(({ storeId }) => storeId))].map((storeId) => {
      return { kind: 'attempt', personId: null, storeId, body: { holds: true } } as const;
    });
    if (first !== undefined) await publishLiveEvent(tx, brandId, hostNow(), first, ...rest);
  });
}
