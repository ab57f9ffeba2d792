/** Changes the password of the account that is signed in. All other sessions of the account end. */
import type { OpenSession } from '#db/sign-in/sessions.ts';
import { isRefusedPassword } from '#flows/sign-in/new-password.ts';
import type { SignInDeps } from '#flows/sign-in/sign-in.ts';
import { isDemoPassword } from '#rules/sign-in/new-secret.ts';
import { type CheckedPassword, checkPassword } from './check-password.ts';
import { endOtherSessions } from './own-sessions.ts';

export type ChangePasswordAnswer =
  | { readonly kind: 'changed' }
  | Exclude<CheckedPassword, { kind: 'right' }>
  | { readonly kind: 'password_weak' }
  /** The demo keeps the passwords that it prints, so that everybody can sign in. */
  | { readonly kind: 'password_kept' };

/**
 * Changes the password. The current one is checked first, so that the answer to a thief of a session says nothing. The
 * new password and the end of the other sessions are one transaction. Turns and notifications of those sessions end
 * before, because nobody could find them afterwards.
 */
export async function changePassword(
  deps: SignInDeps,
  session: OpenSession,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<ChangePasswordAnswer> {
  const checked = await checkPassword(deps, session, current);
  if (checked.kind !== 'right') return checked;
  if (deps.demo && isDemoPassword(current)) return { kind: 'password_kept' };
  if (next === current || (await isRefusedPassword(deps, next, session.email))) return { kind: 'password_weak' };
  const changed = await deps.hashing.run(async () => {
    await endOtherSessions(deps, session);
    await deps.accounts.changePassword(session.accountId, session.id, next);
  });
  return changed === 'busy' ? { kind: 'too_many_requests', nextAt: deps.hostNow() + BUSY_MS } : { kind: 'changed' };
}

const BUSY_MS = 1_000;
