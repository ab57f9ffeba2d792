/** The second step of a sign-in: a code opens the session of an account whose password was right. */
import type { Language } from '#contract/core/common.ts';
import { isKnownDevice } from '#db/sign-in/known-devices.ts';
import { findChallengedAccount } from '#db/sign-in/second-factor.ts';
import type { Account } from '#flows/people/accounts.ts';
import { admitSession, isStillThere, type SignInAnswer } from '#flows/sign-in/sign-in.ts';
import { checkCode } from './check-code.ts';
import type { SecondFactorDeps, TooMany } from './second-factor-deps.ts';

export interface CodeWish {
  /** The value of the challenge's cookie; undefined: the device has none. */
  readonly cookie: string | undefined;
  readonly code: string;
  readonly network: string;
  readonly deviceKey: string;
  /** See `SignInWish.userAgent`. */
  readonly userAgent: string | undefined;
  readonly language: Language;
  readonly admits: (kind: Account['kind']) => boolean;
}

export type CodeAnswer =
  | Extract<SignInAnswer, { kind: 'signed_in' }>
  | TooMany
  | Extract<SignInAnswer, { kind: 'account_inactive' }>
  | { readonly kind: 'wrong_code' | 'code_expired' };

/** Opens the session. The challenge is spent by the right code only, so that a person may mistype. */
export async function giveCode(deps: SecondFactorDeps, wish: CodeWish): Promise<CodeAnswer> {
  const challenge = wish.cookie === undefined ? null : deps.secondFactors.challengeOf(wish.cookie);
  const account = challenge === null ? null : await findChallengedAccount(deps.auth, challenge, deps.hostNow());
  if (challenge === null || !account?.hasSecondFactor || !wish.admits(account.kind)) return { kind: 'code_expired' };
  const { id: accountId, email } = account;
  const { network, deviceKey } = wish;
  const known = await isKnownDevice(deps.auth, email, deviceKey);
  const checked = await checkCode(deps, { accountId, email, network, deviceKey, known }, wish.code, true);
  if (checked === 'wrong') return { kind: 'wrong_code' };
  if (checked !== 'right') return checked;
  if (!account.active || !(await isStillThere(deps.db, account)))
    return { kind: 'account_inactive', account: account.kind };
  const opened = await deps.secondFactors.open(challenge, accountId);
  return opened === null ? { kind: 'code_expired' } : admitSession(deps, account, wish, opened);
}
