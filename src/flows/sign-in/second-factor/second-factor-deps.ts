/** What the flows of the second factor need, and the person and device that give a code or a password. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import type { SecondFactors } from '#flows/people/second-factors.ts';
import type { HashSlots } from '#flows/sign-in/hash-slots.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface SecondFactorDeps {
  readonly auth: AuthDb;
  readonly db: Database;
  readonly accounts: Accounts;
  readonly secondFactors: SecondFactors;
  readonly hashing: HashSlots;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** Whether this is the demo, whose accounts have no second factor. */
  readonly demo: boolean;
  /** A keyed hash, so that tries are counted without storing addresses. */
  readonly meterKey: (text: string) => Buffer;
}

/** The account whose password or code is given, and where. `known`: the device was signed in to the account before. */
export interface Giver {
  readonly accountId: string;
  readonly email: string;
  readonly network: string;
  readonly deviceKey: string;
  readonly known: boolean;
}

export type TooMany = { readonly kind: 'too_many_requests'; readonly nextAt: Instant };
