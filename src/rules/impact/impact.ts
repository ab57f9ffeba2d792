/** What another policy would have made of recorded contacts, told by their hour, store and kind (A2, A6). */
import { decide } from '#rules/contact/decide.ts';
import type { Decision, Finding, Origin, Reason, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { contains, type Instant, type Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { zoneClock } from '#rules/time/zone.ts';
import { type AttemptCounts, EXAMPLES, type ImpactTally, newest, type QuietCounts, storeOf } from './impact-tally.ts';

/** First decisions on attempts that differ in nothing but their instant: what one context has to be built for once. */
export interface RecordedGroup {
  /** All of the context but `now`, with the timeline and the clocks to judge by. */
  readonly context: DecisionContext;
  readonly verdict: Verdict;
  readonly reasons: readonly Finding[];
  readonly origin: Origin;
  readonly storeId: string | null;
  /** The clock by whose hours they are counted. */
  readonly zone: string;
  /** The customer asked to stop after each of these contacts. */
  readonly stopped: boolean;
  /** In any order, best in their own; all within what the context's clocks cover. */
  readonly instants: ArrayLike<Instant>;
  readonly attemptId: (index: number) => string;
}

/** Judges the group again and counts it into `tally`. */
export function tallyGroup(tally: ImpactTally, group: RecordedGroup): void {
  const { instants, origin, verdict, stopped } = group;
  const hourOf = hourClock(group);
  const judge = judgeOf(group);
  const did = kindOf(origin, verdict, group.reasons);
  const store = storeOf(tally, group.storeId);
  for (let i = 0; i < instants.length; i++) {
    const at = instants[i] as Instant;
    const judged = judge(at);
    const { would } = judged;
    const hour = tally.hours[hourOf(at)] as AttemptCounts;

    tally.attempts++;
    hour.attempts++;
    store.attempts++;
    if (did !== null) tally.did[did]++;
    if (would !== null) {
      tally.would[would]++;
      hour[would]++;
      store[would]++;
    }
    if (stopped) {
      tally.stops.all++;
      if (judged.isQuiet) tally.stops.inQuiet++;
    }
    if (judged.isSame) continue;
    tally.different++;
    addExample(tally, group, i, judged.verdict);
  }
}

/** What is counted of a decision, and the time in which it cannot change by itself. */
interface Judged extends Interval {
  readonly verdict: Verdict;
  readonly would: keyof QuietCounts | null;
  readonly isQuiet: boolean;
  readonly isSame: boolean;
}

/**
 * The judge of one group. A decision stands for every contact up to its `changesAt`, so that instants in ascending order
 * need one decision between two changes; in any other order they need more, with the same results.
 */
function judgeOf(group: RecordedGroup): (at: Instant) => Judged {
  const context: { -readonly [K in keyof DecisionContext]: DecisionContext[K] } = { ...group.context };
  // A contact that a clock ahead of ours dated later begins to count by itself (P4), which `changesAt` does not foresee.
  const isForeseen = context.pacedAt.length === 0;
  const judge = (at: Instant): Judged => {
    context.now = at;
    const { decision } = decide(context);
    const { verdict, origin, reasons, quiet, changesAt } = decision;
    const end = isForeseen ? (changesAt ?? at + HORIZON_MS) : at;
    const would = kindOf(origin, verdict, reasons);
    return { start: at, end, verdict, would, isQuiet: quiet !== null, isSame: isSame(group, decision) };
  };
  let last: Judged | null = null;
  return (at) => {
    if (last === null || !contains(last, at)) last = judge(at);
    return last;
  };
}

const QUIET: ReadonlySet<Reason | undefined> = new Set<Reason>(['quiet_hours', 'zone_uncertain']);

/** Whether quiet is what refused or warned: who asked to stop would not have been written to at any hour. */
function kindOf(origin: Origin, verdict: Verdict, reasons: readonly Finding[]): keyof QuietCounts | null {
  const primary = reasons.find((finding) => finding.verdict === verdict)?.reason;
  if (!QUIET.has(primary)) return null;
  if (origin === 'suggestion') return 'suggestion';
  return origin === 'profile' && verdict === 'warn' ? 'profile' : null;
}

function isSame(recorded: RecordedGroup, { verdict, reasons }: Decision): boolean {
  if (verdict !== recorded.verdict || reasons.length !== recorded.reasons.length) return false;
  return reasons.every(({ reason, verdict }, i) => {
    const before = recorded.reasons[i] as Finding;
    return before.reason === reason && before.verdict === verdict;
  });
}

/** Newest first, at most `EXAMPLES`: only what could still be among them costs more than a look. */
function addExample(tally: ImpactTally, group: RecordedGroup, index: number, would: Verdict): void {
  const at = group.instants[index] as Instant;
  const oldest = tally.examples[EXAMPLES - 1];
  if (oldest !== undefined && at < oldest.at) return;
  const { zone, storeId, origin, verdict: did } = group;
  tally.examples = newest([
    ...tally.examples,
    { attemptId: group.attemptId(index), at, zone, storeId, origin, did, would },
  ]);
}

/** Which hour the group's clock shows. */
function hourClock({ zone, instants }: RecordedGroup): (at: Instant) => number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < instants.length; i++) {
    first = Math.min(first, instants[i] as Instant);
    last = Math.max(last, instants[i] as Instant);
  }
  const { bounds, offsets } = zoneClock(zone, first, last);
  return (at) => {
    let run = 0;
    while (at >= (bounds[run + 1] as Instant)) run++;
    const hours = Math.floor((at + (offsets[run] as number)) / HOUR_MS);
    return ((hours % 24) + 24) % 24;
  };
}

const HOUR_MS = 3_600_000;
