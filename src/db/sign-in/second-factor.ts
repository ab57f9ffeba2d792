/** Reads and writes second factors: challenges of sign-ins, the last used step, switching on, removing. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import { queueAccountMailIn } from '#db/mail/outgoing-mails.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { AccountRow } from './accounts.ts';

/** An account as the sign-in needs it between the password and the code. */
export interface ChallengedAccount extends AccountRow {
  readonly active: boolean;
  readonly hasSecondFactor: boolean;
}

const ACCOUNT = [
  'user.id',
  'user.email',
  'user.name',
  'user.kind',
  'user.brandId',
  'user.storeId',
  'user.personId',
  'user.mustChangePassword',
  'user.active',
  'user.twoFactorEnabled as hasSecondFactor',
] as const;

/** Finds an account by its e-mail in lower case. */
export async function findAccount(db: AuthDb, email: string): Promise<ChallengedAccount | null> {
  return (await db.q.selectFrom('user').select(ACCOUNT).where('email', '=', email).executeTakeFirst()) ?? null;
}

/** Finds the account of a challenge that is not over at `now`. */
export async function findChallengedAccount(
  db: AuthDb,
  challenge: string,
  now: Instant,
): Promise<ChallengedAccount | null> {
  const found = await db.q
    .selectFrom('verification')
    .innerJoin('user', (join) => join.on(sql<boolean>`"user"."id"::text = "verification"."value"`))
    .select(ACCOUNT)
    .where('verification.identifier', '=', challenge)
    .where('verification.expiresAt', '>', new Date(now))
    .executeTakeFirst();
  return found ?? null;
}

/** The encrypted secret and recovery codes of an account. `confirmed`: a code was given once, so the second factor counts. */
export interface StoredSecondFactor {
  readonly secret: string;
  readonly recoveryCodes: string;
  readonly confirmed: boolean;
}

export async function findSecondFactor(db: AuthDb, accountId: string): Promise<StoredSecondFactor | null> {
  const found = await db.q
    .selectFrom('twoFactor')
    .select(['secret', 'backupCodes as recoveryCodes', 'verified as confirmed'])
    .where('userId', '=', accountId)
    .executeTakeFirst();
  return found ?? null;
}

/** Replaces the stored texts, unless somebody has changed them meanwhile. Returns whether it did. */
export async function replaceStoredTexts(
  db: AuthDb,
  accountId: string,
  before: StoredSecondFactor,
  after: Pick<StoredSecondFactor, 'secret' | 'recoveryCodes'>,
): Promise<boolean> {
  const replaced = await db.q
    .updateTable('twoFactor')
    .set({ secret: after.secret, backupCodes: after.recoveryCodes })
    .where('userId', '=', accountId)
    .where('secret', '=', before.secret)
    .where('backupCodes', '=', before.recoveryCodes)
    .executeTakeFirst();
  return replaced.numUpdatedRows === 1n;
}

/**
 * Takes the step of a right code. Returns false if this step or a later one was taken before: no code serves twice. One
 * statement, so the row's lock puts simultaneous calls in order.
 */
export async function takeStep(db: AuthDb, accountId: string, step: number): Promise<boolean> {
  const taken = await db.q
    .insertInto('second_factor_steps')
    .values({ user_id: accountId, step })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ step }).where(sql<boolean>`second_factor_steps.step < ${step}`),
    )
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

/**
 * Makes the second factor count from now on, and ends the account's other sessions, which a password alone has opened.
 * Returns false if the account has one already, or none was set up.
 */
export async function switchOnSecondFactor(
  db: AuthDb,
  { accountId, sessionId, now }: { readonly accountId: string; readonly sessionId: string; readonly now: Instant },
): Promise<boolean> {
  return db.q.transaction().execute(async (tx) => {
    const confirmed = await tx
      .updateTable('twoFactor')
      .set({ verified: true })
      .where('userId', '=', accountId)
      .where('verified', '=', false)
      .executeTakeFirst();
    if (confirmed.numUpdatedRows !== 1n) return false;
    await tx
      .updateTable('user')
      .set({ twoFactorEnabled: true, updatedAt: new Date(now) })
      .where('id', '=', accountId)
      .execute();
    await tx.deleteFrom('session').where('userId', '=', accountId).where('id', '<>', sessionId).execute();
    return true;
  });
}

/** Who removed a second factor of another account, and why. */
export interface Removal {
  readonly id: string;
  readonly removedBy: string;
  readonly reason: string;
}

/**
 * Removes the account's second factor. With a `removal` all sessions of the account end and the removal is recorded;
 * null: the account's own user removed it. A mail tells the account's user in both cases. Returns false if there was none.
 */
export async function removeSecondFactor(
  db: AuthDb,
  accountId: string,
  removal: Removal | null,
  now: Instant,
): Promise<boolean> {
  const at = new Date(now);
  return db.q.transaction().execute(async (tx) => {
    const removed = await tx
      .updateTable('user')
      .set({ twoFactorEnabled: false, updatedAt: at })
      .where('id', '=', accountId)
      .where('twoFactorEnabled', '=', true)
      .executeTakeFirst();
    if (removed.numUpdatedRows !== 1n) return false;
    await tx.deleteFrom('twoFactor').where('userId', '=', accountId).execute();
    await tx.deleteFrom('second_factor_steps').where('user_id', '=', accountId).execute();
    await queueAccountMailIn(tx, 'second_factor_removed', accountId, at);
    if (removal === null) return true;
    const { id, removedBy, reason } = removal;
    await tx.deleteFrom('session').where('userId', '=', accountId).execute();
    await tx
      .insertInto('second_factor_removals')
      .values({ id, user_id: accountId, removed_by: removedBy, reason, removed_at: at })
      .execute();
    return true;
  });
}

/** Lists the people of a brand who have an account of their own, with whether the account has a second factor. */
export async function listPersonAccounts(
  db: AuthDb,
  brandId: string,
): Promise<readonly { readonly accountId: string; readonly personId: string; readonly on: boolean }[]> {
  const rows = await db.q
    .selectFrom('user')
    .select(['id as accountId', 'personId', 'twoFactorEnabled as on'])
    .where('brandId', '=', brandId)
    .where('kind', '=', 'person')
    .where('active', '=', true)
    .execute();
  return rows.flatMap(({ personId, ...rest }) => (personId === null ? [] : [{ ...rest, personId }]));
}
