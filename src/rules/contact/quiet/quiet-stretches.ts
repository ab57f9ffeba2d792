/**
 * Reads the quiet intervals of one contact over a stretch of time, on every clock that counts, from the same intervals
 * as a decision (T8).
 */

import type { Instant, Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type SilenceContext, silenceAt } from './silence.ts';

/**
 * Returns the quiet intervals in order, apart, cut at `from` and `to`, both of which the clocks in `context.quiet` must
 * cover.
 */
export function quietStretches(context: SilenceContext, from: Instant, to: Instant): readonly Interval[] {
  const stretches: { start: Instant; end: Instant }[] = [];
  for (let at = from; at < to; ) {
    const silence = silenceAt(context, at);
    const end = Math.min(to, silence.changesAt ?? to);
    if (silence.known || silence.uncertain) {
      const last = stretches.at(-1);
      if (last !== undefined && last.end === at) last.end = end;
      else stretches.push({ start: at, end });
    }
    at = end;
  }
  return stretches;
}

export function isQuiet(context: SilenceContext, at: Instant): boolean {
  const { known, uncertain } = silenceAt(context, at);
  return known || uncertain;
}

/** Returns the first instant after `from` at which quiet begins; null if none begins within `HORIZON_MS` (T9). */
export function nextQuietStart(context: SilenceContext, from: Instant): Instant | null {
  let { known, uncertain, changesAt } = silenceAt(context, from);
  // Clocks that are quiet alternately change without end and never open; the horizon ends the loop before the clocks in
  // `context.quiet` end.
  while (changesAt !== null && changesAt - from <= HORIZON_MS) {
    const wasQuiet = known || uncertain;
    const at: Instant = changesAt;
    ({ known, uncertain, changesAt } = silenceAt(context, at));
    if (!wasQuiet && (known || uncertain)) return at;
  }
  return null;
}
