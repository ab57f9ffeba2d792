/** The types of a release batch: its deps, the claims it works on, and the result for each hold. */
import type { Database } from '#db/core/db.ts';
import type { ChainHeads } from '#flows/core/chain-heads.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ReleaseDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly clockIsSafe: () => boolean;
  readonly newId: () => string;
  readonly tzVersion: string;
  readonly receiptKey: Uint8Array;
  readonly chainHeads: ChainHeads;
}

/** A claimed hold with the fence number of its claim. */
export interface Claim {
  readonly id: string;
  readonly fence: number;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** The result of one release, for metrics and notifications. */
export interface ReleaseResult {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
  /** `again`: the hold waits for another minute. A hold that needed one and got none has `ended`. */
  readonly became: 'ready' | 'again' | 'ended';
  /** The time since the hold's minute, by the app's clock. */
  readonly lateMs: number;
}
