/** Computes how another policy would have judged recorded contacts, counted by hour, store and kind (A2, A6). */
import { decide } from '#rules/contact/decide.ts';
import type { Decision, Finding, Origin, Reason, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { contains, type Instant, type Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { zoneClock } from '#rules/time/zone.ts';
import {
  type AttemptCounts,
  EXAMPLES,
  type ImpactTally,
  newestExamples,
  type QuietCounts,
  storeOf,
} from './impact-tally.ts';

/** First decisions on attempts that differ only in their instant, so that their context is built once. */
export interface RecordedGroup {
  /** The context except `now`, with the timeline and clocks of the other policy. */
  readonly context: DecisionContext;
  readonly verdict: Verdict;
  readonly reasons: readonly Finding[];
  readonly origin: Origin;
  readonly storeId: string | null;
  /** The zone whose clock gives the hour of each contact. */
  readonly zone: string;
  /** Whether the customer asked to stop after each of these contacts. */
  readonly stopped: boolean;
  /** In any order; ascending order is fastest. The context's clocks must cover all of them. */
  readonly instants: ArrayLike<Instant>;
  readonly attemptId: (index: number) => string;
}

/** Judges the group again and adds the results to `tally`. */
export function tallyGroup(tally: ImpactTally, group: RecordedGroup): void {
  const { instants, origin, verdict, stopped } = group;
  const hourOf = hourClock(group);
  const judge = judgeOf(group);
  const recordedKind = kindOf(origin, verdict, group.reasons);
  const store = storeOf(tally, group.storeId);
  for (let i = 0; i < instants.length; i++) {
    const at = instants[i] as Instant;
    const judged = judge(at);
    const { would } = judged;
    const hour = tally.hours[hourOf(at)] as AttemptCounts;

    tally.attempts++;
    hour.attempts++;
    store.attempts++;
    if (recordedKind !== null) tally.did[recordedKind]++;
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

/** The counted part of a decision, and the time during which it cannot change by itself. */
interface Judged extends Interval {
  readonly verdict: Verdict;
  readonly would: keyof QuietCounts | null;
  readonly isQuiet: boolean;
  readonly isSame: boolean;
}

/**
 * Judges the contacts of one group. A decision is valid for every contact up to its `changesAt`: instants in ascending
 * order need one decision between two changes; another order needs more decisions and gives the same results.
 */
function judgeOf(group: RecordedGroup): (at: Instant) => Judged {
  const context: { -readonly [K in keyof DecisionContext]: DecisionContext[K] } = { ...group.context };
  // A contact that was dated later, by a clock that is ahead, begins to count by itself (P4), and `changesAt` does not
  // include that instant.
  const canReuse = context.pacedAt.length === 0;
  const judge = (at: Instant): Judged => {
    context.now = at;
    const { decision } = decide(context);
    const { verdict, origin, reasons, quiet, changesAt } = decision;
    const end = canReuse ? (changesAt ?? at + HORIZON_MS) : at;
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

/**
 * Returns the kind of a contact that was blocked or warned because of quiet hours; null for others, such as a customer
 * who asked to stop, who may not be contacted at any hour.
 */
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

/** Adds an example if it is new enough to be among the newest `EXAMPLES`; older ones cost only one comparison. */
function addExample(tally: ImpactTally, group: RecordedGroup, index: number, would: Verdict): void {
  const at = group.instants[index] as Instant;
  const oldest = tally.examples[EXAMPLES - 1];
  if (oldest !== undefined && at < oldest.at) return;
  const { zone, storeId, origin, verdict: did } = group;
  tally.examples = newestExamples([
    ...tally.examples,
    { attemptId: group.attemptId(index), at, zone, storeId, origin, did, would },
  ]);
}

/** Returns a function that gives the hour on the group's clock. */
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
