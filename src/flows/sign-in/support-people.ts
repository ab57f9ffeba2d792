/** Lists the vendor's support people, deactivates them and activates them again. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { findAccount } from '#db/sign-in/second-factor.ts';
import {
  listSupportAccounts,
  type SupportAccount,
  type SupportChange,
  setSupportActive,
} from '#db/sign-in/support-accounts.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface SupportPeopleDeps {
  readonly auth: AuthDb;
  /** The e-mail of the support account with which the demo signs everybody in; null outside the demo. */
  readonly demoSupportEmail: string | null;
  /** The host's clock: the demo cannot move when an account was changed. */
  readonly hostNow: () => Instant;
}

export function readSupportPeople({ auth }: SupportPeopleDeps): Promise<SupportAccount[]> {
  return listSupportAccounts(auth);
}

/**
 * Deactivates a support person, or activates the account again, and ends all sessions of the account. Somebody of support
 * stays active: the last active person is refused, also for two people who deactivate each other at once. `author_inactive`:
 * the author was deactivated a moment before. `support_kept_in_demo`: everybody who tries the demo signs in with this account.
 */
export async function changeSupportPerson(
  { auth, demoSupportEmail, hostNow }: SupportPeopleDeps,
  authorId: string,
  accountId: string,
  active: boolean,
): Promise<SupportChange | 'support_kept_in_demo'> {
  if (!active && demoSupportEmail !== null) {
    const kept = await findAccount(auth, demoSupportEmail);
    if (kept?.id === accountId) return 'support_kept_in_demo';
  }
  return setSupportActive(auth, { authorId, accountId, active, at: hostNow() });
}
