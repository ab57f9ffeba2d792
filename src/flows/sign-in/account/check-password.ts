/** Checks the password of an account that is signed in. Wrong ones are slowed as at the sign-in on a known device. */
import { countWrongPassword } from '#db/sign-in/account/wrong-passwords.ts';
import type { OpenSession } from '#db/sign-in/sessions.ts';
import { giveBackTries, takeTries } from '#db/sign-in/throttles.ts';
import type { SignInDeps } from '#flows/sign-in/sign-in.ts';
import { signInMeters } from '#flows/sign-in/sign-in-meters.ts';
import { isPasswordGuessing } from '#rules/sign-in/password-guessing.ts';
import type { Instant } from '#rules/time/interval.ts';

export type CheckPasswordDeps = Pick<SignInDeps, 'auth' | 'accounts' | 'hashing' | 'hostNow' | 'meterKey'>;

export type CheckedPassword =
  | { readonly kind: 'right' }
  /** `guessing`: so many passwords were wrong for this account that somebody may be guessing. */
  | { readonly kind: 'wrong_password'; readonly guessing: boolean }
  | { readonly kind: 'too_many_requests'; readonly nextAt: Instant };

/** Checks the password. The try is counted before the hash and returned where the password is right. */
export async function checkPassword(
  { auth, accounts, hashing, hostNow, meterKey }: CheckPasswordDeps,
  { accountId, email, deviceKey }: OpenSession,
  password: string,
): Promise<CheckedPassword> {
  const now = hostNow();
  const meters = signInMeters(meterKey, { email, network: '', deviceKey }, true);
  const right = await hashing.run(async () => {
    const tries = await takeTries(auth, meters, now);
    return tries.taken ? accounts.verify(accountId, password) : tries.nextAt;
  });
  if (right === 'busy') return { kind: 'too_many_requests', nextAt: now + BUSY_MS };
  if (typeof right === 'number') return { kind: 'too_many_requests', nextAt: right };
  if (!right) {
    return { kind: 'wrong_password', guessing: isPasswordGuessing(await countWrongPassword(auth, email, now)) };
  }
  await giveBackTries(auth, meters, now);
  return { kind: 'right' };
}

const BUSY_MS = 1_000;
