/** Signs in and out, and begins and ends a person's turn on the device. */
import type { CodeNeeded } from '#contract/sign-in/second-factor.ts';
import type { Session } from '#contract/sign-in/session.ts';
import { setDemo } from '#web/shell/session/is-demo.ts';
import { serverClock } from '#web/shell/time/server-clock.ts';
import type { Turn } from './api-types.ts';
import { type Answer, type Call, call, UnansweredError } from './call.ts';
import type { Known, Shape } from './routes.ts';

/** Returns the session of this device, or null where nobody is signed in. Throws `UnansweredError`. */
export async function readSession(signal: AbortSignal): Promise<Session | null> {
  const answer = await askForSession('/session', { signal });
  if (answer.kind === 'done') return answer.body;
  if (answer.kind === 'refused' && answer.refusal.code === 'signed_out') {
    if (answer.refusal.demo) setDemo();
    return null;
  }
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}

/** `newPassword` replaces a one-time password (`new_password_needed`). `totp-needed`: `giveCode` opens the session. */
export function signIn(
  email: string,
  password: string,
  newPassword?: string,
): Promise<Answer<Session | Shape<typeof CodeNeeded>>> {
  const body = { email, password, ...(newPassword ? { newPassword } : {}) };
  return askForSession('/session', { method: 'POST', body });
}

/** The second step of a sign-in: a code of the authenticator app, or a recovery code. */
export function giveCode(code: string): Promise<Answer<Session>> {
  return askForSession('/session/totp', { method: 'POST', body: { code } });
}

/** Calls a route that answers with a session: its server time sets the page's clock, and a demo is remembered as one. */
export async function askForSession<
  const Path extends '/session' | '/session/totp' | '/demo/session',
  M extends 'GET' | 'POST' = 'GET',
>(path: Path & Known<M, Path>, options: Call<M, Path>): Promise<Answer<Session>> {
  const askedAt = performance.now();
  const answer = (await call(path as '/session', options as Call<'GET', '/session'>)) as Answer<Session>;
  // A sign-in that lacks its code has no session yet.
  if (answer.kind === 'done' && answer.body.serverTime !== undefined) {
    const { serverTime, ticking, demo } = answer.body;
    serverClock.set({ now: Date.parse(serverTime), ticking }, askedAt, performance.now());
    if (demo) setDemo();
  }
  return answer;
}

/** Begins a turn on a store's device. `newPin` replaces a one-time PIN (`new_pin_needed`). */
export function givePin(personId: string, pin: string, newPin?: string): Promise<Answer<Turn>> {
  return call('/session/pin', { method: 'POST', body: { personId, pin, ...(newPin ? { newPin } : {}) } });
}

/** Tells the server that the person still uses the device. */
export function keepTurn(): Promise<Answer<unknown>> {
  return call('/session/turn', { method: 'PUT' });
}

/** Ends the turn, for *Trocar* and on locking; the store stays signed in. */
export function endTurn(): Promise<Answer<void>> {
  return call('/session/turn', { method: 'DELETE', outlivesPage: true });
}

export function signOut(): Promise<Answer<void>> {
  return call('/session', { method: 'DELETE', outlivesPage: true });
}

/**
 * The right by which a locked PIN is unlocked on the PIN screen: a manager unlocks a seller's, the store's password
 * unlocks a manager's.
 */
export type UnlockRight =
  | { readonly managerPin: string; readonly managerId: string }
  | { readonly password: string; readonly pin: string };

export function unlock(personId: string, right: UnlockRight): Promise<Answer<void>> {
  return call(`/people/${personId}/unlock`, { method: 'POST', body: right });
}
