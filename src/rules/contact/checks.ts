/** The checks of a decision, each one reason: a table, so that the next check is a row (D1–D8). */

import type { Silence } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Origin, Reason, Verdict } from './decision.ts';
import type { DecisionContext } from './decision-context.ts';
import { paceAt } from './pace.ts';

/** The number of these rules. A check that is added later raises it, and carries it as its `since` (R2). */
export const RULES = 2;

/** What a check may look at: the context, the origin in use, and what the clocks say at the instant asked about. */
export interface Case {
  readonly context: DecisionContext;
  readonly origin: Origin;
  /** It is a reply, and one that is due: whoever only says so does not get what is meant for those who wrote. */
  readonly replyDue: boolean;
  readonly silence: Silence;
  /** The instant asked about: now, or a later one while the opening is looked for. */
  readonly at: Instant;
}

export interface Check {
  readonly reason: Reason;
  /** The rules that brought it: contexts of earlier ones are judged without it (R2). */
  readonly since: number;
  readonly verdict: (asked: Case) => Verdict;
  /** The earliest instant at which its verdict may change by itself; null: never. */
  readonly changesAt: (asked: Case) => Instant | null;
}

/** The checks that a context is judged by: those its rules already knew (R2). */
export function checksOf({ rules }: DecisionContext): readonly Check[] {
  return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);
}

/** In the order that gives the primary reason among equals. */
export const CHECKS: readonly Check[] = [
  { reason: 'customer_unavailable', since: 1, verdict: customerUnavailable, changesAt: never },
  { reason: 'opted_out', since: 1, verdict: optedOut, changesAt: never },
  { reason: 'no_permission', since: 1, verdict: noPermission, changesAt: never },
  { reason: 'quiet_hours', since: 1, verdict: quietHours, changesAt: silenceChanges },
  { reason: 'zone_uncertain', since: 1, verdict: zoneUncertain, changesAt: silenceChangesUnlessBlind },
  { reason: 'pace', since: 2, verdict: pace, changesAt: paceFreeAt },
  { reason: 'clock_unsafe', since: 2, verdict: clockUnsafe, changesAt: never },
];

/** D1. */
function customerUnavailable({ context: { customer } }: Case): Verdict {
  return customer.availability !== 'present' || !customer.reachable ? 'block' : 'allow';
}

/** D2. A refusal without a date has nothing that could have come after it, and so no exception for a reply. */
function optedOut({ context: { customer, conversation, wish }, origin, replyDue }: Case): Verdict {
  const { optedOutAt, permission } = customer;
  if (optedOutAt === null && permission !== 'refused') return 'allow';
  if (origin === 'service' && wish.message === 'confirmation') return 'allow';
  const wroteSince =
    optedOutAt !== null && conversation.lastInboundAt !== null && conversation.lastInboundAt > optedOutAt;
  return replyDue && wroteSince ? 'allow' : 'block';
}

/** D2b. */
function noPermission({ context: { customer }, origin }: Case): Verdict {
  if (customer.permission !== 'unknown') return 'allow';
  if (origin === 'profile') return 'warn';
  return origin === 'suggestion' || origin === 'automation' ? 'block' : 'allow';
}

/** D3. */
function quietHours({ origin, silence }: Case): Verdict {
  return silence.known ? inQuietTime(origin, silence) : 'allow';
}

/** D4: as D3. */
function zoneUncertain({ origin, silence }: Case): Verdict {
  return silence.uncertain ? inQuietTime(origin, silence) : 'allow';
}

/** D7, P1. */
function pace(asked: Case): Verdict {
  return slowedBy(asked)?.verdict ?? 'allow';
}

/** When a contact more is within the limit, and no earlier than that anything changes. */
function paceFreeAt(asked: Case): Instant | null {
  return slowedBy(asked)?.freeAt ?? null;
}

/** The limit where it is reached. It slows down neither replies nor service, and is off where no policy is in force. */
function slowedBy({ context, origin, silence, at }: Case): { verdict: Verdict; freeAt: Instant } | null {
  const limit = silence.inForce?.policy.pace.seller;
  if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;
  const { freeAt } = paceAt(limit, context.pacedAt, at);
  return freeAt !== null && freeAt > at ? { verdict: limit.action, freeAt } : null;
}

/** D8. Machines wait for a clock that can be trusted; a person knows what time it is. */
function clockUnsafe({ context: { clockUnsafe: unsafe, wish } }: Case): Verdict {
  if (!unsafe) return 'allow';
  return wish.actor === 'person' ? 'warn' : 'block';
}

/** The last column of the table of origins. */
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

/** C4: where no zone is known at all, no instant will open. */
function silenceChangesUnlessBlind({ silence }: Case): Instant | null {
  return silence.clocks.blind === null ? silence.changesAt : null;
}
