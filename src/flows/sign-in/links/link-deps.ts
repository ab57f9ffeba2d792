/** What the flows of one-time links need: accounts, the throttle, a mail server, and the address that links begin with. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database } from '#db/core/db.ts';
import type { Mailer } from '#flows/mail/mailer.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import type { HashSlots } from '#flows/sign-in/hash-slots.ts';
import type { NewPasswordDeps } from '#flows/sign-in/new-password.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { LinkMails } from './link-mails.ts';

/** What making a link needs. */
export interface MakeLinkDeps {
  readonly auth: AuthDb;
  /** The host's clock. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** Returns 256 random bits in base64url. */
  readonly newToken: () => string;
  /** Returns the address at which accounts of a kind sign in, from the settings alone and without a path. */
  readonly addressOf: (kind: AccountKind) => string;
}

export interface LinkDeps extends MakeLinkDeps, NewPasswordDeps {
  readonly db: Database;
  readonly accounts: Pick<Accounts, 'hash'>;
  readonly hashing: HashSlots;
  /** A keyed hash, so that tries are counted without storing addresses. */
  readonly meterKey: (text: string) => Buffer;
  /** Null: no mail server is set, and links are shown to the person who made them. */
  readonly mailer: Mailer | null;
  readonly mails: LinkMails;
  /** Whether this is the demo, in which the printed passwords must go on to work. */
  readonly demo: boolean;
}
