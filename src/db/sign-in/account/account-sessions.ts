/** Reads and ends the sessions of one account, and replaces its password. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { queueAccountMailIn } from '#db/mail/outgoing-mails.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface AccountSession {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly beganAt: Instant;
  /** The last use that prolonged the session. */
  readonly lastUsedAt: Instant;
  readonly deviceKey: string;
}

/** Lists the sessions of an account that are not over at `now`, the last used first. */
export async function listAccountSessions(db: AuthDb, accountId: string, now: Instant): Promise<AccountSession[]> {
  const rows = await db.q
    .selectFrom('session')
    .where('userId', '=', accountId)
    .where('expiresAt', '>', new Date(now))
    .where('deviceKey', '<>', '')
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .select(['id', 'browser', 'system', 'createdAt', 'updatedAt', 'deviceKey'])
    .execute();
  return rows.map(({ createdAt, updatedAt, ...row }) => ({
    ...row,
    beganAt: createdAt.getTime(),
    lastUsedAt: updatedAt.getTime(),
  }));
}

export async function endSessions(db: AuthDb, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.q.deleteFrom('session').where('id', 'in', ids).execute();
}

/** Finds the account of a person of a brand; null where the person has none, as most sellers. */
export async function findAccountOfPerson(
  db: AuthDb,
  { brandId, personId }: { readonly brandId: string; readonly personId: string },
): Promise<string | null> {
  const row = await db.q
    .selectFrom('user')
    .where('brandId', '=', brandId)
    .where('personId', '=', personId)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Replaces the password and ends all other sessions of the account, in one transaction: no session that was opened with
 * the former password stays. Sessions that are just being opened are ended too. A mail tells the account's user.
 */
export async function replacePassword(
  db: AuthDb,
  of: { readonly accountId: string; readonly keptSessionId: string; readonly passwordHash: string; readonly at: Date },
): Promise<void> {
  await db.q.transaction().execute(async (tx) => {
    await tx
      .updateTable('account')
      .set({ password: of.passwordHash, updatedAt: of.at })
      .where('userId', '=', of.accountId)
      .where('providerId', '=', 'credential')
      .execute();
    await tx.deleteFrom('session').where('userId', '=', of.accountId).where('id', '<>', of.keptSessionId).execute();
    await queueAccountMailIn(tx, 'password_changed', of.accountId, of.at);
  });
}
