/** Checks the limits of contacts: the cool-down and unanswered contacts of a number, a seller’s pace, and the host’s clock (D6–D8). */
import type { Verdict } from '#rules/contact/decision.ts';
import { coolDownUntil, isUnanswered, unansweredChangesAt } from '#rules/contact/earlier-contacts.ts';
import { paceAt } from '#rules/contact/pace.ts';
import type { Instant } from '#rules/time/interval.ts';
import { againstBeginning, type Case, type CustomerCase } from './case.ts';

/** D6: somebody of the brand contacted the number a short time ago. */
export function contactedRecently({ context: { earlierContacts }, origin, at }: CustomerCase): Verdict {
  return coolDownUntil(earlierContacts, at) === null ? 'allow' : againstBeginning(origin);
}

export function coolDownChanges({ context: { earlierContacts }, origin, at }: Case): Instant | null {
  return againstBeginning(origin) === 'allow' ? null : coolDownUntil(earlierContacts, at);
}

/** D6b: the last contacts with the number had no answer. */
export function unanswered({ context: { earlierContacts }, origin, at }: CustomerCase): Verdict {
  return isUnanswered(earlierContacts, at) ? againstBeginning(origin) : 'allow';
}

export function unansweredChanges({ context: { earlierContacts }, origin, at }: Case): Instant | null {
  return againstBeginning(origin) === 'allow' ? null : unansweredChangesAt(earlierContacts, at);
}

/** D7: the seller has reached the limit of P1. */
export function pace(asked: Case): Verdict {
  return slowedBy(asked)?.verdict ?? 'allow';
}

/** Returns when the limit allows one more contact; the verdict does not change before. */
export function paceFreeAt(asked: Case): Instant | null {
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
export function clockUnsafe({ context: { clockUnsafe: unsafe, wish } }: Case): Verdict {
  if (!unsafe) return 'allow';
  return wish.actor === 'person' ? 'warn' : 'block';
}
