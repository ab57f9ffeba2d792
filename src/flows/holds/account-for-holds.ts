/** Checks that no held contact is lost (H3): created = sent + cancelled + expired + failed + unknown + waiting. */

import type { Reads } from '#db/core/db.ts';
import { countHoldsByEnd, countOpenHolds } from '#db/holds/due-holds.ts';
import { listBrandIds } from '#db/people/brand-list.ts';

export interface HoldsAccount {
  /** The number of holds in the ledger, which counts each hold when it is made. */
  readonly created: number;
  /** The numbers of rows for each of the five ends and for `waiting`. */
  readonly became: Readonly<Record<string, number>>;
  readonly isWhole: boolean;
}

export async function accountForHolds(db: Reads, brandId: string): Promise<HoldsAccount> {
  const [account] = await db.read(brandId, (reads) => reads.run(countHoldsByEnd, { brandId }));
  const { created, became } = account ?? { created: 0, became: {} };
  const accounted = Object.values(became).reduce((sum, n) => sum + n, 0);
  return { created, became, isWhole: created === accounted };
}

/** Counts the live holds of all brands, and how many of them are parked. */
export async function countHolds(db: Reads): Promise<Readonly<Record<string, number>>> {
  const total = { waiting: 0, ready: 0, parked: 0 };
  for (const brandId of await allBrands(db)) {
    const [counts] = await db.read(brandId, (reads) => reads.run(countOpenHolds, { brandId }));
    total.waiting += counts?.waiting ?? 0;
    total.ready += counts?.ready ?? 0;
    total.parked += counts?.parked ?? 0;
  }
  return total;
}

/**
 * Counts the holds of all brands that were made and are neither live nor ended. This reads all holds, so it runs from
 * time to time only.
 */
export async function countUnaccounted(db: Reads): Promise<number> {
  let missing = 0;
  for (const brandId of await allBrands(db)) {
    const { created, became } = await accountForHolds(db, brandId);
    missing += Math.abs(created - Object.values(became).reduce((sum, n) => sum + n, 0));
  }
  return missing;
}

async function allBrands(db: Reads): Promise<readonly string[]> {
  const [all] = await db.readOutside((reads) => reads.run(listBrandIds, {}));
  return all?.ids ?? [];
}
