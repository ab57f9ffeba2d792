/** Stores one-time links by the hash of their token, finds the valid one, and uses a link up together with what it is for. */
import type { Transaction } from 'kysely';
import type { AuthDb, AuthTables } from '#db/core/auth-db.ts';
import { queueAccountMailIn } from '#db/mail/outgoing-mails.ts';
import { type AccountRow, insertAccountIn, replacePasswordIn } from '#db/sign-in/accounts.ts';
import type { LinkPurpose } from '#rules/sign-in/link-life.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface NewLink {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly purpose: LinkPurpose;
  /** The kind of the account that the link makes, or whose password the link resets. */
  readonly kind: AccountKind;
  /** The account of a reset; else null. */
  readonly accountId: string | null;
  /** The invited person's name, and the e-mail in lower case; null for the other purposes. */
  readonly name: string | null;
  readonly email: string | null;
  /** The brand and the person of an invited brand manager; else null. */
  readonly brandId: string | null;
  readonly personId: string | null;
  /** The support person who makes the link; null: nobody who is signed in. */
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** A link that can still be used. `name` and `email` are null for the first support person. */
export interface ValidLink extends Omit<NewLink, 'tokenHash' | 'createdBy' | 'createdAt'> {}

/**
 * Stores a link. An unused earlier link of the same purpose for the same e-mail or account is replaced and no longer
 * valid. Returns the person's id: a person who is invited to the same brand again keeps the first one.
 */
export async function replaceLink(db: AuthDb, link: NewLink): Promise<string | null> {
  const text = `${INSERT} ${ON_CONFLICT[link.purpose]} ${REPLACE} returning l.person_id as "personId"`;
  const [row] = await db.run<{ personId: string | null }>(`replace_link_${link.purpose}`, text, valuesOf(link));
  return row?.personId ?? null;
}

/**
 * Stores the link for the first support person, where there is neither a support account nor such a link that is still
 * valid. Returns whether the link was stored: of several servers that start at once, one stores its link.
 */
export async function insertFirstSupportLink(db: AuthDb, link: NewLink): Promise<boolean> {
  const text = `${INSERT} ${ON_CONFLICT.first_support} ${REPLACE} where l.expires_at <= excluded.created_at returning 1`;
  if (await hasSupportAccount(db)) return false;
  return (await db.run('insert_first_support_link', text, valuesOf(link))).length === 1;
}

const INSERT = `
  insert into auth.links as l (id, token_hash, purpose, kind, account_id, name, email, brand_id, person_id, created_by,
    created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** Names the unused link that a new one of the same purpose replaces. */
const ON_CONFLICT: Readonly<Record<LinkPurpose, string>> = {
  first_support: `on conflict (purpose) where purpose = 'first_support' and used_at is null`,
  invitation: `on conflict (email) where purpose = 'invitation' and used_at is null`,
  reset: `on conflict (account_id) where purpose = 'reset' and used_at is null`,
};

const REPLACE = `
  do update set id = excluded.id, token_hash = excluded.token_hash, kind = excluded.kind, name = excluded.name,
    brand_id = excluded.brand_id,
    person_id = case when l.brand_id = excluded.brand_id then l.person_id else excluded.person_id end,
    created_by = excluded.created_by, created_at = excluded.created_at, expires_at = excluded.expires_at`;

function valuesOf(link: NewLink): unknown[] {
  const { id, tokenHash, purpose, kind, accountId, name, email, brandId, personId, createdBy } = link;
  const times = [new Date(link.createdAt), new Date(link.expiresAt)];
  return [id, tokenHash, purpose, kind, accountId, name, email, brandId, personId, createdBy, ...times];
}

/** Whether there is an active support account. */
export async function hasSupportAccount(db: AuthDb): Promise<boolean> {
  const row = await db.q
    .selectFrom('user')
    .where('kind', '=', 'support')
    .where('active', '=', true)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Finds the link of a token. Returns null for a token that is unknown, used, replaced or over, and for a reset of an
 * inactive account; one statement answers all of them, so that they take the same time.
 */
export async function findValidLink(db: AuthDb, tokenHash: Buffer, now: Instant): Promise<ValidLink | null> {
  const [row] = await db.run<ValidLinkRow>('find_valid_link', FIND_VALID_LINK, [tokenHash, new Date(now)]);
  return row ? { ...row, expiresAt: row.expiresAt.getTime() } : null;
}

interface ValidLinkRow extends Omit<ValidLink, 'expiresAt'> {
  readonly expiresAt: Date;
}

const FIND_VALID_LINK = `
  select l.id, l.purpose, l.kind, l.account_id as "accountId", coalesce(l.name, u."name") as name,
    coalesce(l.email, u."email") as email, coalesce(l.brand_id, u."brandId") as "brandId",
    coalesce(l.person_id, u."personId") as "personId", l.expires_at as "expiresAt"
  from auth.links l left join auth."user" u on u."id" = l.account_id
  where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and (u."id" is null or u."active")`;

/** Makes the account of a link and uses the link up, or does neither. */
export async function createAccountByLink(
  db: AuthDb,
  linkId: string,
  account: AccountRow,
  passwordHash: string,
  now: Instant,
): Promise<'created' | 'email_taken' | 'link_over'> {
  const at = new Date(now);
  return undoUnless('created', db, async (tx) => {
    if (!(await markUsed(tx, linkId, at))) return 'link_over';
    return (await insertAccountIn(tx, account, passwordHash, at)) ? 'created' : 'email_taken';
  });
}

/**
 * Sets a new password by a link, uses the link up, ends all sessions of the account, and queues a mail that tells the
 * account's user. Returns the keys of the devices whose sessions ended; null where the link was over.
 */
export async function replacePasswordByLink(
  db: AuthDb,
  linkId: string,
  accountId: string,
  passwordHash: string,
  now: Instant,
): Promise<string[] | null> {
  const at = new Date(now);
  return db.q.transaction().execute(async (tx) => {
    if (!(await markUsed(tx, linkId, at))) return null;
    await replacePasswordIn(tx, accountId, passwordHash, at);
    const ended = await tx.deleteFrom('session').where('userId', '=', accountId).returning('deviceKey').execute();
    await queueAccountMailIn(tx, 'password_changed', accountId, at);
    return ended.map(({ deviceKey }) => deviceKey);
  });
}

/** Uses a link up. Returns false where another request did so before, or where the link was replaced or is over. */
async function markUsed(tx: Transaction<AuthTables>, id: string, at: Date): Promise<boolean> {
  const used = await tx
    .updateTable('links')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Runs a transaction and returns its result; rolls back where the result is not `kept`. */
async function undoUnless<T>(kept: T, db: AuthDb, run: (tx: Transaction<AuthTables>) => Promise<T>): Promise<T> {
  const tx = await db.q.startTransaction().execute();
  try {
    const result = await run(tx);
    await (result === kept ? tx.commit() : tx.rollback()).execute();
    return result;
  } catch (error) {
    await tx.rollback().execute();
    throw error;
  }
}

/** Deletes links that have been over for a month. */
export async function deleteOldLinks(db: AuthDb, now: Instant): Promise<void> {
  await db.q
    .deleteFrom('links')
    .where('expires_at', '<', new Date(now - KEPT_MS))
    .execute();
}

const KEPT_MS = 30 * 86_400_000;
