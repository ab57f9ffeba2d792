/** Stores mails that wait to be sent, hands them to one server at a time, and deletes them afterwards. */
import { sql, type Transaction } from 'kysely';
import type { AuthDb, AuthTables } from '#db/core/auth-db.ts';
import type { MailKind } from '#rules/mail/mail-kinds.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A mail that this server may send until its lease ends, with the present account of its reader. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly accountId: string;
  readonly accountKind: AccountKind;
  readonly name: string;
  readonly email: string;
  readonly language: 'pt-BR' | 'en' | 'es' | null;
  readonly active: boolean;
  /** The kinds of mails that the reader has switched off. */
  readonly off: readonly string[];
  readonly brandId: string | null;
  readonly ticketId: string | null;
  readonly policyRevision: number | null;
  /** The Monday of the week that the mail tells, as `YYYY-MM-DD`. */
  readonly weekOn: string | null;
  /** The person whose account it is; null: the account belongs to support. */
  readonly personId: string | null;
  /** How often a server has begun to send the mail, this time included. */
  readonly tries: number;
}

/** Queues a mail to the account's own user, within the transaction of what the mail tells. */
export async function queueAccountMailIn(
  tx: Transaction<AuthTables>,
  kind: 'password_changed' | 'second_factor_removed',
  accountId: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('outgoing_mails')
    .values({ account_id: accountId, kind, queued_at: at, next_try_at: at })
    .execute();
  await sql`select pg_notify('oto_mails', '')`.execute(tx);
}

/**
 * Claims mails whose next try is due, the oldest first, until `leaseUntil`. Two servers never claim the same mail; after
 * the lease another server claims a mail whose server has crashed.
 */
export async function claimMails(
  db: AuthDb,
  { now, leaseUntil, limit }: { readonly now: Instant; readonly leaseUntil: Instant; readonly limit: number },
): Promise<ClaimedMail[]> {
  return db.run<ClaimedMail>('claim_mails', CLAIM, [new Date(now), new Date(leaseUntil), limit]);
}

const CLAIM = `
  update auth.outgoing_mails m set tries = m.tries + 1, next_try_at = $2
  from auth."user" u
  where u."id" = m.account_id and m.id in (
    select o.id from auth.outgoing_mails o where o.next_try_at <= $1 order by o.next_try_at limit $3
    for update skip locked)
  returning m.id, m.kind, m.account_id as "accountId", u."kind" as "accountKind", u."name", u."email", u."language",
    u."active", u."mailsOff" as off, m.brand_id as "brandId", m.ticket_id as "ticketId",
    m.policy_revision as "policyRevision", m.week_on::text as "weekOn", u."personId", m.tries`;

export async function deleteMail(db: AuthDb, id: string): Promise<void> {
  await db.q.deleteFrom('outgoing_mails').where('id', '=', id).execute();
}

export async function setNextMailTry(db: AuthDb, id: string, at: Instant): Promise<void> {
  await db.q
    .updateTable('outgoing_mails')
    .set({ next_try_at: new Date(at) })
    .where('id', '=', id)
    .execute();
}

/** Puts a mail off that may not be sent now. The try does not count. */
export async function postponeMail(db: AuthDb, id: string, until: Instant): Promise<void> {
  await db.q
    .updateTable('outgoing_mails')
    .set(({ eb, ref }) => ({ next_try_at: new Date(until), tries: eb(ref('tries'), '-', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Deletes all waiting mails: an installation without a mail server never sends them. */
export async function deleteAllMails(db: AuthDb): Promise<void> {
  await db.q.deleteFrom('outgoing_mails').execute();
}
