/** Promises `clock` and `retimed`: what waits moves with its policy at once, and with a jumping clock not at all. */
import { appAt, type Evidence, faultsOf, type Step } from './evidence.ts';
import { at, type Finding } from './finding.ts';

/** H6: where ten thousand are held; where more are, so much longer. */
const RETIMED_MS = 5_000;
const RETIMED_HOLDS = 10_000;
/** A jump of the host's clock beyond this is one (D8). */
const JUMP_MS = 60_000;
/** After a jump a decision that was under way may still be committed. */
const UNDER_WAY_MS = 1_000;
/** The app's clock, once moved, is followed by every server within this. */
const FOLLOWED_MS = 3_000;
/** Agreement must have lasted a minute; five seconds are allowed for how it is measured. */
const AGREED_MS = 55_000;

/** D8. The skew is the witness's: how far each `skew` fault put the host's clock from the true one. */
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
    const off = asideOf(evidence, decidedAt, committedAt);
    const find = (sentence: string): Finding[] => [{ promise: 'clock', about: attemptId, sentence }];
    if (Math.abs(off) > JUMP_MS) return find(`released by a clock that was ${Math.round(off / 1000)} s off`);
    const within = unsafe.find(({ from, until }) => committedAt > from + UNDER_WAY_MS && committedAt < until);
    if (within === undefined || restarts.some((up) => up > within.from && up < committedAt)) return [];
    return find(`released at ${at(committedAt)} though the clock had jumped at ${at(within.from)}`);
  });
}

/** How far a decision's instant lies from any that was true in the seconds before its commit: servers follow a moved clock. */
function asideOf(evidence: Evidence, decidedAt: number, committedAt: number): number {
  const backs = Array.from({ length: FOLLOWED_MS / 50 + 1 }, (_, i) => i * 50);
  const asides = backs.map((back) => decidedAt - appAt(evidence, committedAt - back));
  return asides.reduce((least, each) => (Math.abs(each) < Math.abs(least) ? each : least));
}

export interface Retiming {
  readonly findings: readonly Finding[];
  /** How often something that waited lay in quiet time after an event, and the longest that it stayed there. */
  readonly moved: number;
  readonly longestMs: number;
}

/** H6, A5. Measured between commits, while a server was up. */
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

/** How many held contacts were live at an instant. */
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

/** While this step lasted: the stretches in which its minute was quiet under the newest timeline. */
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

/** When no server was up, and for as long after as one needs to look around. */
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
