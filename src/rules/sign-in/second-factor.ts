/** Defines who must have a second factor, which codes are accepted at an instant, and how long a confirmation lasts. */
import type { Instant } from '#rules/time/interval.ts';
import type { AccountKind } from './session-life.ts';

/** The time between a right password and the code of the second factor. Afterwards the sign-in begins again. */
export const CHALLENGE_MS = 10 * 60_000;

/** After this time without a password or a code, the operations of `CONFIRMED_OPERATIONS` ask for one again. */
const CONFIRMED_MS = 15 * 60_000;

/** The time for which an authenticator app shows one code. */
const STEP_MS = 30_000;

export const RECOVERY_CODES = 10;

/**
 * The state of an account's second factor. `needed`: the account must have one and has none. `off`: the account may have
 * one and has none.
 */
export type SecondFactorState = 'on' | 'off' | 'needed';

interface Holder {
  readonly kind: AccountKind;
  readonly hasSecondFactor: boolean;
}

/**
 * Returns the state; null for accounts that have no second factor: a store's, whose people have PINs, and all of the
 * demo. `brandRequires`: the setting of the account's brand.
 */
export function secondFactorState(
  { kind, hasSecondFactor }: Holder,
  brandRequires: boolean,
  demo: boolean,
): SecondFactorState | null {
  if (demo || kind === 'store') return null;
  if (hasSecondFactor) return 'on';
  return isSecondFactorRequired(kind, brandRequires) ? 'needed' : 'off';
}

export function isSecondFactorRequired(kind: AccountKind, brandRequires: boolean): boolean {
  return kind === 'support' || (kind === 'person' && brandRequires);
}

/** Whether the password or a code was given so recently that it is not asked for again. */
export function isConfirmedAt(confirmedAt: Instant, now: Instant): boolean {
  return now - confirmedAt < CONFIRMED_MS;
}

/**
 * Returns the steps whose codes are accepted at `now`, the oldest first: the current one and both neighbours, because
 * the clock of a phone may differ by some seconds, and typing takes time (RFC 6238, section 5.2).
 */
export function acceptedSteps(now: Instant): readonly number[] {
  const step = Math.floor(now / STEP_MS);
  return [step - 1, step, step + 1];
}

export type TypedCode = { readonly kind: 'totp' | 'recovery'; readonly code: string };

/**
 * Reads a code as people type it: six digits of the app, or a recovery code of ten letters and digits; blanks, hyphens
 * and capitals do not matter. Null: the text is neither.
 */
export function readCode(typed: string): TypedCode | null {
  const plain = typed.replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', code: plain };
  if (/^[a-z0-9]{10}$/.test(plain)) return { kind: 'recovery', code: `${plain.slice(0, 5)}-${plain.slice(5)}` };
  return null;
}
