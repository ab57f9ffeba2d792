/** The port to the keeper of accounts and passwords: what sign-in asks of it, whoever it is. */
import type { AccountKind } from '#rules/sign-in/session-life.ts';

export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly email: string;
  /** Null for support, which belongs to no brand. */
  readonly brandId: string | null;
  /** Of a store's account. */
  readonly storeId: string | null;
  /** Of a person's account. */
  readonly personId: string | null;
  readonly mustChangePassword: boolean;
  readonly active: boolean;
}

export interface NewAccount extends Omit<Account, 'id' | 'active'> {
  readonly password: string;
}

export interface Accounts {
  /**
   * Checks e-mail and password and opens a session, which is good for nothing until confirmed (`db/sign-in/sessions.ts`).
   * Null: they do not match; it takes as long where there is no such account. Hashes once.
   */
  open(email: string, password: string): Promise<{ account: Account; token: string; cookie: string } | null>;
  /** Whether it is the account's password. Hashes once. */
  verify(accountId: string, password: string): Promise<boolean>;
  /** From now on the password counts as a one-time password: the next sign-in asks for another. */
  demandNewPassword(accountId: string): Promise<void>;
  /** In place of a one-time password, which is used up; false where it was already. Hashes once. */
  replaceOneTimePassword(accountId: string, password: string): Promise<boolean>;
  /** Hashes once. Answers the account's id; null where the e-mail has an account already. */
  create(account: NewAccount): Promise<string | null>;
  /** The token in a session cookie, if we signed it. */
  tokenOf(cookie: string): string | null;
}
