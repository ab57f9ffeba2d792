/** What a release of due contacts is made with, which rows it claimed, and what is told of each. */
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

/** A claimed row, and the fence that says whose it is. */
export interface Claim {
  readonly id: string;
  readonly fence: number;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
}

/** One step of one held contact, as metrics and notices hear of it. */
export interface Released {
  readonly brandId: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly became: 'ready' | 'again' | 'ended';
  /** How long after its minute, by the application's clock. */
  readonly lateMs: number;
}
