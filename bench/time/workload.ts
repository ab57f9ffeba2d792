/** The workload of all kernels: São Paulo, quiet from 20:00 to 08:00, in two years that contain the zone's last three clock changes. */
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import { compileQuiet, type QuietAt, type QuietClock } from '#rules/time/quiet.ts';

export const ZONE = 'America/Sao_Paulo';
/** 1 January 2018 to 1 January 2020, UTC. */
export const SPAN = { from: 1_514_764_800_000, to: 1_577_836_800_000 };
export const INSTANTS = 1 << 20;

/** Answers "Is it quiet at this instant, and until when?" */
export type Answer = (at: Instant) => QuietAt;

export function ourClock(): QuietClock {
  return compileQuiet(DEFAULT_POLICY, ZONE, SPAN);
}

/** Returns random instants in the two years, the same in each run. */
export function randomInstants(): Float64Array {
  let state = 20_261_127;
  return Float64Array.from({ length: INSTANTS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return SPAN.from + Math.floor((state / 2 ** 32) * (SPAN.to - SPAN.from));
  });
}

/** Returns instants around each clock change, to compare answers: every seven minutes, from a day before to a day after. */
export function instantsAroundChanges(): readonly Instant[] {
  const changes = ['2018-02-18T02:00:00Z', '2018-11-04T03:00:00Z', '2019-02-17T02:00:00Z'];
  return changes.flatMap((text) => {
    const change = Temporal.Instant.from(text).epochMilliseconds;
    return Array.from({ length: 412 }, (_, i) => change + (i - 206) * 420_000);
  });
}
