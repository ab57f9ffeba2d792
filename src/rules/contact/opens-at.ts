/**
 * Finds when a contact that is not allowed now will be allowed, by stepping through the boundaries of the same
 * intervals (D11, T8).
 */

import { askedAt } from '#rules/contact/quiet/asked-now.ts';
import { silenceAt } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import type { Case } from './checks/case.ts';
import { checksOf } from './checks.ts';

/**
 * Returns the first instant from now on at which all checks together would allow this origin without a warning; null if
 * it is more than 400 days away (T9), or if a failing check never changes by itself.
 */
export function opensAt(asked: Case): Instant | null {
  const { context } = asked;
  let then = asked;
  for (;;) {
    const next = allowedOrLater(then, then.at);
    if (next === then.at || next === null) return next;
    // The clocks of a decision end after the horizon: a check may name a later instant, at which no clock can be read.
    if (next - context.now > HORIZON_MS) return null;
    then = { ...asked, silence: silenceAt(context, next), askedNow: askedAt(context, next), at: next };
  }
}

/**
 * Returns `at` if every check allows; else the last change among the failing checks, before which not all can allow;
 * null if one of them never changes.
 */
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
