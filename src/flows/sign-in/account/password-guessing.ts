/** Reads which wrong passwords a person is told of: those for the own account, and for a brand manager those of the brand. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { findWrongPasswords, type WrongPasswordsRow } from '#db/sign-in/account/wrong-passwords.ts';
import type { OpenSession } from '#db/sign-in/sessions.ts';
import { type Actor, roleOf } from '#flows/people/identify-caller.ts';
import { mayUse } from '#rules/people/access.ts';
import { MANAGER_TOLD_MS, PASSWORD_TOLD_FROM } from '#rules/sign-in/password-guessing.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ToldPasswords {
  /** For the account that is signed in; null: too few, or the person closed the warning. */
  readonly own: WrongPasswordsRow | null;
  /** For other accounts of the brand in the last 24 hours; null where the person may not read them. */
  readonly others: readonly WrongPasswordsRow[] | null;
}

/** Reads the counts. A person who manages no account is told nothing. */
export async function readPasswordGuessing(
  auth: AuthDb,
  { accountId, brandId }: OpenSession,
  actor: Actor | null,
  now: Instant,
): Promise<ToldPasswords> {
  if (actor === null || !mayUse('read_own_account', roleOf(actor))) return { own: null, others: null };
  const mayReadBrand = mayUse('read_password_guessing', roleOf(actor));
  const of = { accountId, brandId: mayReadBrand ? brandId : null, from: PASSWORD_TOLD_FROM };
  const rows = await findWrongPasswords(auth, of);
  const isRecent = ({ lastAt }: WrongPasswordsRow) => now - lastAt < MANAGER_TOLD_MS;
  return {
    own: rows.find((row) => row.accountId === accountId) ?? null,
    others: mayReadBrand ? rows.filter((row) => row.accountId !== accountId && isRecent(row)) : null,
  };
}
