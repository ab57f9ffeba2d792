/** A person's or support's own second factor: read, set up, confirm, remove; and giving a password or code again. */
import { readSettings } from '#db/people/settings.ts';
import { removeSecondFactor, switchOnSecondFactor } from '#db/sign-in/second-factor.ts';
import { markSessionConfirmed, type OpenSession } from '#db/sign-in/sessions.ts';
import type { NewSecondFactor } from '#flows/people/second-factors.ts';
import { endOtherSessions } from '#flows/sign-in/account/own-sessions.ts';
import { isSecondFactorRequired } from '#rules/sign-in/second-factor.ts';
import { checkCode, checkPassword } from './check-code.ts';
import type { Giver, SecondFactorDeps, TooMany } from './second-factor-deps.ts';

export type SecondFactorRefusal =
  | TooMany
  | {
      readonly kind:
        | 'not_found'
        | 'wrong_credentials'
        | 'wrong_code'
        | 'second_factor_on'
        | 'second_factor_off'
        | 'second_factor_required'
        | 'second_factor_in_demo';
    };

type Done = { readonly kind: 'done' } | SecondFactorRefusal;

/** Returns whether the account has one and must have one, and how many recovery codes are left. */
export async function readOwnSecondFactor(deps: SecondFactorDeps, session: OpenSession) {
  const { accountId, hasSecondFactor: on } = session;
  const required = !deps.demo && (await isRequired(deps, session));
  return { on, required, recoveryCodesLeft: on ? await deps.secondFactors.countRecoveryCodes(accountId) : null };
}

/** Begins a set-up. `token`: of the session. The second factor counts once `confirmSecondFactor` had a right code. */
export async function beginSecondFactor(
  deps: SecondFactorDeps,
  session: OpenSession,
  network: string,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<{ readonly kind: 'begun'; readonly of: NewSecondFactor } | SecondFactorRefusal> {
  const refusal = refusalOf(deps, session);
  if (refusal) return refusal;
  if (session.hasSecondFactor) return { kind: 'second_factor_on' };
  const begun = await checkPassword(deps, giverOf(session, network), () => deps.secondFactors.begin(token, password));
  if (begun === 'wrong_password') return { kind: 'wrong_credentials' };
  if (begun === 'already_on') return { kind: 'second_factor_on' };
  return 'kind' in begun ? begun : { kind: 'begun', of: begun };
}

/** Confirms the set-up with a code of the app. The account's other sessions end. */
export async function confirmSecondFactor(
  deps: SecondFactorDeps,
  session: OpenSession,
  network: string,
  code: string,
): Promise<Done> {
  const refusal = refusalOf(deps, session);
  if (refusal) return refusal;
  if (session.hasSecondFactor) return { kind: 'second_factor_on' };
  const checked = await checkCode(deps, giverOf(session, network), code, false);
  if (checked === 'wrong') return { kind: 'wrong_code' };
  if (checked !== 'right') return checked;
  const { id: sessionId, accountId } = session;
  await endOtherSessions(deps, session);
  const isOn = await switchOnSecondFactor(deps.auth, { accountId, sessionId, now: deps.hostNow() });
  return { kind: isOn ? 'done' : 'second_factor_on' };
}

/** Replaces the recovery codes; the earlier ones stop working. */
export async function renewRecoveryCodes(
  deps: SecondFactorDeps,
  session: OpenSession,
): Promise<{ readonly kind: 'renewed'; readonly codes: readonly string[] } | SecondFactorRefusal> {
  const refusal = refusalOf(deps, session);
  if (refusal) return refusal;
  const codes = await deps.secondFactors.renewRecoveryCodes(session.accountId);
  return codes === null ? { kind: 'second_factor_off' } : { kind: 'renewed', codes };
}

/** Removes the own second factor, with the password and a code, where it is not required. */
export async function removeOwnSecondFactor(
  deps: SecondFactorDeps,
  session: OpenSession,
  network: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<Done> {
  const refusal = refusalOf(deps, session);
  if (refusal) return refusal;
  if (!session.hasSecondFactor) return { kind: 'second_factor_off' };
  if (await isRequired(deps, session)) return { kind: 'second_factor_required' };
  const giver = giverOf(session, network);
  const byPassword = await givePassword(deps, giver, password);
  if (byPassword !== 'right') return byPassword;
  const checked = await checkCode(deps, giver, code, true);
  if (checked === 'wrong') return { kind: 'wrong_code' };
  if (checked !== 'right') return checked;
  const isRemoved = await removeSecondFactor(deps.auth, session.accountId, null, deps.hostNow());
  return { kind: isRemoved ? 'done' : 'second_factor_off' };
}

/** Notes that the person gave the password or a code again, for the operations that ask for it. */
export async function confirmAgain(
  deps: SecondFactorDeps,
  session: OpenSession,
  network: string,
  given: { readonly password: string } | { readonly code: string },
): Promise<Done> {
  if (session.kind === 'store') return { kind: 'not_found' };
  const giver = giverOf(session, network);
  if ('password' in given) {
    const byPassword = await givePassword(deps, giver, given.password);
    if (byPassword !== 'right') return byPassword;
  } else {
    if (!session.hasSecondFactor) return { kind: 'second_factor_off' };
    const checked = await checkCode(deps, giver, given.code, false);
    if (checked === 'wrong') return { kind: 'wrong_code' };
    if (checked !== 'right') return checked;
  }
  await markSessionConfirmed(deps.auth, session.id, deps.hostNow());
  return { kind: 'done' };
}

async function givePassword(
  deps: SecondFactorDeps,
  giver: Giver,
  password: string,
): Promise<'right' | SecondFactorRefusal> {
  const checked = await checkPassword(deps, giver, async () =>
    (await deps.accounts.verify(giver.accountId, password)) ? 'right' : 'wrong_password',
  );
  return checked === 'wrong_password' ? { kind: 'wrong_credentials' } : checked;
}

/** A store's account has no second factor, because its people have PINs. */
function refusalOf({ demo }: SecondFactorDeps, { kind }: OpenSession): SecondFactorRefusal | null {
  if (demo) return { kind: 'second_factor_in_demo' };
  return kind === 'store' ? { kind: 'not_found' } : null;
}

async function isRequired({ db }: SecondFactorDeps, { kind, brandId }: OpenSession): Promise<boolean> {
  if (brandId === null) return isSecondFactorRequired(kind, false);
  const [settings] = await db.read(brandId, (reads) => reads.run(readSettings, { brandId }));
  return isSecondFactorRequired(kind, settings?.secondFactorRequired ?? false);
}

/** The device is known, because it is signed in. */
function giverOf({ accountId, email, deviceKey }: OpenSession, network: string): Giver {
  return { accountId, email, network, deviceKey, known: true };
}
