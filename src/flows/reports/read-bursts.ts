/** Reads the bursts of sellers in the days of stores, and adds them up by store and by seller (P1, P5). */
import type { Db } from '#db/core/db.ts';
import { countBursts } from '#db/reports/bursts.ts';
import type { Policy, SellerPace } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';

/** See `BurstRow`. */
export interface Bursts {
  readonly bursts: number;
  readonly most: number;
  readonly longestRun: number;
}

/** The sliding limit by which bursts are counted. */
export type BurstLimit = Pick<SellerPace, 'max' | 'perMinutes'>;

/** Returns the limit of a policy; null where the policy has none. */
export function burstLimitOf({ pace }: Pick<Policy, 'pace'>): BurstLimit | null {
  const { max, perMinutes, action } = pace.seller;
  return action === 'off' ? null : { max, perMinutes };
}

export interface BurstsWish {
  readonly brandId: string;
  readonly sellerId: string | null;
  readonly now: Instant;
  /** Null: nothing is read. */
  readonly limit: BurstLimit | null;
}

interface StoreStretch {
  readonly store: { readonly id: string };
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Reads the bursts with one read for each clock, because stores with the same clock have the same days. */
export async function readBursts(
  reads: Db,
  { brandId, sellerId, now, limit }: BurstsWish,
  days: readonly StoreStretch[],
): Promise<BurstSums> {
  const sums = new BurstSums(limit !== null);
  if (limit === null) return sums;
  await Promise.all(
    [...Map.groupBy(days, ({ zone }) => zone).values()].map(async (ofZone) => {
      const { from, to } = ofZone[0] as StoreStretch;
      const storeIds = ofZone.map(({ store }) => store.id);
      const wish = { brandId, sellerId, storeIds, from, to: Math.min(to, now + 1), ...limit };
      for (const row of await reads.run(countBursts, wish)) sums.add(row);
    }),
  );
  return sums;
}

const NONE: Bursts = { bursts: 0, most: 0, longestRun: 0 };

/** The bursts by store and by seller: how often, and the largest of any. */
export class BurstSums {
  readonly #isCounted: boolean;
  readonly #stores = new Map<string, Bursts>();
  readonly #sellers = new Map<string, Bursts>();
  #all = NONE;

  constructor(isCounted: boolean) {
    this.#isCounted = isCounted;
  }

  add({ storeId, sellerId, ...row }: Bursts & { readonly storeId: string; readonly sellerId: string }): void {
    this.#all = joined(this.#all, row);
    this.#stores.set(storeId, joined(this.#stores.get(storeId) ?? NONE, row));
    this.#sellers.set(sellerId, joined(this.#sellers.get(sellerId) ?? NONE, row));
  }

  all(): Bursts | null {
    return this.#isCounted ? this.#all : null;
  }

  ofStore(id: string): Bursts | null {
    return this.#isCounted ? (this.#stores.get(id) ?? NONE) : null;
  }

  ofSeller(id: string): Bursts | null {
    return this.#isCounted ? (this.#sellers.get(id) ?? NONE) : null;
  }
}

function joined(a: Bursts, b: Bursts): Bursts {
  return {
    bursts: a.bursts + b.bursts,
    most: Math.max(a.most, b.most),
    longestRun: Math.max(a.longestRun, b.longestRun),
  };
}
