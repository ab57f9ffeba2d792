/** Checks the promises `clock` and `retimed`: no release by a clock that jumped, and each waiting contact is retimed in time. */
import { appAt, type Evidence, faultsOf, type Step } from './evidence.ts';
import { at, type Finding } from './finding.ts';

/** The time for retiming ten thousand held contacts (H6); more contacts get proportionally more time. */
const RETIMED_MS = 5_000;
const RETIMED_HOLDS = 10_000;
/** A change of the host's clock by more than this counts as a jump (D8). */
const JUMP_MS = 60_000;
/** For this long after a jump, a decision that had begun before it may still commit. */
const UNDER_WAY_MS = 1_000;
/** Every server follows a move of the app's clock within this time. */
const FOLLOWED_MS = 3_000;
/** The clocks must agree for a minute before releases; five seconds are subtracted for the inaccuracy of the measurement. */
const AGREED_MS = 55_000;

/** Checks that no release was allowed while the clock was unsafe (D8). Each `skew` fault says how far the host's clock was moved. */
export function checkClock(evidence: Evidence): Finding[] {
  const skews = faultsOf(evidence, 'skew');
  if (skews.length === 0) return [];
  const unsafe: { from: number; until: number }[] = [];
  for (const { at: from, detail } of skews) {
    const open = unsafe.at(-1);
    if (open !== undefined && open.until > from)
      open.until = Number(detail) === 0 ? from + AGREED_MS : Number.POSITIVE_INFINITY;
    else if (Math.abs(Number(detail)) > JUMP_MS) unsafe.push({ from, until: Number.POSITIVE_INFINITY });
  }
  const restarts = evidence.lines
    .filter((line) => line.saw === 'server' && line.is === 'up')
    .map(({ at: when }) => when);
  return evidence.receipts.flatMap((receipt): Finding[] => {
    const { actor, verdict, attemptId, decidedAt, committedAt } = receipt;
    if (actor !== 'release' || verdict !== 'allow') return [];
    const off = clockErrorOf(evidence, decidedAt, committedAt);
    const find = (sentence: string): Finding[] => [{ promise: 'clock', about: attemptId, sentence }];
    if (Math.abs(off) > JUMP_MS) return find(`released by a clock that was ${Math.round(off / 1000)} s off`);
    const within = unsafe.find(({ from, until }) => committedAt > from + UNDER_WAY_MS && committedAt < until);
    if (within === undefined || restarts.some((up) => up > within.from && up < committedAt)) return [];
    return find(`released at ${at(committedAt)} though the clock had jumped at ${at(within.from)}`);
  });
}

/** Returns how far a decision's instant was from the nearest instant that the app's clock showed in the 3 s before the commit. */
function clockErrorOf(evidence: Evidence, decidedAt: number, committedAt: number): number {
  const backs = Array.from({ length: FOLLOWED_MS / 50 + 1 }, (_, i) => i * 50);
  const asides = backs.map((back) => decidedAt - appAt(evidence, committedAt - back));
  return asides.reduce((least, each) => (Math.abs(each) < Math.abs(least) ? each : least));
}

export interface Retiming {
  readonly findings: readonly Finding[];
  /** How often a waiting contact had a quiet minute after a policy event, and the longest time until it got another minute. */
  readonly moved: number;
  readonly longestMs: number;
}

/** Checks how long waiting contacts had quiet minutes, between commits and without the time in which no server was up (H6, A5). */
export function checkRetimed(evidence: Evidence): Retiming {
  const down = downtimes(evidence);
  const liveAt = liveCount(evidence);
  const end = evidence.lines.at(-1)?.at ?? 0;
  const findings: Finding[] = [];
  let [moved, longestMs] = [0, 0];
  for (const steps of evidence.steps.values()) {
    for (const [i, step] of steps.entries()) {
      if (step.state !== 'waiting' || step.parked) continue;
      const until = steps[i + 1]?.committedAt ?? end;
      for (const { from, to } of quietStretches(evidence, step, until)) {
        const lasted = to - from - downBetween(down, from, to);
        moved += 1;
        longestMs = Math.max(longestMs, lasted);
        if (lasted <= RETIMED_MS * Math.max(1, liveAt(from) / RETIMED_HOLDS)) continue;
        const sentence = `it waited for ${at(step.dueAt)}, quiet since the event of ${at(from)}, for ${Math.round(lasted)} ms`;
        findings.push({ promise: 'retimed', about: step.attemptId, sentence });
      }
    }
  }
  return { findings, moved, longestMs };
}

/** Returns a function that says how many held contacts had not ended at an instant. */
function liveCount({ steps }: Evidence): (at: number) => number {
  const changes = [...steps.values()].flatMap((of) =>
    of.flatMap(({ committedAt, state }, i) => {
      const [was, is] = [i > 0 && of[i - 1]?.state !== 'ended', state !== 'ended'];
      return was === is ? [] : [{ committedAt, by: is ? 1 : -1 }];
    }),
  );
  let live = 0;
  const counts = changes
    .toSorted((a, b) => a.committedAt - b.committedAt)
    .map(({ committedAt, by }) => {
      live += by;
      return { committedAt, live };
    });
  return (at) => {
    let [low, high] = [0, counts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((counts[middle]?.committedAt ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return counts[low - 1]?.live ?? 0;
  };
}

/** Returns the stretches of a step in which its minute was quiet under the newest timeline. */
function quietStretches({ silences, stores }: Evidence, step: Step, until: number): { from: number; to: number }[] {
  const silence = silences.get(step.brandId);
  const zone = stores.get(step.storeId)?.zone;
  if (silence === undefined || zone === undefined) return [];
  const found: { from: number; to: number }[] = [];
  let since: number | null = null;
  for (let count = silence.seenBy(step.committedAt); ; count += 1) {
    const from = Math.max(step.committedAt, silence.events[count - 1]?.committedAt ?? 0);
    if (from >= until) break;
    const quiet = silence.isQuiet(count, zone, step.dueAt);
    if (quiet && since === null) since = from;
    if (!quiet && since !== null) {
      found.push({ from: since, to: from });
      since = null;
    }
    if (count >= silence.events.length) break;
  }
  if (since !== null) found.push({ from: since, to: until });
  return found;
}

/** Returns the stretches in which no server was up, and 2 s after each start, which a server needs to begin its work. */
function downtimes({ lines }: Evidence): { from: number; to: number }[] {
  const AFTER_MS = 2_000;
  const up = new Set<string>();
  const found: { from: number; to: number }[] = [];
  let downSince: number | null = null;
  for (const line of lines) {
    if (line.saw === 'fault' && line.fault === 'postgres killed') found.push({ from: line.at, to: line.at + 10_000 });
    if (line.saw !== 'server') continue;
    if (line.is === 'up') up.add(line.server);
    else up.delete(line.server);
    if (up.size === 0) downSince ??= line.at;
    else if (downSince !== null) {
      found.push({ from: downSince, to: line.at + AFTER_MS });
      downSince = null;
    }
  }
  if (downSince !== null) found.push({ from: downSince, to: Number.POSITIVE_INFINITY });
  return found;
}

function downBetween(down: readonly { from: number; to: number }[], from: number, to: number): number {
  return down.reduce((sum, gap) => sum + Math.max(0, Math.min(to, gap.to) - Math.max(from, gap.from)), 0);
}
