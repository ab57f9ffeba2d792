/** Why a decision came out as it did, and what another would have been: each check, each clock, each other origin. */
import { CHECKS, checksOf } from '#rules/contact/checks.ts';
import { decide } from '#rules/contact/decide.ts';
import type { ClockName, Origin, Reason, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext, Wish } from '#rules/contact/decision-context.ts';
import { paceAt } from '#rules/contact/pace.ts';
import { silenceAt } from '#rules/contact/quiet/silence.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/** What one check said. Where the recorded rules did not know the check yet (R2), `judged` is false and `verdict` allows. */
export interface CheckSaid {
  readonly reason: Reason;
  readonly judged: boolean;
  readonly verdict: Verdict;
  /** Its warning was accepted for this attempt (D13). */
  readonly acknowledged: boolean;
}

/** What one clock that counts said. */
export interface ClockSaid {
  readonly clock: ClockName;
  /** Null where no zone is known at all (C4). */
  readonly zone: string | null;
  /** It stands in for a zone that nobody knows (C4, C5). */
  readonly certain: boolean;
  /** The quiet round the instant; null where it is open. Ends beyond 400 days are infinite (T9). */
  readonly quiet: Interval | null;
  readonly changesAt: Instant | null;
}

/** How the seller stood against the limit (P1). */
export interface PaceSaid {
  readonly max: number;
  readonly perMinutes: number;
  readonly count: number;
  /** When the next contact was within the limit: at once where it was not reached. */
  readonly freeAt: Instant;
}

/** What the same contact would have been told with another origin. */
export interface WhatIf {
  readonly origin: Origin;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  /** When it would first have been allowed; null where it was allowed at once, or never would be. */
  readonly opensAt: Instant | null;
}

export interface Explanation {
  readonly checks: readonly CheckSaid[];
  /** In the order they are read; empty where no policy was in force (D9). */
  readonly clocks: readonly ClockSaid[];
  readonly whatIf: readonly WhatIf[];
  /** Null where no limit was in force. */
  readonly pace: PaceSaid | null;
}

/** The context is the one that was judged (`contextOf` of a receipt). Read off the same checks and intervals (T8). */
export function explain(context: DecisionContext): Explanation {
  return {
    checks: checksSaid(context),
    clocks: clocksSaid(context),
    whatIf: ORIGINS.map((origin) => whatIf(context, origin)),
    pace: paceSaid(context),
  };
}

const ORIGINS: readonly Origin[] = ['suggestion', 'profile', 'reply', 'service', 'automation'];

function checksSaid(context: DecisionContext): CheckSaid[] {
  const judgedBy = checksOf(context);
  const { reasons } = decide(context).decision;
  return CHECKS.map((check) => ({
    reason: check.reason,
    judged: judgedBy.includes(check),
    verdict: reasons.find(({ reason }) => reason === check.reason)?.verdict ?? 'allow',
    acknowledged: context.acknowledged.includes(check.reason),
  }));
}

function clocksSaid(context: DecisionContext): ClockSaid[] {
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

function paceSaid(context: DecisionContext): PaceSaid | null {
  const limit = silenceAt(context, context.now).inForce?.policy.pace.seller;
  if (limit === undefined || !checksOf(context).some(({ reason }) => reason === 'pace')) return null;
  const { count, freeAt } = paceAt(limit, context.pacedAt, context.now);
  return freeAt === null ? null : { max: limit.max, perMinutes: limit.perMinutes, count, freeAt };
}

/** All else as it was: only how the wish arose is another, and nothing was acknowledged. */
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

/** How a wish arises for each origin to be derived from it, and not only claimed. */
const ARISING: Readonly<Record<Origin, Arising>> = {
  suggestion: { ...BY_PERSON, suggestionOpen: true },
  profile: BY_PERSON,
  reply: BY_PERSON,
  service: { ...BY_MACHINE, message: 'utility' },
  automation: BY_MACHINE,
};
