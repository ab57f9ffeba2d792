/** Signs a device in with e-mail and password, and turns the answer of `signIn` into a cookie or a problem. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Asker, askAs } from '#flows/people/identify-caller.ts';
import { signOut } from '#flows/sign-in/end-turn.ts';
import { type SignInAnswer, type SignInDeps, signIn } from '#flows/sign-in/sign-in.ts';
import { askerOf } from '#http/core/caller/actor.ts';
import type { SessionCookies } from '#http/core/caller/session-cookies.ts';
import type { SupportHost } from '#http/core/caller/support-host.ts';
import { languageOf } from '#http/core/language.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';
import { networkOf } from '#http/core/requests/network.ts';
import { invalidFieldText } from '#words/core/catalogue/problems.ts';
import { secondsUntil } from './pin-refusal.ts';

export interface OpenSessionDeps extends SignInDeps {
  readonly cookies: SessionCookies;
  /** Returns 256 random bits in base64url, for a device's cookie. */
  readonly newToken: () => string;
  readonly supportHost: SupportHost;
  /** Called for every refused password. */
  readonly onPasswordRefused: (refusal: PasswordRefusal) => void;
}

/** A refused password. `guessing`: somebody may be guessing, because so many were wrong or the throttle refused the try. */
export interface PasswordRefusal {
  readonly kind: string;
  readonly guessing: boolean;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The password that replaces a one-time password; null: none. */
  readonly newPassword: string | null;
}

/**
 * Signs in, and ends the session that the device had before. Throws the problem for a refused sign-in. `code_needed`:
 * the device got a challenge, and a code opens the session (`second-factor/give-code.ts`).
 */
export async function openSession(
  deps: OpenSessionDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  credentials: Credentials,
): Promise<Asker | 'code_needed'> {
  const answer = await signIn(deps, {
    ...credentials,
    network: networkOf(request.ip),
    deviceKey: deps.cookies.deviceKey(request, reply, deps.newToken),
    userAgent: request.headers['user-agent'],
    language: languageOf(request),
    admits: (kind) => deps.supportHost.admits(request, kind),
  });
  if (answer.kind === 'code_needed') {
    deps.cookies.setChallenge(reply, answer.challenge);
    return 'code_needed';
  }
  if (answer.kind !== 'signed_in') {
    tellPasswordRefusal(deps, answer);
    throw signInProblem(answer, request, deps.hostNow());
  }
  return takeSession(deps, request, reply, answer);
}

/** Gives the opened session to the device, and ends the session that the device had before. */
export async function takeSession(
  deps: OpenSessionDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, cookie }: Extract<SignInAnswer, { kind: 'signed_in' }>,
): Promise<Asker> {
  const before = askerOf(request);
  if (before) await signOut(deps, before.session);
  request.log.info({ accountId: session.accountId, kind: session.kind, brandId: session.brandId }, 'signed in');
  if (deps.cookies.challenge(request) !== undefined) deps.cookies.clearChallenge(reply);
  deps.cookies.setSession(reply, cookie);
  return askAs(deps, session);
}

/** Counts a wrong password, or a try that the throttle refused; other refusals say nothing about guessing. */
export function tellPasswordRefusal(
  { onPasswordRefused }: Pick<OpenSessionDeps, 'onPasswordRefused'>,
  refusal: { readonly kind: string; readonly guessing?: boolean },
): void {
  const { kind } = refusal;
  if (kind === 'too_many_requests') onPasswordRefused({ kind, guessing: true });
  else if (refusal.guessing !== undefined) onPasswordRefused({ kind, guessing: refusal.guessing });
}

/**
 * The problem for a new PIN or password that was sent although the old one is not a one-time one. It is refused rather
 * than silently ignored.
 */
export function unaskedFieldProblem(path: string, { headers }: FastifyRequest): ProblemError {
  const code = 'unrecognized_keys';
  const message = invalidFieldText(languageOf({ headers }), code, { keys: [path] });
  return problem('invalid', { faults: [{ path, code, message }] });
}

type SignInRefusal = Exclude<SignInAnswer, { kind: 'signed_in' | 'code_needed' }>;

function signInProblem(refusal: SignInRefusal, request: FastifyRequest, now: number): ProblemError {
  request.log.info({ refused: refusal.kind, network: networkOf(request.ip) }, 'sign-in refused');
  if (refusal.kind === 'new_password_unasked') return unaskedFieldProblem('newPassword', request);
  if (refusal.kind === 'account_inactive') return problem(refusal.kind, {}, { account: refusal.account });
  if (refusal.kind !== 'too_many_requests') return problem(refusal.kind);
  const seconds = secondsUntil(refusal.nextAt, now);
  return problem('too_many_requests', { retryAfterSeconds: seconds }, { seconds });
}
