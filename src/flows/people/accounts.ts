/** The interface to the store of accounts and passwords, as sign-in uses it. */
import type { AccountKind } from '#rules/sign-in/session-life.ts';

export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly email: string;
  /** Null for support, which belongs to no brand. */
  readonly brandId: string | null;
  /** The store of a store's account; null for other kinds. */
  readonly storeId: string | null;
  /** The person of a person's account; null for other kinds. */
  readonly personId: string | null;
  readonly mustChangePassword: boolean;
  readonly active: boolean;
}

export interface NewAccount extends Omit<Account, 'id' | 'active'> {
  readonly password: string;
}

export interface Opened {
  readonly account: Account;
  readonly token: string;
  readonly cookie: string;
}

export interface Challenged {
  readonly account: Account;
  /** The value of the challenge's cookie. */
  readonly challenge: string;
}

export interface Accounts {
  /**
   * Checks e-mail and password and opens a session, which is not valid until it is confirmed
   * (`db/sign-in/sessions.ts`). For an account with a second factor no session is opened: the answer is a challenge,
   * for which a code opens one (`second-factors.ts`). Returns null where they do not match; the answer takes as long where there is no such
   * account. Hashes once.
   */
  open(email: string, password: string): Promise<Opened | Challenged | null>;
  /** Tells whether the password is the account's. Hashes once. */
  verify(accountId: string, password: string): Promise<boolean>;
  /** Makes the password a one-time password: the next sign-in asks for another one. */
  demandNewPassword(accountId: string): Promise<void>;
  /** Replaces the password by a one-time password. Hashes once. */
  giveOneTimePassword(accountId: string, password: string): Promise<void>;
  /** Replaces the password and ends all sessions of the account except `keptSessionId`. Hashes once. */
  changePassword(accountId: string, keptSessionId: string, password: string): Promise<void>;
  /** Replaces a one-time password, which is then used up. Returns false where it was used up already. Hashes once. */
  replaceOneTimePassword(accountId: string, password: string): Promise<boolean>;
  /** Returns the hash under which a password is stored. Hashes once. */
  hash(password: string): Promise<string>;
  /** Creates an account and returns its id; null where the e-mail has an account already. Hashes once. */
  create(account: NewAccount): Promise<string | null>;
  /** Returns the token of a session cookie; null where we did not sign the cookie. */
  tokenOf(cookie: string): string | null;
}
