/** Lists the accounts of the vendor's support, deactivates them and activates them again. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Instant } from '#rules/time/interval.ts';
import { endSessionsOfAccount } from './sessions.ts';

export interface SupportAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly createdAt: Date;
  /** The last sign-in, or the last use that prolonged an open session; null: there was none. */
  readonly lastUsedAt: Date | null;
}

/** Lists all support accounts, also inactive ones, by name. */
export function listSupportAccounts(db: AuthDb): Promise<SupportAccount[]> {
  return db.run<SupportAccount & Record<string, unknown>>('support_accounts', SUPPORT_ACCOUNTS, []);
}

/** A session that was not confirmed has an empty `deviceKey` and counts as no use. */
const SUPPORT_ACCOUNTS = `
  select u."id", u."name", u."email", u."active", u."createdAt",
    greatest((select max(s."updatedAt") from auth.session s where s."userId" = u."id" and s."deviceKey" <> ''),
      (select max(d.seen_at) from auth.known_devices d where d.user_id = u."id")) as "lastUsedAt"
  from auth."user" u where u."kind" = 'support' order by lower(u."name"), u."id"`;

export type SupportChange = 'done' | 'not_found' | 'last_support_person' | 'author_inactive';

interface ActiveChange {
  readonly accountId: string;
  /** The support person who makes the change. */
  readonly authorId: string;
  readonly active: boolean;
  readonly at: Instant;
}

/**
 * Deactivates a support account or activates it again, and ends all its sessions. All support accounts are locked first, in
 * the order of their ids, so that two people who deactivate each other at once leave one: the second is inactive by then.
 * The lock is the one that does not stop sign-ins, which refer to the account's row.
 */
export function setSupportActive(
  db: AuthDb,
  { accountId, authorId, active, at }: ActiveChange,
): Promise<SupportChange> {
  return db.q.transaction().execute(async (tx) => {
    const all = await tx
      .selectFrom('user')
      .where('kind', '=', 'support')
      .orderBy('id')
      .select(['id', 'active'])
      .forNoKeyUpdate()
      .execute();
    const isActive = (id: string) => all.some((each) => each.id === id && each.active);
    if (!isActive(authorId)) return 'author_inactive';
    if (!all.some(({ id }) => id === accountId)) return 'not_found';
    if (!active && !all.some((each) => each.id !== accountId && each.active)) return 'last_support_person';
    await tx
      .updateTable('user')
      .set({ active, updatedAt: new Date(at) })
      .where('id', '=', accountId)
      .execute();
    await endSessionsOfAccount(tx, accountId);
    return 'done';
  });
}
