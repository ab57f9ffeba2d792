/** Checks a code of the second factor or a password, and counts the try. */
import { takeStep } from '#db/sign-in/second-factor.ts';
import { giveBackTries, type Meter, takeTries } from '#db/sign-in/throttles.ts';
import { signInMeters } from '#flows/sign-in/sign-in-meters.ts';
import { readCode } from '#rules/sign-in/second-factor.ts';
import type { Giver, SecondFactorDeps, TooMany } from './second-factor-deps.ts';

type Deps = Omit<SecondFactorDeps, 'db' | 'newId' | 'demo'>;

/**
 * Checks a code of the app, or a recovery code if `acceptsRecovery`; a right code is spent. Wrong codes are counted apart
 * from wrong passwords, under the same limits, so that codes cannot be guessed faster with more passwords. The try is
 * counted first and given back where the code is right, so that simultaneous guesses cannot avoid the limit.
 */
export async function checkCode(
  deps: Deps,
  giver: Giver,
  typed: string,
  acceptsRecovery: boolean,
): Promise<'right' | 'wrong' | TooMany> {
  const now = deps.hostNow();
  const meters = signInMeters((text) => deps.meterKey(`code ${text}`), giver, giver.known);
  const tries = await takeTries(deps.auth, meters, now);
  if (!tries.taken) return { kind: 'too_many_requests', nextAt: tries.nextAt };
  if (!(await isRightCode(deps, giver.accountId, typed, acceptsRecovery))) return 'wrong';
  await giveBackTries(deps.auth, meters, now);
  return 'right';
}

async function isRightCode(
  { auth, secondFactors, hostNow }: Deps,
  accountId: string,
  typed: string,
  acceptsRecovery: boolean,
): Promise<boolean> {
  const given = readCode(typed);
  if (given === null) return false;
  if (given.kind === 'recovery') return acceptsRecovery && secondFactors.spendRecoveryCode(accountId, given.code);
  const step = await secondFactors.findStep(accountId, given.code, hostNow());
  return step !== null && takeStep(auth, accountId, step);
}

/** Does `work`, which checks the password of a signed-in person. Wrong passwords are counted as at the sign-in. */
export async function checkPassword<T>(
  { auth, hashing, hostNow, meterKey }: Deps,
  giver: Giver,
  work: () => Promise<T | 'wrong_password'>,
): Promise<T | 'wrong_password' | TooMany> {
  const now = hostNow();
  const meters: Meter[] = signInMeters(meterKey, giver, giver.known);
  const answer = await hashing.run(async () => {
    const tries = await takeTries(auth, meters, now);
    return tries.taken ? { kind: 'checked' as const, of: await work() } : tooMany(tries.nextAt);
  });
  if (answer === 'busy') return tooMany(now + BUSY_MS);
  if (answer.kind === 'too_many_requests') return answer;
  if (answer.of !== 'wrong_password') await giveBackTries(auth, meters, now);
  return answer.of;
}

const BUSY_MS = 1_000;

function tooMany(nextAt: number): TooMany {
  return { kind: 'too_many_requests', nextAt };
}
