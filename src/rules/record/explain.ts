/** Explains a decision: what each check and each clock said, and what the verdict with other origins would be. */
import { CHECKS, checksOf } from '#rules/contact/checks.ts';
import { decide } from '#rules/contact/decide.ts';
import type { ClockName, Origin, Reason, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext, Wish } from '#rules/contact/decision-context.ts';
import { paceAt } from '#rules/contact/pace.ts';
import { silenceAt } from '#rules/contact/quiet/silence.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/**
 * The result of one check. If the recorded rules did not contain the check yet (R2), `judged` is false and `verdict` is
 * allow.
 */
export interface CheckFacts {
  readonly reason: Reason;
  readonly judged: boolean;
  readonly verdict: Verdict;
  /** Whether the seller accepted its warning for this attempt (D13). */
  readonly acknowledged: boolean;
}

/** The reading of one clock that counts. */
export interface ClockFacts {
  readonly clock: ClockName;
  /** Null if no zone is known at all (C4). */
  readonly zone: string | null;
  /** False: the clock replaces an unknown zone (C4, C5). */
  readonly certain: boolean;
  /** The quiet interval around the instant; null if it is open. Ends beyond 400 days are infinite (T9). */
  readonly quiet: Interval | null;
  readonly changesAt: Instant | null;
}

/** The seller's count against the limit (P1). */
export interface PaceFacts {
  readonly max: number;
  readonly perMinutes: number;
  readonly count: number;
  /** When the limit allowed the next contact: at once, if the limit was not reached. */
  readonly freeAt: Instant;
}

/** The decision on the same contact with another origin. */
export interface WhatIf {
  readonly origin: Origin;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  /** The first instant at which the contact would be allowed; null: it is allowed at once, or never. */
  readonly opensAt: Instant | null;
}

export interface Explanation {
  readonly checks: readonly CheckFacts[];
  /** In reading order; empty if no policy was in force (D9). */
  readonly clocks: readonly ClockFacts[];
  readonly whatIf: readonly WhatIf[];
  /** Null if no limit was in force. */
  readonly pace: PaceFacts | null;
}

/**
 * Explains the decision on a context, which is the judged one (`contextOfReceipt`). Reads the same checks and
 * intervals as the decision (T8).
 */
export function explain(context: DecisionContext): Explanation {
  return {
    checks: checksSaid(context),
    clocks: clocksSaid(context),
    whatIf: ORIGINS.map((origin) => whatIf(context, origin)),
    pace: paceSaid(context),
  };
}

const ORIGINS: readonly Origin[] = ['suggestion', 'profile', 'reply', 'service', 'automation'];

function checksSaid(context: DecisionContext): CheckFacts[] {
  const judgedBy = checksOf(context);
  const { reasons } = decide(context).decision;
  return CHECKS.map((check) => ({
    reason: check.reason,
    judged: judgedBy.includes(check),
    verdict: reasons.find(({ reason }) => reason === check.reason)?.verdict ?? 'allow',
    acknowledged: context.acknowledged.includes(check.reason),
  }));
}

function clocksSaid(context: DecisionContext): ClockFacts[] {
  const { counted, blind } = silenceAt(context, context.now).clocks;
  const said = counted.map(({ name, zone, clock, certain }) => ({
    clock: name,
    zone,
    certain,
    quiet: clock.intervalAt(context.now),
    changesAt: clock.at(context.now).changesAt,
  }));
  if (blind === null) return said;
  const always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return [...said, { clock: blind, zone: null, certain: false, quiet: always, changesAt: null }];
}

function paceSaid(context: DecisionContext): PaceFacts | null {
  const limit = silenceAt(context, context.now).inForce?.policy.pace.seller;
  if (limit === undefined || !checksOf(context).some(({ reason }) => reason === 'pace')) return null;
  const { count, freeAt } = paceAt(limit, context.pacedAt, context.now);
  return freeAt === null ? null : { max: limit.max, perMinutes: limit.perMinutes, count, freeAt };
}

/** Judges the context with another origin. Everything else stays the same, and no warning is acknowledged. */
function whatIf(context: DecisionContext, asked: Origin): WhatIf {
  const { decision } = decide({
    ...context,
    wish: { ...context.wish, ...ARISING[asked] },
    conversation: { lastInboundAt: asked === 'reply' ? context.now : null, lastOutboundAt: null },
    acknowledged: [],
    because: null,
    attempt: null,
  });
  const { origin, verdict, reason, opensAt } = decision;
  return { origin, verdict, reason, opensAt };
}

type Arising = Omit<Wish, 'channel'>;
const BY_PERSON: Arising = { actor: 'person', claimed: null, suggestionOpen: false, message: 'text' };
const BY_MACHINE: Arising = { ...BY_PERSON, actor: 'machine' };

/** A wish from which each origin is derived, not only claimed. */
const ARISING: Readonly<Record<Origin, Arising>> = {
  suggestion: { ...BY_PERSON, suggestionOpen: true },
  profile: BY_PERSON,
  reply: BY_PERSON,
  service: { ...BY_MACHINE, message: 'utility' },
  automation: BY_MACHINE,
};
