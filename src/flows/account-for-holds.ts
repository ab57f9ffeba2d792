/** H3 as sums: created = sent + cancelled + expired + failed + unknown + waiting, always. */
import { brandIds } from '#db/brand-list.ts';
import type { Reads } from '#db/db.ts';
import { holdsAccount, holdsStanding } from '#db/due-holds.ts';

export interface HoldsAccount {
  /** By the ledger, which counts each as it is made. */
  readonly created: number;
  /** By the rows: the five ends, and `waiting`. */
  readonly became: Readonly<Record<string, number>>;
  readonly isWhole: boolean;
}

export async function accountForHolds(db: Reads, brandId: string): Promise<HoldsAccount> {
  const [account] = await db.read(brandId, (reads) => reads.run(holdsAccount, { brandId }));
  const { created, became } = account ?? { created: 0, became: {} };
  const accounted = Object.values(became).reduce((sum, n) => sum + n, 0);
  return { created, became, isWhole: created === accounted };
}

/** Over all brands: what is not over, how much of it is parked, and how many are not accounted for. */
export async function countHolds(db: Reads): Promise<Readonly<Record<string, number>>> {
  const [all] = await db.readOutside((reads) => reads.run(brandIds, {}));
  const total = { waiting: 0, ready: 0, parked: 0, unaccounted: 0 };
  for (const brandId of all?.ids ?? []) {
    const [standing] = await db.read(brandId, (reads) => reads.run(holdsStanding, { brandId }));
    const { created, became } = await accountForHolds(db, brandId);
    total.waiting += standing?.waiting ?? 0;
    total.ready += standing?.ready ?? 0;
    total.parked += standing?.parked ?? 0;
    total.unaccounted += created - Object.values(became).reduce((sum, n) => sum + n, 0);
  }
  return total;
}
