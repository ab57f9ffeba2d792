/** Signs in with e-mail and password. Guessing is slowed down, and a device that was signed in before is never locked out by others. */
import type { Language } from '#contract/core/common.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Database, Reads } from '#db/core/db.ts';
import { countWrongPassword, forgetWrongPasswords } from '#db/sign-in/account/wrong-passwords.ts';
import { readPasswordSetAt } from '#db/sign-in/accounts.ts';
import { isKnownDevice, rememberDevice } from '#db/sign-in/known-devices.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { confirmSession, endSessionOfToken, findSession, type OpenSession } from '#db/sign-in/sessions.ts';
import { forgetPaidTries, giveBackTries, readRefusedUntil, takeTries } from '#db/sign-in/throttles.ts';
import type { Account, Accounts, Challenged, Opened } from '#flows/people/accounts.ts';
import type { UnconfirmedSession } from '#flows/people/second-factors.ts';
import { mayHaveAccount, personRole } from '#rules/people/access.ts';
import { deviceNameOf } from '#rules/sign-in/device-name.ts';
import { isDemoPassword } from '#rules/sign-in/new-secret.ts';
import { isOneTimeOver } from '#rules/sign-in/one-time-life.ts';
import { isPasswordGuessing, PASSWORD_TOLD_FROM } from '#rules/sign-in/password-guessing.ts';
import { sessionEnd } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { HashSlots } from './hash-slots.ts';
import { isRefusedPassword, type NewPasswordDeps } from './new-password.ts';
import { signInMeters } from './sign-in-meters.ts';

export interface SignInDeps extends NewPasswordDeps {
  readonly auth: AuthDb;
  readonly db: Database;
  readonly accounts: Accounts;
  readonly hashing: HashSlots;
  readonly hostNow: () => Instant;
  /** Whether this is the demo, the only installation that accepts the demo's passwords. */
  readonly demo: boolean;
  /** A keyed hash, so that tries are counted without storing addresses. */
  readonly meterKey: (text: string) => Buffer;
}

export interface SignInWish {
  readonly email: string;
  readonly password: string;
  readonly newPassword: string | null;
  /** The network of the caller: an address, or the block of addresses that a provider gives to one customer. */
  readonly network: string;
  /** The hash of the device's own cookie. */
  readonly deviceKey: string;
  /** The header that names browser and system, by which the person recognises the session later. The header itself is not stored. */
  readonly userAgent: string | undefined;
  /** The language in which the person signs in, for later mails. */
  readonly language: Language;
  /** Whether accounts of a kind may sign in from this caller. Otherwise such an account is answered like a missing one. */
  readonly admits: (kind: Account['kind']) => boolean;
}

export type SignInAnswer =
  | { readonly kind: 'signed_in'; readonly session: OpenSession; readonly cookie: string }
  /** The password is right, and the account has a second factor: a code opens the session (`second-factor/give-code.ts`). */
  | { readonly kind: 'code_needed'; readonly challenge: string }
  /** `guessing`: so many passwords were wrong for this account that somebody may be guessing. */
  | { readonly kind: 'wrong_credentials'; readonly guessing: boolean }
  | { readonly kind: 'too_many_requests'; readonly nextAt: Instant }
  /** `account`: the kind of the account, which says whom the person can ask. */
  | { readonly kind: 'account_inactive'; readonly account: Account['kind'] }
  | { readonly kind: 'one_time_password_expired' }
  | { readonly kind: 'new_password_needed' }
  | { readonly kind: 'new_password_unasked' }
  | { readonly kind: 'password_weak' };

/**
 * Signs in. The password is checked before the answer says anything about the account, so that no answer tells who has
 * one. A try is counted before the hash and returned where the password is right, so that simultaneous guesses cannot
 * avoid the limit. The try is counted only when a hash slot is free, so that people who sign in together do not use up
 * each other's tries.
 */
export async function signIn(deps: SignInDeps, wish: SignInWish): Promise<SignInAnswer> {
  const email = wish.email.toLowerCase();
  const now = deps.hostNow();
  const known = await isKnownDevice(deps.auth, email, wish.deviceKey);
  const meters = signInMeters(deps.meterKey, { ...wish, email }, known);
  const refusedTill = await readRefusedUntil(deps.auth, meters, now);
  if (refusedTill !== null) return { kind: 'too_many_requests', nextAt: refusedTill };

  const opened = await deps.hashing.run(async () => {
    const tries = await takeTries(deps.auth, meters, now);
    return tries.taken ? deps.accounts.open(email, wish.password) : tries.nextAt;
  });
  if (opened === 'busy') return { kind: 'too_many_requests', nextAt: now + BUSY_MS };
  if (typeof opened === 'number') return { kind: 'too_many_requests', nextAt: opened };
  if (opened === null) {
    return { kind: 'wrong_credentials', guessing: isPasswordGuessing(await countWrongPassword(deps.auth, email, now)) };
  }
  if (!wish.admits(opened.account.kind)) {
    await discard(deps, opened);
    return WRONG_CREDENTIALS;
  }
  await giveBackTries(deps.auth, meters, now);

  const account = await withDemandedPassword(deps, opened.account, wish.password, now);
  const refusal = (await passwordRefusalOf(deps, account, now)) ?? (await refusalOf(deps, account, wish.newPassword));
  if (refusal) {
    await discard(deps, opened);
    return refusal;
  }
  const replaced = await replacePassword(deps, account, wish.newPassword);
  if (replaced) {
    await discard(deps, opened);
    return replaced;
  }
  if ('challenge' in opened) return { kind: 'code_needed', challenge: opened.challenge };
  return admitSession(deps, account, wish, opened);
}

const BUSY_MS = 1_000;
const LONGEST_SIGN_IN_MS = 60_000;
const WRONG_CREDENTIALS: SignInAnswer = { kind: 'wrong_credentials', guessing: false };

/**
 * Refuses a one-time password that has expired, and a password that was replaced after this sign-in began: the change of
 * a password ends all other sessions, and this one would open after that. A change that seems to lie further ahead than
 * a sign-in lasts was written by a clock that is wrong, and refuses nothing.
 */
async function passwordRefusalOf(
  { auth }: SignInDeps,
  account: Account,
  beganAt: Instant,
): Promise<SignInAnswer | null> {
  const setAt = await readPasswordSetAt(auth, account.id);
  if (account.mustChangePassword) return isOneTimeOver(setAt, beganAt) ? { kind: 'one_time_password_expired' } : null;
  return setAt > beganAt && setAt - beganAt < LONGEST_SIGN_IN_MS ? WRONG_CREDENTIALS : null;
}

/**
 * Outside the demo, a password of the demo only serves to choose another one. Where a second sign-in ran at the same time,
 * that one has demanded the new password already, or has set it: this one demands nothing, so that neither is called wrong.
 */
async function withDemandedPassword(
  deps: SignInDeps,
  account: Account,
  password: string,
  beganAt: Instant,
): Promise<Account> {
  if (deps.demo || account.mustChangePassword || !isDemoPassword(password)) return account;
  const setAt = await readPasswordSetAt(deps.auth, account.id);
  if (setAt <= beganAt || setAt - beganAt >= LONGEST_SIGN_IN_MS) await deps.accounts.demandNewPassword(account.id);
  return { ...account, mustChangePassword: true };
}

/** Returns why a right password opens no session; null where it does. */
async function refusalOf(deps: SignInDeps, account: Account, newPassword: string | null): Promise<SignInAnswer | null> {
  if (!account.active || !(await isStillThere(deps.db, account)))
    return { kind: 'account_inactive', account: account.kind };
  if (!account.mustChangePassword) return newPassword === null ? null : { kind: 'new_password_unasked' };
  if (newPassword === null) return { kind: 'new_password_needed' };
  return (await isRefusedPassword(deps, newPassword, account.email)) ? { kind: 'password_weak' } : null;
}

/** Whether the person of the account works for the brand in a role that may use an account. True for accounts of stores and of support. */
export async function isStillThere(
  db: Reads,
  { brandId, personId }: Pick<Account, 'brandId' | 'personId'>,
): Promise<boolean> {
  if (brandId === null || personId === null) return true;
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  if (!person) return false;
  return person.active && mayHaveAccount(personRole(person.role));
}

/** Ends the session that a password has opened and that is refused. A challenge opens nothing and ends by itself. */
async function discard({ auth }: SignInDeps, opened: Opened | Challenged): Promise<void> {
  if ('token' in opened) await endSessionOfToken(auth, opened.token);
}

/** Replaces a one-time password, if there is a new one; returns why it was not replaced. */
async function replacePassword(
  { accounts, hashing, hostNow }: SignInDeps,
  { id }: Account,
  newPassword: string | null,
): Promise<SignInAnswer | null> {
  if (newPassword === null) return null;
  const replaced = await hashing.run(() => accounts.replaceOneTimePassword(id, newPassword));
  if (replaced === 'busy') return { kind: 'too_many_requests', nextAt: hostNow() + BUSY_MS };
  return replaced ? null : WRONG_CREDENTIALS;
}

/** Confirms the session that was opened for the account, on this device, and remembers the device. */
export async function admitSession(
  { auth, hostNow }: Pick<SignInDeps, 'auth' | 'hostNow'>,
  { id: accountId, kind }: Pick<Account, 'id' | 'kind'>,
  { deviceKey, userAgent, language }: Pick<SignInWish, 'deviceKey' | 'userAgent' | 'language'>,
  { token, cookie }: UnconfirmedSession,
): Promise<{ readonly kind: 'signed_in'; readonly session: OpenSession; readonly cookie: string }> {
  const now = hostNow();
  const endsAt = sessionEnd(kind, now, now);
  const device = deviceNameOf(userAgent);
  await confirmSession(auth, { token, accountId, deviceKey, device, language, now, endsAt });
  await rememberDevice(auth, accountId, deviceKey, now);
  await forgetPaidTries(auth, now);
  await forgetWrongPasswords(auth, accountId, PASSWORD_TOLD_FROM);
  const session = await findSession(auth, token, now);
  if (!session) throw new Error('The session ended while it was opened. Sign in again.');
  return { kind: 'signed_in', session, cookie };
}
