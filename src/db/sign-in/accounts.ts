/** Writes accounts in better-auth's format. The account and its password are written together or not at all. */
import type { Transaction } from 'kysely';
import type { AuthDb, AuthTables } from '#db/core/auth-db.ts';
import { findBrokenConstraint } from '#db/core/db.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface AccountRow {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly kind: 'store' | 'person' | 'support';
  readonly brandId: string | null;
  readonly storeId: string | null;
  readonly personId: string | null;
  readonly mustChangePassword: boolean;
}

/**
 * Inserts an account with its password. Returns false if the e-mail has an account already, or the person has one with
 * another e-mail.
 */
export async function insertAccount(db: AuthDb, account: AccountRow, passwordHash: string, at: Date): Promise<boolean> {
  return db.q.transaction().execute((tx) => insertAccountIn(tx, account, passwordHash, at));
}

/** Does the same within a transaction. */
export async function insertAccountIn(
  tx: Transaction<AuthTables>,
  account: AccountRow,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  const times = { createdAt: at, updatedAt: at };
  const inserted = await tx
    .insertInto('user')
    .values({ ...account, ...times, emailVerified: true, active: true })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  const { id } = account;
  await tx
    .insertInto('account')
    .values({ id, userId: id, accountId: id, providerId: CREDENTIAL, password: passwordHash, ...times })
    .execute();
  return true;
}

/** Replaces the account's password within a transaction; a one-time password is thereby used up. */
export async function replacePasswordIn(
  tx: Transaction<AuthTables>,
  accountId: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password: passwordHash, updatedAt: at })
    .where('userId', '=', accountId)
    .where('providerId', '=', CREDENTIAL)
    .execute();
  await tx.updateTable('user').set({ mustChangePassword: false, updatedAt: at }).where('id', '=', accountId).execute();
}

/** better-auth's name of the provider of accounts with a password. */
const CREDENTIAL = 'credential';

export async function passwordHashOf(db: AuthDb, accountId: string): Promise<string | null> {
  const row = await db.q
    .selectFrom('account')
    .select('password')
    .where('userId', '=', accountId)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirst();
  return row?.password ?? null;
}

/**
 * Replaces a one-time password by the password that the account's user chose. Returns false if the one-time password
 * was replaced before, by this user or another person.
 */
export async function replaceOneTimePassword(
  db: AuthDb,
  accountId: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  return db.q.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('user')
      .set({ mustChangePassword: false, updatedAt: at })
      .where('id', '=', accountId)
      .where('mustChangePassword', '=', true)
      .executeTakeFirst();
    if (used.numUpdatedRows !== 1n) return false;
    await tx
      .updateTable('account')
      .set({ password: passwordHash, updatedAt: at })
      .where('userId', '=', accountId)
      .where('providerId', '=', CREDENTIAL)
      .execute();
    return true;
  });
}

/**
 * Returns when the password was set, or was made a one-time password. Throws for an account without a password, which
 * nobody can sign in to.
 */
export async function readPasswordSetAt(db: AuthDb, accountId: string): Promise<Instant> {
  const row = await db.q
    .selectFrom('account')
    .select('updatedAt')
    .where('userId', '=', accountId)
    .where('providerId', '=', CREDENTIAL)
    .executeTakeFirstOrThrow();
  return row.updatedAt.getTime();
}

/** Makes the account's password a one-time password, or replaces it by one if there is a `passwordHash`. */
export async function demandNewPassword(
  db: AuthDb,
  accountId: string,
  at: Date,
  passwordHash: string | null = null,
): Promise<void> {
  await db.q.transaction().execute(async (tx) => {
    await tx.updateTable('user').set({ mustChangePassword: true, updatedAt: at }).where('id', '=', accountId).execute();
    await tx
      .updateTable('account')
      .set({ updatedAt: at, ...(passwordHash !== null && { password: passwordHash }) })
      .where('userId', '=', accountId)
      .where('providerId', '=', CREDENTIAL)
      .execute();
  });
}

/** Whether the error says that a session could not be written because its account had been deleted a moment before. */
export function isAccountDeleted(error: unknown): boolean {
  return findBrokenConstraint(error) === 'session_userId_fkey';
}
