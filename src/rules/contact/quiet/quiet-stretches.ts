/** The quiet of one contact over a while, on every clock that counts for it: read off the same intervals as a decision (T8). */

import type { Instant, Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { type SilenceContext, silenceAt } from './silence.ts';

/** In order, apart, cut at both ends. Both lie within what the clocks in `context.quiet` cover. */
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

/** The first instant after `from` at which it turns quiet; null where it does not within `HORIZON_MS` (T9). */
export function nextQuietStart(context: SilenceContext, from: Instant): Instant | null {
  let { known, uncertain, changesAt } = silenceAt(context, from);
  // Clocks that are quiet in turns change for ever and never open: the clocks in `context.quiet` end somewhere.
  while (changesAt !== null && changesAt - from <= HORIZON_MS) {
    const wasQuiet = known || uncertain;
    const at: Instant = changesAt;
    ({ known, uncertain, changesAt } = silenceAt(context, at));
    if (!wasQuiet && (known || uncertain)) return at;
  }
  return null;
}
