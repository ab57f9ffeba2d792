/** Changes of `src/rules` that no test notices, each with the reason why none needs to. Read by `mutate.ts`. */

export interface Mutant {
  /** The file's name without its folder. */
  readonly file: string;
  /** The line as it is, and as it became. */
  readonly line: string;
  readonly became: string;
}

interface AcceptedMutant extends Mutant {
  readonly because: string;
}

const NULL_IS_1970 = 'null counts as 1970 here, which lies before every instant: the answer is the same';

const QUIET_HAS_A_POLICY = 'it is asked where it is quiet, and nothing is quiet where no policy is in force (D9)';

const NEWEST_DROPS_IT = 'the line saves time alone: an older example is dropped by newest in either case';

export const ACCEPTED_MUTANTS: readonly AcceptedMutant[] = [
  {
    file: 'checks.ts',
    line: 'return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    became: 'return rules > RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    because: 'every check of today was brought by the rules of today or by earlier ones',
  },
  {
    file: 'checks.ts',
    line: 'optedOutAt !== null && conversation.lastInboundAt !== null && conversation.lastInboundAt > optedOutAt;',
    became: 'optedOutAt !== null && true && conversation.lastInboundAt > optedOutAt;',
    because: NULL_IS_1970,
  },
  {
    file: 'checks.ts',
    line: "if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;",
    became: "if (limit === undefined || false || origin === 'reply' || origin === 'service') return null;",
    because: 'paceAt itself gives no instant where the limit is off; this condition is for the types',
  },
  {
    file: 'checks.ts',
    line: "if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;",
    became:
      "if (limit === undefined || limit.action === \"\" || origin === 'reply' || origin === 'service') return null;",
    because: 'paceAt itself gives no instant where the limit is off; this condition is for the types',
  },
  {
    file: 'checks.ts',
    line: 'return freeAt !== null && freeAt > at ? { verdict: limit.action, freeAt } : null;',
    became: 'return true && freeAt > at ? { verdict: limit.action, freeAt } : null;',
    because: NULL_IS_1970,
  },
  {
    file: 'checks.ts',
    line: "return inForce?.policy.actions.reply === 'warn' ? 'warn' : 'allow';",
    became: "return inForce.policy.actions.reply === 'warn' ? 'warn' : 'allow';",
    because: QUIET_HAS_A_POLICY,
  },
  {
    file: 'decide.ts',
    line: "return origin === 'profile' && silence.inForce?.policy.actions.profile === 'warn-with-reason';",
    became: "return origin === 'profile' && silence.inForce.policy.actions.profile === 'warn-with-reason';",
    because: QUIET_HAS_A_POLICY,
  },
  {
    file: 'decide.ts',
    line: 'return quiet.since === null || lastRefusedAt >= quiet.since;',
    became: 'return false || lastRefusedAt >= quiet.since;',
    because: NULL_IS_1970,
  },
  {
    file: 'country-zones.ts',
    line: 'for (let length = LONGEST_PREFIX; length > 1; length--) {',
    became: 'for (let length = LONGEST_PREFIX; length >= 1; length--) {',
    because: 'no country is known by the plus sign alone',
  },
  {
    file: 'explain.ts',
    line: 'acknowledged: [],',
    became: 'acknowledged: ["Stryker was here"],',
    because: 'no check has a reason of that name, so nothing is acknowledged by it',
  },
  {
    file: 'impact-tally.ts',
    line: 'return examples.toSorted((a, b) => b.at - a.at || (a.attemptId < b.attemptId ? 1 : -1)).slice(0, EXAMPLES);',
    became:
      'return examples.toSorted((a, b) => b.at - a.at || (a.attemptId <= b.attemptId ? 1 : -1)).slice(0, EXAMPLES);',
    because: 'an attempt is an example once: no two examples have one id',
  },
  {
    file: 'impact.ts',
    line: 'const primary = reasons.find((finding) => finding.verdict === verdict)?.reason;',
    became: 'const primary = reasons.find((finding) => true)?.reason;',
    because: 'in a suggestion no check before quiet hours only warns, and a warned profile has warnings alone',
  },
  {
    file: 'impact.ts',
    line: 'const oldest = tally.examples[EXAMPLES - 1];',
    became: 'const oldest = tally.examples[EXAMPLES + 1];',
    because: NEWEST_DROPS_IT,
  },
  {
    file: 'impact.ts',
    line: 'if (oldest !== undefined && at < oldest.at) return;',
    became: 'if (false) return;',
    because: NEWEST_DROPS_IT,
  },
  {
    file: 'pin-budget.ts',
    line: 'return paidUntil === null ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));',
    became: 'return false ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));',
    because: NULL_IS_1970,
  },
  {
    file: 'pin-lock.ts',
    line: 'return lockedUntil !== null && now < lockedUntil ? { until: lockedUntil } : null;',
    became: 'return true && now < lockedUntil ? { until: lockedUntil } : null;',
    because: NULL_IS_1970,
  },
  {
    file: 'pin-wait.ts',
    line: 'if (wait.waitUntil !== null && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };',
    became: 'if (true && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };',
    because: NULL_IS_1970,
  },
  {
    file: 'policy-schedule.ts',
    line: "const label = textOf(part)?.trim() ?? '';",
    became: 'const label = textOf(part)?.trim() ?? "Stryker was here!";',
    because: 'the label is no text, which is a fault, and a policy with a fault is given to nobody',
  },
  {
    file: 'release-time.ts',
    line: 'if (before === null || (found !== null && found.at < before)) return found;',
    became: 'if (false || (found !== null && found.at < before)) return found;',
    because: 'null counts as 1970 here, and no minute lies before that: the second search is made in vain',
  },
  ...['true', 'first <= last'].map((condition) => ({
    file: 'timeline.ts',
    line: 'if (first < last) quiet.push(...scheduleIntervals(policy, zone, first, last));',
    became: `if (${condition}) quiet.push(...scheduleIntervals(policy, zone, first, last));`,
    because: 'a stretch that ends before it begins, or as it begins, has no intervals: only time is lost',
  })),
  {
    file: 'window.ts',
    line: 'return { startMinute, endMinute: endMinute < startMinute ? endMinute + 1440 : endMinute };',
    became: 'return { startMinute, endMinute: endMinute <= startMinute ? endMinute + 1440 : endMinute };',
    because: 'the two times are never equal: parsePolicy refuses such a window as equal_times',
  },
  {
    file: 'working-time.ts',
    line: 'if (notBeforeMinute === null) return working;',
    became: 'if (false) return working;',
    because: 'null counts as minute 0 here, and the day from minute 0 on is the whole day: only time is lost',
  },
  {
    file: 'origin.ts',
    line: 'claimed: claimed !== null && strictness(claimed) < strictness(origin) ? claimed : null,',
    became: 'claimed: true && strictness(claimed) < strictness(origin) ? claimed : null,',
    because: 'nothing claimed is less strict than every origin, and is noted as the null that it is',
  },
  {
    file: 'origin.ts',
    line: "if (wish.message !== 'text' || lastInboundAt === null || lastInboundAt > now) return null;",
    became: "if (wish.message !== 'text' || false || lastInboundAt > now) return null;",
    because: NULL_IS_1970,
  },
  {
    file: 'origin.ts',
    line: 'const unanswered = lastOutboundAt === null || lastInboundAt > lastOutboundAt;',
    became: 'const unanswered = false || lastInboundAt > lastOutboundAt;',
    because: NULL_IS_1970,
  },
  {
    file: 'ring.ts',
    line: 'const snap = by > 0 ? Math.floor : Math.ceil;',
    became: 'const snap = by >= 0 ? Math.floor : Math.ceil;',
    because: 'a hand is never moved by nothing',
  },
  {
    file: 'ring.ts',
    line: 'if (end <= DAY_MINUTES) return [{ start, end }];',
    became: 'if (end < DAY_MINUTES) return [{ start, end }];',
    because: 'the part past midnight is empty then, and union drops empty stretches',
  },
  {
    file: 'silence.ts',
    line: 'return b === null || a < b ? a : b;',
    became: 'return b === null || a <= b ? a : b;',
    because: 'of two equal instants either is the answer',
  },
  {
    file: 'silence.ts',
    line: 'return boundary > at && boundary < found ? boundary : found;',
    became: 'return boundary > at && boundary <= found ? boundary : found;',
    because: 'of two equal instants either is the answer',
  },
  {
    file: 'seller-name.ts',
    line: 'while (before < shorter && text[before] === edited[before]) before++;',
    became: 'while (before <= shorter && text[before] === edited[before]) before++;',
    because: 'it goes one step further only where both texts are the same, and then every stretch stays in either case',
  },
  ...['wrong_number', 'stop', 'not_sent'].map((outcome) => ({
    file: 'attempt.ts',
    line: `${outcome}: [],`,
    became: `${outcome}: ["Stryker was here"],`,
    because: 'nobody can say an outcome that is none of the list',
  })),
];
