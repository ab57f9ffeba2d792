/**
 * Reads when a held contact has to wait: in quiet hours (D3, D4) and in a silence that the customer asked for (D4b), from
 * the same intervals as a decision (T8).
 */
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { type Instant, type Interval, union } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { askedAt } from './asked-now.ts';
import { quietStretches } from './quiet-stretches.ts';
import { earlier, type SilenceContext, silenceAt } from './silence.ts';

/** The part of a context on which the silence of one contact depends. */
export type ContactSilence = SilenceContext & Pick<DecisionContext, 'asked'>;

/** Returns the intervals of both silences in order, apart, cut at `from` and `to`, both of which the clocks must cover. */
export function silentStretches(context: ContactSilence, from: Instant, to: Instant): readonly Interval[] {
  const quiet = quietStretches(context, from, to);
  if (context.asked.silences.length === 0) return quiet;
  return union([...quiet, ...askedStretches(context, from, to)]);
}

export function isSilent(context: ContactSilence, at: Instant): boolean {
  return readBoth(context, at).silent;
}

/** Returns the first instant after `from` at which silence begins; null if none begins within `HORIZON_MS` (T9). */
export function nextSilentStart(context: ContactSilence, from: Instant): Instant | null {
  let { silent, changesAt } = readBoth(context, from);
  while (changesAt !== null && changesAt - from <= HORIZON_MS) {
    const wasSilent = silent;
    const at: Instant = changesAt;
    ({ silent, changesAt } = readBoth(context, at));
    if (!wasSilent && silent) return at;
  }
  return null;
}

function readBoth(context: ContactSilence, at: Instant): { silent: boolean; changesAt: Instant | null } {
  const { known, uncertain, changesAt } = silenceAt(context, at);
  const asked = askedAt(context, at);
  return { silent: known || uncertain || asked.runs, changesAt: earlier(changesAt, asked.changesAt) };
}

function askedStretches({ asked }: ContactSilence, from: Instant, to: Instant): readonly Interval[] {
  if (asked.clocks.size === 0) return [{ start: from, end: to }];
  return [...asked.clocks.values()].flatMap((clock) => clock.intervals(from, to));
}
