/** The interface to the store of second factors, as sign-in uses it. Secrets never leave the store after the set-up. */
import type { Instant } from '#rules/time/interval.ts';

/** What the person sees once: for the QR code, as text, and codes for the day on which the phone is lost. */
export interface NewSecondFactor {
  readonly uri: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** A session that is not valid until it is confirmed (`db/sign-in/sessions.ts`). */
export interface UnconfirmedSession {
  readonly token: string;
  readonly cookie: string;
}

export interface SecondFactors {
  /** Returns the challenge that a cookie names; null where we did not sign the cookie. */
  challengeOf(cookie: string): string | null;
  /** Begins a set-up, in the session of `token`. Replaces a set-up that was not confirmed. Hashes once. */
  begin(token: string, password: string): Promise<NewSecondFactor | 'wrong_password' | 'already_on'>;
  /** Returns the step whose code this is, of those accepted at `now`; null: it is none of them. */
  findStep(accountId: string, code: string, now: Instant): Promise<number | null>;
  /** Spends a challenge and opens a session for its account. Null: somebody has spent it. */
  open(challenge: string, accountId: string): Promise<UnconfirmedSession | null>;
  /** Spends a recovery code of the account. Returns false if the account has no such code, or no longer. */
  spendRecoveryCode(accountId: string, code: string): Promise<boolean>;
  countRecoveryCodes(accountId: string): Promise<number>;
  /** Replaces all recovery codes of the account, and returns the new ones; null: the account has no second factor. */
  renewRecoveryCodes(accountId: string): Promise<readonly string[] | null>;
}
