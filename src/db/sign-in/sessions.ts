/** Reads, confirms, prolongs and ends sessions. Every request looks its session up; only this file ends sessions. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { DeviceName } from '#rules/sign-in/device-name.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

/** An open session and its account. */
export interface OpenSession {
  readonly id: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly email: string;
  readonly brandId: string | null;
  readonly storeId: string | null;
  readonly personId: string | null;
  /** The key by which wrong PINs of a device are counted. */
  readonly deviceKey: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly hasSecondFactor: boolean;
  /** The instant at which the password or a code of the second factor was last given in this session. */
  readonly confirmedAt: Instant;
}

/** Returns the session of a token if it is confirmed and not over at `now`, and its account is active; else null. */
export async function findSession(db: AuthDb, token: string, now: Instant): Promise<OpenSession | null> {
  const [row] = await db.run<SessionRow>('session_of_token', SESSION_OF_TOKEN, [token, new Date(now)]);
  if (!row) return null;
  const { beganAt, endsAt, confirmedAt } = row;
  return { ...row, beganAt: beganAt.getTime(), endsAt: endsAt.getTime(), confirmedAt: confirmedAt.getTime() };
}

interface SessionRow extends Omit<OpenSession, 'beganAt' | 'endsAt' | 'confirmedAt'> {
  readonly beganAt: Date;
  readonly endsAt: Date;
  readonly confirmedAt: Date;
}

const SESSION_OF_TOKEN = `
  select s."id", u."id" as "accountId", u."kind", u."name", u."email", u."brandId", u."storeId", u."personId",
    s."deviceKey", s."createdAt" as "beganAt", s."expiresAt" as "endsAt",
    u."twoFactorEnabled" as "hasSecondFactor", greatest(s."createdAt", s."confirmedAt") as "confirmedAt"
  from auth.session s join auth."user" u on u."id" = s."userId"
  where s."token" = $1 and s."expiresAt" > $2 and s."deviceKey" <> '' and u."active"`;

/**
 * Confirms a session that better-auth has just opened, on this device, from `now` to `endsAt`. Stores the language for
 * mails, and deletes the account's sessions that are over.
 */
export async function confirmSession(
  db: AuthDb,
  { token, accountId, deviceKey, device, language, now, endsAt }: Confirmation,
): Promise<void> {
  await db.q
    .updateTable('session')
    .set({ deviceKey, ...device, createdAt: new Date(now), updatedAt: new Date(now), expiresAt: new Date(endsAt) })
    .where('token', '=', token)
    .execute();
  await storeLanguage(db, accountId, language);
  await db.q
    .deleteFrom('session')
    .where('id', 'in', overOf(db, accountId, now))
    .execute();
}

/**
 * Selects the account's sessions that are over, without those that another sign-in is deleting: the two sign-ins would
 * wait for each other.
 */
function overOf(db: AuthDb, accountId: string, now: Instant) {
  return db.q
    .selectFrom('session')
    .select('id')
    .where('userId', '=', accountId)
    .where('expiresAt', '<=', new Date(now))
    .forUpdate()
    .skipLocked();
}

interface Confirmation {
  readonly token: string;
  readonly accountId: string;
  readonly deviceKey: string;
  /** Browser and system, by which people recognise the session later. */
  readonly device: DeviceName;
  readonly language: Language;
  readonly now: Instant;
  readonly endsAt: Instant;
}

/** The language in which an account is used. */
export type Language = 'pt-BR' | 'en' | 'es';

/** Stores the language in which the account is used, for mails to its user. */
async function storeLanguage(db: AuthDb, accountId: string, language: Language): Promise<void> {
  await db.q
    .updateTable('user')
    .set({ language })
    .where('id', '=', accountId)
    .where('language', 'is distinct from', language)
    .execute();
}

/**
 * Prolongs a session and stores the language in which the account is used. Concurrent or late calls never shorten the
 * session.
 */
export async function prolongSession(
  db: AuthDb,
  { id, accountId }: Pick<OpenSession, 'id' | 'accountId'>,
  { language, now, endsAt }: { readonly language: Language; readonly now: Instant; readonly endsAt: Instant },
): Promise<void> {
  await db.q
    .updateTable('session')
    .set({
      updatedAt: new Date(now),
      expiresAt: sql<Date>`greatest("expiresAt", ${new Date(endsAt)})`,
    })
    .where('id', '=', id)
    .execute();
  await storeLanguage(db, accountId, language);
}

/** Notes that the person of the session gave the password or a code again. */
export async function markSessionConfirmed(db: AuthDb, id: string, now: Instant): Promise<void> {
  await db.q
    .updateTable('session')
    .set({ confirmedAt: new Date(now) })
    .where('id', '=', id)
    .execute();
}

export async function endSession(db: AuthDb, id: string): Promise<void> {
  await db.q.deleteFrom('session').where('id', '=', id).execute();
}

/** Ends all sessions of an account, within the caller's transaction. */
export async function endSessionsOfAccount(tx: Pick<AuthDb['q'], 'deleteFrom'>, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('userId', '=', accountId).execute();
}

export async function endSessionOfToken(db: AuthDb, token: string): Promise<void> {
  await db.q.deleteFrom('session').where('token', '=', token).execute();
}
