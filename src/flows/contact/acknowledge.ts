/**
 * Makes and checks the token of a warning. The token is bound to what the seller was warned about and works once, for
 * two minutes (D13).
 */
import { createHash } from 'node:crypto';
import type { NewAcknowledgement } from '#db/contact/acknowledgements.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

const TOKEN_VALID_MS = 120_000;

/** What a token is issued for. A returned token counts only where all of these fields are still the same. */
export interface TokenTerms {
  readonly attemptId: string;
  readonly personId: string;
  readonly turnId: string | null;
  readonly origin: string;
  readonly channel: string;
  readonly textDigest: Buffer;
  readonly policyVersion: number | null;
}

export interface SpentToken extends TokenTerms {
  readonly reasons: string[];
  readonly expiresAt: Instant;
}

/**
 * Returns the reasons that a spent token acknowledges. The list is empty where the token has expired or a field of
 * `TokenTerms` has changed; the seller is then warned again.
 */
export function acknowledgedReasons(spent: SpentToken | undefined, now: TokenTerms, at: Instant): readonly Reason[] {
  if (!spent || at >= spent.expiresAt || !spent.textDigest.equals(now.textDigest)) return [];
  const same =
    spent.attemptId === now.attemptId &&
    spent.personId === now.personId &&
    spent.turnId === now.turnId &&
    spent.origin === now.origin &&
    spent.channel === now.channel &&
    spent.policyVersion === now.policyVersion;
  return same ? (spent.reasons as Reason[]) : [];
}

/** Builds the stored row of a token: its hash and what the token is bound to. The token's value is never stored. */
export function acknowledgementOf(
  token: string,
  bound: TokenTerms,
  { reasons }: Pick<Decision, 'reasons'>,
  issuedAt: Instant,
): NewAcknowledgement {
  const expiresAt = issuedAt + TOKEN_VALID_MS;
  return { ...bound, tokenHash: tokenHashOf(token), reasons: reasons.map(({ reason }) => reason), issuedAt, expiresAt };
}

export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
