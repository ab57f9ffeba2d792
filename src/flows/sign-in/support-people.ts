/** Lists the vendor's support people, deactivates them and activates them again. */
import type { AuthDb } from '#db/core/auth-db.ts';
import {
  listSupportAccounts,
  type SupportAccount,
  type SupportChange,
  setSupportActive,
} from '#db/sign-in/support-accounts.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface SupportPeopleDeps {
  readonly auth: AuthDb;
  /** The host's clock: the demo cannot move when an account was changed. */
  readonly hostNow: () => Instant;
}

export function readSupportPeople({ auth }: SupportPeopleDeps): Promise<SupportAccount[]> {
  return listSupportAccounts(auth);
}

/**
 * Deactivates a support person, or activates the account again, and ends all sessions of the account. Somebody of support
 * stays active: the last active person is refused, also for two people who deactivate each other at once. `author_inactive`:
 * the author was deactivated a moment before.
 */
export function changeSupportPerson(
  { auth, hostNow }: SupportPeopleDeps,
  authorId: string,
  accountId: string,
  active: boolean,
): Promise<SupportChange> {
  return setSupportActive(auth, { authorId, accountId, active, at: hostNow() });
}
