/** Lists the mutants of `src/rules` that no test notices, each with the reason why none needs to. `mutate.ts` reads the list. */

export interface Mutant {
  /** The file's name without its folder. */
  readonly file: string;
  /** The line as it is in the file; `became` is the line after the change. */
  readonly line: string;
  readonly became: string;
}

interface AcceptedMutant extends Mutant {
  readonly because: string;
}

const NULL_IS_1970 = 'null counts as 1970 here, which is before every instant: the answer is the same';

const QUIET_HAS_A_POLICY = 'the line runs only in quiet hours, and there are none if no policy is in force (D9)';

const UNION_DROPS_IT = 'the line only saves time: union drops an interval that was cut to nothing';

const TOO_FEW = 'the line only saves time: fewer contacts than the number never reach the number';

const SAME_LIST = 'the line only saves time: the list and the source give the same intervals';

const CACHE_ONLY = 'the line only saves time: without the cache the answer is computed again';

const SPARE_DAYS = 'the reach of two days and the three days before the last one have more than a day to spare';

const SAME_CLOCK = 'the line only saves time: the clock of some days reads like the clock of the span';

const EMPTY_SPAN = 'the line only saves time: the source has no interval in an empty span';

const NULL_TOGETHER = 'both minutes of a date are null, or neither is; the second comparison is for the types';

const NEWEST_DROPS_IT = 'the line only saves time: newestExamples drops an older example in either case';

const NO_DATE = 'dayOf returns null for what is no date, and null is none; the condition is for the types';

export const ACCEPTED_MUTANTS: readonly AcceptedMutant[] = [
  {
    file: 'checks.ts',
    line: 'return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    became: 'return rules > RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    because: 'no check has a newer rules version than the current one',
  },
  {
    file: 'checks.ts',
    line: 'return rules >= RULES ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    became: 'return false ? CHECKS : CHECKS.filter(({ since }) => since <= rules);',
    because: 'the line only saves time: no check is newer than the present rules, so the filter keeps all',
  },
  {
    file: 'customer-checks.ts',
    line: 'optedOutAt !== null && conversation.lastInboundAt !== null && conversation.lastInboundAt > optedOutAt;',
    became: 'optedOutAt !== null && true && conversation.lastInboundAt > optedOutAt;',
    because: NULL_IS_1970,
  },
  {
    file: 'contact-checks.ts',
    line: "if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;",
    became: "if (limit === undefined || false || origin === 'reply' || origin === 'service') return null;",
    because: 'paceAt itself gives no instant where the limit is off; this condition is for the types',
  },
  {
    file: 'contact-checks.ts',
    line: "if (limit === undefined || limit.action === 'off' || origin === 'reply' || origin === 'service') return null;",
    became:
      "if (limit === undefined || limit.action === \"\" || origin === 'reply' || origin === 'service') return null;",
    because: 'paceAt itself gives no instant where the limit is off; this condition is for the types',
  },
  {
    file: 'contact-checks.ts',
    line: 'return freeAt !== null && freeAt > at ? { verdict: limit.action, freeAt } : null;',
    became: 'return true && freeAt > at ? { verdict: limit.action, freeAt } : null;',
    because: NULL_IS_1970,
  },
  {
    file: 'silence-checks.ts',
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
    because: 'no country has a prefix of the plus sign alone',
  },
  {
    file: 'explain.ts',
    line: 'acknowledged: [],',
    became: 'acknowledged: ["Stryker was here"],',
    because: 'no check has a reason of that name, so the value acknowledges nothing',
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
    because: 'for a suggestion no check before quiet hours warns, and all reasons of a warned profile are warnings',
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
    because: 'a label that is no text is a fault, and a policy with a fault is never returned',
  },
  {
    file: 'release-time.ts',
    line: 'if (before === null || (found !== null && found.at < before)) return found;',
    became: 'if (false || (found !== null && found.at < before)) return found;',
    because: 'null counts as 1970 here, and no minute is before that: the second search finds nothing',
  },
  ...['true', 'first <= last'].map((condition) => ({
    file: 'timeline.ts',
    line: 'if (first < last) quiet.push(...scheduleIntervals(policy, zone, first, last));',
    became: `if (${condition}) quiet.push(...scheduleIntervals(policy, zone, first, last));`,
    because: 'a stretch that ends at or before its start has no intervals: the change only costs time',
  })),
  {
    file: 'schedule.ts',
    line: 'if (interval !== null && interval.start < to && interval.end > from) found.push(cut(interval, from, to));',
    became:
      'if (interval !== null && interval.start <= to && interval.end > from) found.push(cut(interval, from, to));',
    because: UNION_DROPS_IT,
  },
  {
    file: 'schedule.ts',
    line: 'if (interval !== null && interval.start < to && interval.end > from) found.push(cut(interval, from, to));',
    became: 'if (interval !== null && true && interval.end > from) found.push(cut(interval, from, to));',
    because: UNION_DROPS_IT,
  },
  {
    file: 'schedule.ts',
    line: 'if (interval !== null && interval.start < to && interval.end > from) found.push(cut(interval, from, to));',
    became:
      'if (interval !== null && interval.start < to && interval.end >= from) found.push(cut(interval, from, to));',
    because: UNION_DROPS_IT,
  },
  {
    file: 'schedule.ts',
    line: 'if (interval !== null && interval.start < to && interval.end > from) found.push(cut(interval, from, to));',
    became: 'if (interval !== null && interval.start < to && true) found.push(cut(interval, from, to));',
    because: UNION_DROPS_IT,
  },
  {
    file: 'schedule.ts',
    line: 'if (start >= from && end <= to) return interval;',
    became: 'if (start >= from && end < to) return interval;',
    because: 'the copy of an interval that needs no cut is equal to the interval',
  },
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
    because: 'null counts as minute 0 here, and the day from minute 0 on is the whole day: the change only costs time',
  },
  {
    file: 'origin.ts',
    line: 'claimed: claimed !== null && strictness(claimed) < strictness(origin) ? claimed : null,',
    became: 'claimed: true && strictness(claimed) < strictness(origin) ? claimed : null,',
    because: 'null is less strict than every origin, and the result is the same null',
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
    because: 'a hand of the dial is never moved by 0 minutes',
  },
  {
    file: 'ring.ts',
    line: 'if (end <= DAY_MINUTES) return [{ start, end }];',
    became: 'if (end < DAY_MINUTES) return [{ start, end }];',
    because: 'the part after midnight is empty in this case, and union drops empty stretches',
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
    because:
      'the loop goes one step further only if both texts are the same, and then all stretches stay in either case',
  },
  ...['wrong_number', 'stop', 'not_sent'].map((outcome) => ({
    file: 'attempt.ts',
    line: `${outcome}: [],`,
    became: `${outcome}: ["Stryker was here"],`,
    because: 'callers cannot pass an outcome that is not in the list',
  })),
  {
    file: 'device-name.ts',
    line: "const text = (userAgent ?? '').slice(0, LONGEST);",
    became: 'const text = (userAgent ?? "Stryker was here!").slice(0, LONGEST);',
    because: 'the text names no browser and no system, like the empty one',
  },
  {
    file: 'store-conflicts.ts',
    line: 'for (const { start, end } of intersect(openIntervals({ ...store, dates: [] }, from, to), quiet))',
    became:
      'for (const { start, end } of intersect(openIntervals({ ...store, dates: ["Stryker was here"] }, from, to), quiet))',
    because: 'a date that is no date changes the hours of no day; the types refuse it',
  },
  {
    file: 'earlier-contacts.ts',
    line: 'if (contactedAt === null || coolDownDays === 0) return null;',
    became: 'if (false || coolDownDays === 0) return null;',
    because: NULL_IS_1970,
  },
  {
    file: 'earlier-contacts.ts',
    line: 'if (unansweredAfter === 0 || unansweredAt.length < unansweredAfter) return false;',
    became: 'if (unansweredAfter === 0 || false) return false;',
    because: TOO_FEW,
  },
  {
    file: 'earlier-contacts.ts',
    line: 'if (contacts.unansweredAt.length < contacts.unansweredAfter) return null;',
    became: 'if (false) return null;',
    because: TOO_FEW,
  },
  {
    file: 'earlier-contacts.ts',
    line: 'const later = boundaries.filter((boundary) => boundary > at).toSorted((a, b) => a - b);',
    became: 'const later = boundaries.filter((boundary) => boundary >= at).toSorted((a, b) => a - b);',
    because: 'at the present instant the answer is the present answer, so the search passes over it',
  },
  {
    file: 'asked-now.ts',
    line: 'if (silences.length === 0) return NOTHING_ASKED;',
    became: 'if (false) return NOTHING_ASKED;',
    because: 'the line only saves time: askedAt reads no clock where nothing was asked',
  },
  {
    file: 'asked-now.ts',
    line: 'const known = [...wanted, ...(isUncertain ? zones.brandStores : [])].filter((zone) => zoneFault(zone) === null);',
    became:
      'const known = [...wanted, ...(isUncertain ? zones.brandStores : ["Stryker was here"])].filter((zone) => zoneFault(zone) === null);',
    because: 'the filter drops a zone that the runtime does not know',
  },
  {
    file: 'quiet.ts',
    line: 'if (this.#changes.length === 0 && this.#questionsBeforeList-- > 0) return this.#atNearby(at);',
    became: 'if (true && this.#questionsBeforeList-- > 0) return this.#atNearby(at);',
    because: SAME_LIST,
  },
  {
    file: 'quiet.ts',
    line: 'this.#slicesPerMs = (2 * count) / (to - from);',
    became: 'this.#slicesPerMs = (2 * count) / (to + from);',
    because: 'the slices only save time: longer ones are scanned longer, and give the same change',
  },
  {
    file: 'quiet.ts',
    line: 'const slices = changes.length < 65_536 ? new Uint16Array(count) : new Uint32Array(count);',
    became: 'const slices = changes.length <= 65_536 ? new Uint16Array(count) : new Uint32Array(count);',
    because: 'the largest number stored is one less than the length, and 65,535 fits',
  },
  {
    file: 'quiet.ts',
    line: 'if (change < from) continue;',
    became: 'if (false) continue;',
    because: 'the line only saves time: the last slice of an earlier change is negative, and the loop writes nothing',
  },
  {
    file: 'quiet.ts',
    line: 'if (change < from) continue;',
    became: 'if (change <= from) continue;',
    because: 'a change at the first instant is passed over by each question anyway, since no question is earlier',
  },
  {
    file: 'quiet.ts',
    line: 'if (from >= to) return [];',
    became: 'if (from > to) return [];',
    because: EMPTY_SPAN,
  },
  {
    file: 'quiet.ts',
    line: 'if (from >= to) return [];',
    became: 'if (false) return [];',
    because: EMPTY_SPAN,
  },
  {
    file: 'quiet.ts',
    line: 'if (this.#changes.length === 0 && this.#questionsBeforeList-- > 0) return this.#source(from, to);',
    became: 'if (true && this.#questionsBeforeList-- > 0) return this.#source(from, to);',
    because: SAME_LIST,
  },
  {
    file: 'quiet.ts',
    line: 'if (reach > HORIZON_MS) return { quiet, changesAt: null };',
    became: 'if (reach >= HORIZON_MS) return { quiet, changesAt: null };',
    because: 'the reach grows fourfold from two days, and is never 400 days',
  },
  {
    file: 'quiet.ts',
    line: 'while (slice <= lastSlice && slice < count) slices[slice++] = before;',
    became: 'while (slice <= lastSlice && slice <= count) slices[slice++] = before;',
    because: 'a typed array ignores a value behind its end',
  },
  {
    file: 'store-hours.ts',
    line: 'if (opensMinute === null || closesMinute === null) continue;',
    became: 'if (opensMinute === null && closesMinute === null) continue;',
    because: NULL_TOGETHER,
  },
  {
    file: 'store-hours.ts',
    line: 'if (opensMinute === null || closesMinute === null) continue;',
    became: 'if (false || closesMinute === null) continue;',
    because: NULL_TOGETHER,
  },
  {
    file: 'store-hours.ts',
    line: 'if (opensMinute === null || closesMinute === null) continue;',
    became: 'if (opensMinute === null || false) continue;',
    because: NULL_TOGETHER,
  },
  {
    file: 'schedule.ts',
    line: 'for (let day = Math.floor((from - REACH_MS) / DAY_MS); day <= end; day++) {',
    became: 'for (let day = Math.floor((from - REACH_MS) / DAY_MS); day < end; day++) {',
    because: 'the last day is the spare day of REACH_MS',
  },
  {
    file: 'schedule.ts',
    line: 'if (day > lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    became: 'if (true) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    because: SAME_CLOCK,
  },
  {
    file: 'schedule.ts',
    line: 'if (day > lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    became: 'if (false) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    because: SAME_CLOCK,
  },
  {
    file: 'schedule.ts',
    line: 'if (day > lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    became: 'if (day >= lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    because: SAME_CLOCK,
  },
  {
    file: 'schedule.ts',
    line: 'if (day > lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    became: 'if (day <= lastDay) ({ clock, lastDay } = clockOfDays(zoneOfSpan, day));',
    because: SAME_CLOCK,
  },
  {
    file: 'schedule.ts',
    line: 'if (start >= from && end <= to) return interval;',
    became: 'if (start > from && end <= to) return interval;',
    because: 'the copy of an interval that needs no cut is equal to the interval',
  },
  {
    file: 'schedule.ts',
    line: 'if (start >= from && end <= to) return interval;',
    became: 'if (false) return interval;',
    because: 'the copy of an interval that needs no cut is equal to the interval',
  },
  {
    file: 'zone.ts',
    line: 'const offsets: number[] = [];',
    became: 'const offsets: number[] = ["Stryker was here"];',
    because: 'the first jump of the first era is before the span, so that the first offset is always written',
  },
  {
    file: 'zone.ts',
    line: 'if (eras.size >= ERAS_KEPT) eras.clear();',
    became: 'if (eras.size > ERAS_KEPT) eras.clear();',
    because: CACHE_ONLY,
  },
  {
    file: 'zone.ts',
    line: 'if (names.has(name)) return true;',
    became: 'if (false) return true;',
    because: CACHE_ONLY,
  },
  {
    file: 'zone.ts',
    line: 'if (isName) names.add(name);',
    became: 'if (false) names.add(name);',
    because: CACHE_ONLY,
  },
  {
    file: 'zone.ts',
    line: 'if (isName) names.add(name);',
    became: 'if (isName) ;',
    because: CACHE_ONLY,
  },
  {
    file: 'zone.ts',
    line: 'for (let run = 0; run < offsets.length; run++) {',
    became: 'for (let run = 0; run <= offsets.length; run++) {',
    because: 'the last even run has no end, so that the loop returns before',
  },
  {
    file: 'zone.ts',
    line: 'if (at >= (bounds[run] as Instant)) return at;',
    became: 'if (at > (bounds[run] as Instant)) return at;',
    because: 'a reading at a jump is the instant of the jump in either case',
  },
  {
    file: 'zone.ts',
    line: 'for (let run = offsets.length - 1; run >= 0; run--) {',
    became: 'for (let run = offsets.length + 1; run >= 0; run--) {',
    because: 'a run that does not exist gives no reading',
  },
  {
    file: 'zone.ts',
    line: 'if (at < (bounds[run + 1] as Instant)) return at;',
    became: 'if (at <= (bounds[run + 1] as Instant)) return at;',
    because: 'a reading at a jump is the instant of the jump in either case',
  },
  {
    file: 'zone.ts',
    line: 'if (begin > day * DAY_MS - offset - JUMP_REACH_MS) continue;',
    became: 'if (begin >= day * DAY_MS - offset - JUMP_REACH_MS) continue;',
    because: SPARE_DAYS,
  },
  {
    file: 'zone.ts',
    line: 'if (begin > day * DAY_MS - offset - JUMP_REACH_MS) continue;',
    became: 'if (begin > day * DAY_MS + offset - JUMP_REACH_MS) continue;',
    because: SPARE_DAYS,
  },
  {
    file: 'zone.ts',
    line: 'const lastDay = Math.floor((end + offset - JUMP_REACH_MS) / DAY_MS) - 3;',
    became: 'const lastDay = Math.floor((end - offset - JUMP_REACH_MS) / DAY_MS) - 3;',
    because: SPARE_DAYS,
  },
  {
    file: 'zone.ts',
    line: 'if (lastDay < day) return { clock, lastDay: day };',
    became: 'if (lastDay <= day) return { clock, lastDay: day };',
    because: SAME_CLOCK,
  },
  {
    file: 'zone.ts',
    line: 'if (shown === null || shown.epochMilliseconds >= to) return jumps;',
    became: 'if (shown === null || shown.epochMilliseconds > to) return jumps;',
    because: 'the next era begins with the offset of a jump at its start, and an equal offset is no jump',
  },
  {
    file: 'zone.ts',
    line: 'if (!/^[A-Z]/i.test(name)) return false;',
    became: 'if (!/[A-Z]/i.test(name)) return false;',
    because: 'no name of the runtime begins with another sign',
  },
  {
    file: 'zone.ts',
    line: '} catch { return false; }',
    became: '} catch {}',
    because: 'undefined counts as false',
  },
  {
    file: 'campaign-text.ts',
    line: "textParts(text).flatMap((part) => (typeof part !== 'string' && part.fallback === null ? [part.variable] : [])),",
    became: 'textParts(text).flatMap((part) => (true && part.fallback === null ? [part.variable] : [])),',
    because: 'a text has no fallback, and undefined is not null; the condition is for the types',
  },
  {
    file: 'campaign-text.ts',
    line: "textParts(text).flatMap((part) => (typeof part !== 'string' && part.fallback === null ? [part.variable] : [])),",
    became: 'textParts(text).flatMap((part) => (typeof part !== "" && part.fallback === null ? [part.variable] : [])),',
    because: 'a text has no fallback, and undefined is not null; the condition is for the types',
  },
  {
    file: 'left-out.ts',
    line: 'return campaign.startedAt !== null && campaign.startedAt > createdAt;',
    became: 'return true && campaign.startedAt > createdAt;',
    because: NULL_IS_1970,
  },
  {
    file: 'left-out.ts',
    line: 'const NO_CONVERSATION = { lastInboundAt: null, lastOutboundAt: null };',
    became: 'const NO_CONVERSATION = {};',
    because: 'the checks read the conversation only for a reply, and a suggestion is none',
  },
  {
    file: 'plain-text.ts',
    line: 'if (known !== undefined) return known;',
    became: 'if (false) return known;',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'if (seen.size >= MOST_SEEN) seen.clear();',
    became: 'if (false) seen.clear();',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'if (seen.size >= MOST_SEEN) seen.clear();',
    became: 'if (true) seen.clear();',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'if (seen.size >= MOST_SEEN) seen.clear();',
    became: 'if (seen.size < MOST_SEEN) seen.clear();',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'if (seen.size >= MOST_SEEN) seen.clear();',
    became: 'if (seen.size > MOST_SEEN) seen.clear();',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'if (seen.size >= MOST_SEEN) seen.clear();',
    became: 'if (seen.size >= MOST_SEEN) ;',
    because: CACHE_ONLY,
  },
  {
    file: 'plain-text.ts',
    line: 'seen.set(text, plain);',
    became: ';',
    because: CACHE_ONLY,
  },
  {
    file: 'plan-day.ts',
    line: 'const states = new Map(campaigns.map(({ id, state, to }) => [id, { state, to: to === null ? null : dayOf(to) }]));',
    became:
      'const states = new Map(campaigns.map(({ id, state, to }) => [id, { state, to: false ? null : dayOf(to) }]));',
    because: NO_DATE,
  },
  {
    file: 'run-time.ts',
    line: 'return firstReading(zoneClock(store.zone, shown - 2 * DAY_MS, shown + 2 * DAY_MS), shown);',
    became: 'return firstReading(zoneClock(store.zone, shown - 2 / DAY_MS, shown + 2 * DAY_MS), shown);',
    because: SPARE_DAYS,
  },
  {
    file: 'run-time.ts',
    line: 'const clock = zoneClock(zone, (day - 3) * DAY_MS, (day + 4) * DAY_MS);',
    became: 'const clock = zoneClock(zone, (day - 3) / DAY_MS, (day + 4) * DAY_MS);',
    because: 'the line only saves time: a clock of more years reads alike',
  },
  {
    file: 'run-time.ts',
    line: 'export function openTimes({ zone, hours, dates = [] }: StoreDay, day: EpochDay): readonly Interval[] {',
    became:
      'export function openTimes({ zone, hours, dates = ["Stryker was here"] }: StoreDay, day: EpochDay): readonly Interval[] {',
    because: 'a text has no date, so it is the date of no day',
  },
  {
    file: 'run-time.ts',
    line: 'if (opensMinute === null || closesMinute === null) return [];',
    became: 'if (opensMinute === null && closesMinute === null) return [];',
    because: NULL_TOGETHER,
  },
  {
    file: 'run-time.ts',
    line: 'if (opensMinute === null || closesMinute === null) return [];',
    became: 'if (false || closesMinute === null) return [];',
    because: NULL_TOGETHER,
  },
  {
    file: 'run-time.ts',
    line: 'if (opensMinute === null || closesMinute === null) return [];',
    became: 'if (opensMinute === null || false) return [];',
    because: NULL_TOGETHER,
  },
  {
    file: 'start-faults.ts',
    line: "if (from !== null && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    became: "if (true && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    because: 'a comparison with null as a text is false; the condition is for the types',
  },
  {
    file: 'start-faults.ts',
    line: "if (from !== null && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    became: "if (true && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    because: 'a comparison with null as a text is false; the condition is for the types',
  },
  {
    file: 'start-faults.ts',
    line: "if (from !== null && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    became: "if (from !== null && true && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    because: 'a comparison with null as a text is false; the condition is for the types',
  },
  {
    file: 'start-checks.ts',
    line: 'const [first, last] = [from === null ? null : dayOf(from), to === null ? null : dayOf(to)];',
    became: 'const [first, last] = [false ? null : dayOf(from), to === null ? null : dayOf(to)];',
    because: NO_DATE,
  },
  {
    file: 'start-checks.ts',
    line: 'const [first, last] = [from === null ? null : dayOf(from), to === null ? null : dayOf(to)];',
    became: 'const [first, last] = [from === null ? null : dayOf(from), false ? null : dayOf(to)];',
    because: NO_DATE,
  },
  {
    file: 'suggestion-end.ts',
    line: 'return date === null ? null : dayOf(date);',
    became: 'return false ? null : dayOf(date);',
    because: NO_DATE,
  },
  {
    file: 'asked-silence.ts',
    line: 'const lastDay = silences .filter(isAskedUntil)',
    became: 'const lastDay = silences',
    because: 'hours have no date, which counts as a day of 1970 here',
  },
  {
    file: 'asked-silence.ts',
    line: 'return new QuietClock(zone, now - DAY_MS, now + HORIZON_MS + 2 * DAY_MS, (from, to) => {',
    became: 'return new QuietClock(zone, now - DAY_MS, now + HORIZON_MS + 2 / DAY_MS, (from, to) => {',
    because: SPARE_DAYS,
  },
  {
    file: 'asked-silence.ts',
    line: 'const peace: readonly Interval[] = peaceUntil > from ? [{ start: from, end: Math.min(peaceUntil, to) }] : [];',
    became:
      'const peace: readonly Interval[] = peaceUntil >= from ? [{ start: from, end: Math.min(peaceUntil, to) }] : [];',
    because: UNION_DROPS_IT,
  },
  {
    file: 'asked-silence.ts',
    line: 'if (windows.length === 0) return peace;',
    became: 'if (false) return peace;',
    because: 'the line only saves time: no window has no interval',
  },
  {
    file: 'audience-match.ts',
    line: 'lastPurchaseDays?.max == null || sinceLast === null ? null : day - sinceLast + lastPurchaseDays.max;',
    became: 'lastPurchaseDays?.max == null || false ? null : day - sinceLast + lastPurchaseDays.max;',
    because: 'a customer without a purchase does not meet a filter of days, so the line is not reached',
  },
  {
    file: 'audience-match.ts',
    line: 'if (lastPurchaseDays !== undefined && last !== undefined) {',
    became: 'if (lastPurchaseDays !== undefined && true) {',
    because: 'a customer without a purchase does not meet a filter of days, so the line is not reached',
  },
  {
    file: 'audience-match.ts',
    line: 'return (value) => value !== null && set.has(value);',
    became: 'return (value) => true && set.has(value);',
    because: 'a set of texts does not have null; the condition is for the types',
  },
  {
    file: 'start-faults.ts',
    line: "if (from !== null && to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    became: "if (from !== null || to !== null && to < from) faults.push({ path: 'to', code: 'period_swapped' });",
    because: 'a comparison with null as a text is false; the condition is for the types',
  },
  {
    file: 'suggestion-end.ts',
    line: "if (boughtOn !== null && boughtOn >= suggestedOn && suggestedOn < day) return 'bought';",
    became: "if (true && boughtOn >= suggestedOn && suggestedOn < day) return 'bought';",
    because: NULL_IS_1970,
  },
];
