/** Sessions as the server keeps them: looked up by every request, ended here and nowhere else. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

/** An open session and the account it belongs to. */
export interface OpenSession {
  readonly id: string;
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly name: string;
  readonly email: string;
  readonly brandId: string | null;
  readonly storeId: string | null;
  readonly personId: string | null;
  /** What wrong PINs are counted by. */
  readonly deviceKey: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
}

/** The session of a token, if it is confirmed, not over at `now`, and its account active. */
export async function findSession(db: AuthDb, token: string, now: Instant): Promise<OpenSession | null> {
  const [row] = await db.run<SessionRow>('session_of_token', SESSION_OF_TOKEN, [token, new Date(now)]);
  return row ? { ...row, beganAt: row.beganAt.getTime(), endsAt: row.endsAt.getTime() } : null;
}

interface SessionRow extends Omit<OpenSession, 'beganAt' | 'endsAt'> {
  readonly beganAt: Date;
  readonly endsAt: Date;
}

const SESSION_OF_TOKEN = `
  select s."id", u."id" as "accountId", u."kind", u."name", u."email", u."brandId", u."storeId", u."personId",
    s."deviceKey", s."createdAt" as "beganAt", s."expiresAt" as "endsAt"
  from auth.session s join auth."user" u on u."id" = s."userId"
  where s."token" = $1 and s."expiresAt" > $2 and s."deviceKey" <> '' and u."active"`;

/**
 * Makes a session that better-auth has just opened good for use: on this device, from `now` to `endsAt`. Takes away the
 * account's sessions that are over.
 */
export async function confirmSession(
  db: AuthDb,
  { token, accountId, deviceKey, now, endsAt }: Confirmation,
): Promise<void> {
  await db.q
    .updateTable('session')
    .set({ deviceKey, createdAt: new Date(now), updatedAt: new Date(now), expiresAt: new Date(endsAt) })
    .where('token', '=', token)
    .execute();
  await db.q
    .deleteFrom('session')
    .where('id', 'in', overOf(db, accountId, now))
    .execute();
}

/** Without those that another sign-in is just taking away: two would wait for each other. */
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
  readonly now: Instant;
  readonly endsAt: Instant;
}

/** Two touches at once, or one out of order, never shorten a session. */
export async function prolongSession(db: AuthDb, id: string, now: Instant, endsAt: Instant): Promise<void> {
  await db.q
    .updateTable('session')
    .set({
      updatedAt: new Date(now),
      expiresAt: sql<Date>`greatest("expiresAt", ${new Date(endsAt)})`,
    })
    .where('id', '=', id)
    .execute();
}

export async function endSession(db: AuthDb, id: string): Promise<void> {
  await db.q.deleteFrom('session').where('id', '=', id).execute();
}

export async function endSessionOfToken(db: AuthDb, token: string): Promise<void> {
  await db.q.deleteFrom('session').where('token', '=', token).execute();
}
