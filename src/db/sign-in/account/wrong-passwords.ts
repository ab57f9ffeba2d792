/** Counts wrong passwords by account, so that people learn that somebody may be guessing. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The row of tries for addresses without an account. Both kinds of try write one row, so that they take equally long. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** The count stops here, so that years of tries do not leave the column's range. */
const MOST_COUNTED = 1_000_000;

/** Counts a wrong password for the account of an e-mail (lower case). Returns the account's count; 0: there is no account. */
export async function countWrongPassword(db: AuthDb, email: string, now: Instant): Promise<number> {
  const [row] = await db.run<{ wrong: number }>('count_wrong_password', COUNT, [email, new Date(now)]);
  return row?.wrong ?? 0;
}

const COUNT = `
  insert into auth.wrong_passwords as w (account_id, wrong, since, last_at)
  values (coalesce((select "id" from auth."user" where "email" = $1), '${NO_ACCOUNT}'), 1, $2, $2)
  on conflict (account_id) do update set wrong = least(w.wrong + 1, ${MOST_COUNTED}), last_at = excluded.last_at
  returning case when account_id = '${NO_ACCOUNT}' then 0 else wrong end as wrong`;

/** Forgets the wrong passwords of an account: all, or only if there are fewer than `under`. */
export async function forgetWrongPasswords(db: AuthDb, accountId: string, under = MOST_COUNTED + 1): Promise<void> {
  await db.q.deleteFrom('wrong_passwords').where('account_id', '=', accountId).where('wrong', '<', under).execute();
}

export interface WrongPasswordsRow {
  readonly accountId: string;
  /** The account's name. */
  readonly account: string;
  readonly count: number;
  readonly since: Instant;
  readonly lastAt: Instant;
}

/** Finds the counts of at least `from` wrong passwords: those of the account, and with `brandId` those of all accounts of the brand. */
export async function findWrongPasswords(
  db: AuthDb,
  of: { readonly accountId: string; readonly brandId: string | null; readonly from: number },
): Promise<readonly WrongPasswordsRow[]> {
  const rows = await db.run<Omit<WrongPasswordsRow, 'since' | 'lastAt'> & { since: Date; lastAt: Date }>(
    'find_wrong_passwords',
    FIND,
    [of.accountId, of.brandId, of.from],
  );
  return rows.map((row) => ({ ...row, since: row.since.getTime(), lastAt: row.lastAt.getTime() }));
}

const FIND = `
  select w.account_id as "accountId", u."name" as account, w.wrong as count, w.since, w.last_at as "lastAt"
  from auth.wrong_passwords w join auth."user" u on u."id" = w.account_id
  where w.wrong >= $3 and (u."id" = $1 or u."brandId" = $2)
  order by u."name", u."id"`;
