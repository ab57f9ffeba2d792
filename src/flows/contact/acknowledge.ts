/** A warning's token: bound to all it was shown for, good for two minutes, once (D13). */
import { createHash } from 'node:crypto';
import type { NewAcknowledgement } from '#db/contact/acknowledgements.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

const GOOD_FOR_MS = 120_000;

/** What a token was given for, and what it is held against when it comes back. */
export interface Bound {
  readonly attemptId: string;
  readonly personId: string;
  readonly turnId: string | null;
  readonly origin: string;
  readonly channel: string;
  readonly textDigest: Buffer;
  readonly policyVersion: number | null;
}

export interface SpentToken extends Bound {
  readonly reasons: string[];
  readonly expiresAt: Instant;
}

/** The reasons a spent token lets pass: its own where everything still is as it was bound to; else none, and the warning is given afresh. */
export function acknowledgedReasons(spent: SpentToken | undefined, now: Bound, at: Instant): readonly Reason[] {
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

/** What is kept of a warning's token: its hash and what it is bound to, never its value. */
export function acknowledgementOf(
  token: string,
  bound: Bound,
  { reasons }: Pick<Decision, 'reasons'>,
  issuedAt: Instant,
): NewAcknowledgement {
  const expiresAt = issuedAt + GOOD_FOR_MS;
  return { ...bound, tokenHash: tokenHashOf(token), reasons: reasons.map(({ reason }) => reason), issuedAt, expiresAt };
}

export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
