/** What failed too often is tried no more by itself, but it waits no longer than anything else (H1, H3). */
import type { Database } from '#db/core/db.ts';
import { parkedExpired } from '#db/holds/parked-holds.ts';
import { tellBrand } from '#flows/core/tell-brand.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ExpireDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly clockIsSafe: () => boolean;
}

/** Ends what is parked and past its time, and tells the screens of its stores. */
export async function expireParked({ db, now, hostNow, clockIsSafe }: ExpireDeps, brandId: string): Promise<void> {
  // D8: nothing ends by a clock that cannot be trusted.
  if (!clockIsSafe()) return;
  await db.inBrand(brandId, async (tx) => {
    const stores = await tx.run(parkedExpired, { brandId, at: now() });
    const [first, ...rest] = stores.map(({ storeId }) => {
      return { kind: 'attempt', personId: null, storeId, body: { holds: true } } as const;
    });
    if (first !== undefined) await tellBrand(tx, brandId, hostNow(), first, ...rest);
  });
}
