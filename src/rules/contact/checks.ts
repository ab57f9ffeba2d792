/** Defines the checks of a decision as a table, one row per reason (D1–D8). */

import type { Silence } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Origin, Reason, Verdict } from './decision.ts';
import type { DecisionContext } from './decision-context.ts';
import { paceAt } from './pace.ts';

/**
 * The number of the present rules. A new check raises the number and stores it as its `since` (R2). Rules 3 judge like
 * rules 2, but their receipts are linked by their digests (R3).
 */
export const RULES = 3;

/** The input of a check: the context, the origin in use, and the silence at the instant in question. */
export interface Case {
  readonly context: DecisionContext;
  readonly origin: Origin;
  /**
   * Whether the contact is a reply that is due. A caller who only claims to reply does not get the exceptions for
   * customers who wrote.
   */
  readonly replyDue: boolean;
  readonly silence: Silence;
  /** The instant in question: now, or a later one during the search for the opening. */
  readonly at: Instant;
}

export interface Check {
  readonly reason: Reason;
  /** The rules that introduced the check. Contexts of earlier rules are judged without it (R2). */
  readonly since: number;
  readonly verdict: (asked: Case) => Verdict;
  /** Returns the earliest instant at which the verdict may change by itself; null: never. */
  readonly changesAt: (asked: Case) => Instant | null;
}

/** Returns the checks that judge a context: those that its rules already contain (R2). */
export function checksOf({ rules }: DecisionContext): readonly Check[] {
  return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);
}

/** The checks in order. Among equal verdicts the first check gives the primary reason. */
export const CHECKS: readonly Check[] = [
  { reason: 'customer_unavailable', since: 1, verdict: customerUnavailable, changesAt: never },
  { reason: 'opted_out', since: 1, verdict: optedOut, changesAt: never },
  { reason: 'no_permission', since: 1, verdict: noPermission, changesAt: never },
  { reason: 'quiet_hours', since: 1, verdict: quietHours, changesAt: silenceChanges },
  { reason: 'zone_uncertain', since: 1, verdict: zoneUncertain, changesAt: silenceChangesUnlessBlind },
  { reason: 'pace', since: 2, verdict: pace, changesAt: paceFreeAt },
  { reason: 'clock_unsafe', since: 2, verdict: clockUnsafe, changesAt: never },
];

/** D1: the customer is erased, merged or not reachable. */
function customerUnavailable({ context: { customer } }: Case): Verdict {
  return customer.availability !== 'present' || !customer.reachable ? 'block' : 'allow';
}

/**
 * D2: the customer asked to stop or refuses permission. A refusal without a date allows no exception for a reply,
 * because no message can be shown to be later.
 */
function optedOut({ context: { customer, conversation, wish }, origin, replyDue }: Case): Verdict {
  const { optedOutAt, permission } = customer;
  if (optedOutAt === null && permission !== 'refused') return 'allow';
  if (origin === 'service' && wish.message === 'confirmation') return 'allow';
  const wroteSince =
    optedOutAt !== null && conversation.lastInboundAt !== null && conversation.lastInboundAt > optedOutAt;
  return replyDue && wroteSince ? 'allow' : 'block';
}

/** D2b: it is unknown whether the customer agrees to messages. */
function noPermission({ context: { customer }, origin }: Case): Verdict {
  if (customer.permission !== 'unknown') return 'allow';
  if (origin === 'profile') return 'warn';
  return origin === 'suggestion' || origin === 'automation' ? 'block' : 'allow';
}

/** D3: it is quiet on a known clock. */
function quietHours({ origin, silence }: Case): Verdict {
  return silence.known ? inQuietTime(origin, silence) : 'allow';
}

/** D4: it is quiet on the clock of an uncertain zone. */
function zoneUncertain({ origin, silence }: Case): Verdict {
  return silence.uncertain ? inQuietTime(origin, silence) : 'allow';
}

/** D7: the seller has reached the limit of P1. */
function pace(asked: Case): Verdict {
  return slowedBy(asked)?.verdict ?? 'allow';
}

/** Returns when the limit allows one more contact; the verdict does not change before. */
function paceFreeAt(asked: Case): Instant | null {
  return slowedBy(asked)?.freeAt ?? null;
}

/**
 * Returns the verdict of the limit if it is reached. The limit does not apply to replies and service messages, nor
 * without a policy in force.
 */
function slowedBy({ context, origin, silence, at }: Case): { verdict: Verdict; freeAt: Instant } | null {
  const limit = silence.inForce?.policy.pace.seller;
  if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;
  const { freeAt } = paceAt(limit, context.pacedAt, at);
  return freeAt !== null && freeAt > at ? { verdict: limit.action, freeAt } : null;
}

/**
 * D8: the host's clock is unsafe. Machines wait until the clock can be trusted; a person knows the time and is only
 * warned.
 */
function clockUnsafe({ context: { clockUnsafe: unsafe, wish } }: Case): Verdict {
  if (!unsafe) return 'allow';
  return wish.actor === 'person' ? 'warn' : 'block';
}

/** Returns the verdict of an origin in quiet hours: the last column of the table *Origins* in docs/rules.md. */
function inQuietTime(origin: Origin, { inForce }: Silence): Verdict {
  switch (origin) {
    case 'suggestion':
    case 'automation':
      return 'block';
    case 'profile':
      return 'warn';
    case 'reply':
      return inForce?.policy.actions.reply === 'warn' ? 'warn' : 'allow';
    case 'service':
      return 'allow';
  }
}

function never(): null {
  return null;
}

function silenceChanges({ silence }: Case): Instant | null {
  return silence.changesAt;
}

/** Returns when silence changes, or null if no zone is known at all: then no later instant is open (C4). */
function silenceChangesUnlessBlind({ silence }: Case): Instant | null {
  return silence.clocks.blind === null ? silence.changesAt : null;
}
