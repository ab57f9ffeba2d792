/** What the flows of stores need, and the shapes that they share. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import type { OpenHours, StoreDate } from '#db/people/stores.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface StoreDeps {
  readonly db: Database;
  readonly auth: AuthDb;
  readonly accounts: Accounts;
  readonly timelines: Timelines;
  /** The app's clock, by which held contacts wait. */
  readonly now: () => Instant;
  /** The host's clock, by which passwords and sessions end. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** Draws a random one-time password. */
  readonly newPassword: () => string;
}

/** The fields of a store that managers change. */
export interface StoreFields {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
  readonly dates: readonly StoreDate[];
}

/** A password that is shown once and stored only as a hash. */
export interface OneTimeSignIn {
  readonly email: string;
  readonly password: string;
  readonly expiresAt: Instant;
}
