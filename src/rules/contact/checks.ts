/** Lists the checks of a decision as a table, one row per reason (D1–D8). */
import type { Check } from './checks/case.ts';
import {
  clockUnsafe,
  contactedRecently,
  coolDownChanges,
  pace,
  paceFreeAt,
  unanswered,
  unansweredChanges,
} from './checks/contact-checks.ts';
import { customerUnavailable, doNotCallList, noPermission, optedOut } from './checks/customer-checks.ts';
import {
  askedSilenceChanges,
  customerAskedSilence,
  quietHours,
  silenceChanges,
  silenceChangesUnlessBlind,
  zoneUncertain,
} from './checks/silence-checks.ts';
import type { DecisionContext } from './decision-context.ts';

/**
 * The number of the present rules. A new check raises the number and stores it as its `since` (R2). Rules 3 judge like
 * rules 2, but their receipts are linked by their digests (R3).
 */
export const RULES = 6;

/** Returns the checks that judge a context: those that its rules already contain (R2). */
export function checksOf({ rules }: DecisionContext): readonly Check[] {
  return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);
}

/** The checks in order. Among equal verdicts the first check gives the primary reason. */
export const CHECKS: readonly Check[] = [
  { reason: 'customer_unavailable', since: 1, verdict: customerUnavailable, changesAt: never },
  { reason: 'opted_out', since: 1, verdict: optedOut, changesAt: never },
  { reason: 'no_permission', since: 1, verdict: noPermission, changesAt: never },
  { reason: 'do_not_call_list', since: 6, verdict: doNotCallList, changesAt: never },
  { reason: 'quiet_hours', since: 1, verdict: quietHours, changesAt: silenceChanges },
  { reason: 'zone_uncertain', since: 1, verdict: zoneUncertain, changesAt: silenceChangesUnlessBlind },
  { reason: 'customer_asked_silence', since: 5, verdict: customerAskedSilence, changesAt: askedSilenceChanges },
  { reason: 'contacted_recently', since: 4, verdict: contactedRecently, changesAt: coolDownChanges },
  { reason: 'unanswered', since: 4, verdict: unanswered, changesAt: unansweredChanges },
  { reason: 'pace', since: 2, verdict: pace, changesAt: paceFreeAt },
  { reason: 'clock_unsafe', since: 2, verdict: clockUnsafe, changesAt: never },
];

function never(): null {
  return null;
}
