/** What an attempt is made with: who asks, what for, and what the flow needs of the server. */
import type { Database } from '#db/core/db.ts';
import type { ChainHeads } from '#flows/core/chain-heads.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Because, Origin } from '#rules/contact/decision.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { HoldWish } from './hold-contact.ts';

/** Who is at it: the person of the turn on the device. */
export interface Seller {
  readonly brandId: string;
  readonly personId: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly turnId: string | null;
}

/** What was asked. `key` is the caller's own, so that asking twice contacts once. */
export interface AttemptWish {
  readonly key: string;
  readonly customerId: string;
  readonly origin: Origin | null;
  readonly suggestionId: string | null;
  readonly text: string | null;
  readonly attemptId: string | null;
  readonly acknowledgement: string | null;
  readonly because: Because | null;
  /** To be held, if it is not allowed now (H1). */
  readonly hold: HoldWish;
}

export interface AttemptDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, which decides. */
  readonly now: () => Instant;
  /** The host's clock, by which keys and turns are kept. */
  readonly hostNow: () => Instant;
  /** D8: the host's clock can be trusted. */
  readonly clockIsSafe: () => boolean;
  readonly newId: () => string;
  /** 128 random bits, base64url. */
  readonly newToken: () => string;
  readonly tzVersion: string;
  readonly receiptKey: Uint8Array;
  readonly chainHeads: ChainHeads;
}
