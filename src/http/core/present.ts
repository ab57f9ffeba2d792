/** Turns values of the domain into bodies of answers: instants as text, decisions without what callers must not see. */
import type { z } from 'zod';
import type { Attempt } from '#contract/contact/attempt.ts';
import type { DecisionBody } from '#contract/contact/decision.ts';
import type { DecidedAttempt } from '#flows/contact/answer/attempt-answer.ts';

/** The instant as RFC 3339 text in UTC with milliseconds. */
export function instantText(at: number): string {
  return new Date(at).toISOString();
}

export function instantTextOrNull(at: number | null): string | null {
  return at === null || !Number.isFinite(at) ? null : instantText(at);
}

/** Reads an instant that a caller gave. The route's schema has already checked its format. */
export function instantOf(text: string): number {
  return Date.parse(text);
}

export function decisionBody(decision: DecidedAttempt['decision']): DecisionBody {
  const { quiet } = decision;
  return {
    verdict: decision.verdict,
    reason: decision.reason,
    reasons: decision.reasons.map(({ reason, verdict }) => ({ reason, verdict })),
    origin: decision.origin,
    quiet: quiet && {
      since: instantTextOrNull(quiet.since),
      until: instantTextOrNull(quiet.until),
      clock: quiet.clock,
      zone: quiet.zone,
    },
    quietHours: decision.quietHours,
    opensAt: instantTextOrNull(decision.opensAt),
    changesAt: instantTextOrNull(decision.changesAt),
    policyVersion: decision.policyVersion,
    tzVersion: decision.tzVersion,
  };
}

type AttemptBody = z.infer<typeof Attempt>;

export function attemptBody(attempt: {
  id: string;
  state: AttemptBody['state'];
  origin: string;
  channel: string;
  customerId: string;
  sellerId: string;
  heldUntil?: number | null;
}): AttemptBody {
  const { id, state, origin, channel, customerId, sellerId, heldUntil } = attempt;
  return {
    id,
    state,
    origin,
    channel: channel as AttemptBody['channel'],
    customerId,
    sellerId,
    heldUntil: instantTextOrNull(heldUntil ?? null),
  };
}
