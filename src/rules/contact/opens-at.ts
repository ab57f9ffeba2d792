/** When a contact that may not go now may go: found by stepping from boundary to boundary of the same intervals (D11, T8). */

import { silenceAt } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type Case, checksOf } from './checks.ts';

/**
 * The first instant from now on at which all checks together would allow this origin without a warning; null
 * beyond 400 days (T9), or where a check that says no has no end.
 */
export function opensAt(asked: Case): Instant | null {
  const { context } = asked;
  let then = asked;
  for (let at = context.now; at - context.now <= HORIZON_MS; then = { ...asked, silence: silenceAt(context, at), at }) {
    const next = allowedOrLater(then, at);
    if (next === at || next === null) return next;
    at = next;
  }
  return null;
}

/** `at` itself where every check allows; else the last change among those that do not, before which none can be allowed. */
function allowedOrLater(asked: Case, at: Instant): Instant | null {
  let next = at;
  for (const { verdict, changesAt } of checksOf(asked.context)) {
    if (verdict(asked) === 'allow') continue;
    const change = changesAt(asked);
    if (change === null) return null;
    next = Math.max(next, change);
  }
  return next;
}
