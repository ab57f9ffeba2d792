/** The input of an attempt: the seller, the wish, and what the flow needs from the server. */
import type { Database } from '#db/core/db.ts';
import type { ChainHeads } from '#flows/core/chain-heads.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Because, Origin } from '#rules/contact/decision.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { HoldWish } from './hold-contact.ts';

/** The seller: the person of the current turn on the device. */
export interface Seller {
  readonly brandId: string;
  readonly personId: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly turnId: string | null;
}

/** What the seller asks for. `key` is the caller's idempotency key: a repeated request contacts the customer once. */
export interface AttemptWish {
  readonly key: string;
  readonly customerId: string;
  readonly origin: Origin | null;
  readonly suggestionId: string | null;
  readonly text: string | null;
  readonly attemptId: string | null;
  readonly acknowledgement: string | null;
  readonly because: Because | null;
  /** Whether and until when to hold the contact if it is not allowed now (H1). */
  readonly hold: HoldWish;
}

export interface AttemptDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, by which contacts are decided. */
  readonly now: () => Instant;
  /** The host's clock, by which keys and turns expire. */
  readonly hostNow: () => Instant;
  /** Returns false where the host's clock cannot be trusted (D8). */
  readonly clockIsSafe: () => boolean;
  readonly newId: () => string;
  /** Returns 128 random bits as base64url. */
  readonly newToken: () => string;
  readonly tzVersion: string;
  readonly receiptKey: Uint8Array;
  readonly chainHeads: ChainHeads;
}
