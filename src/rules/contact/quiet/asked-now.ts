/** Tells whether a silence that the customer asked for runs, on every clock of the customer that counts (D4b). */

import { type AskedSilence, type AskedSilences, compileAsked } from '#rules/contact/asked-silence.ts';
import type { DecisionContext, Zones } from '#rules/contact/decision-context.ts';
import type { Instant } from '#rules/time/interval.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { earlier } from './silence.ts';

export interface AskedNow {
  /** Whether a silence runs on any clock that counts. */
  readonly runs: boolean;
  /** The earliest instant at which `runs` may change; null: never within 400 days (T9). */
  readonly changesAt: Instant | null;
}

export const NOTHING_ASKED: AskedSilences = { silences: [], clocks: new Map() };

/**
 * Compiles the silences for a decision at `now`. The customer's candidate zones all count; without one the store's zone
 * counts, and without a store the brand's (C2). The zones of the brand's stores replace a zone that the runtime does not
 * know (C4).
 */
export function askedSilences(silences: readonly AskedSilence[], zones: Zones, now: Instant): AskedSilences {
  if (silences.length === 0) return NOTHING_ASKED;
  const wanted = zones.customer.length > 0 ? zones.customer : [zones.store ?? zones.brand];
  const isUncertain = wanted.some((zone) => zoneFault(zone) !== null);
  const known = [...wanted, ...(isUncertain ? zones.brandStores : [])].filter((zone) => zoneFault(zone) === null);
  return { silences, clocks: new Map(known.map((zone) => [zone, compileAsked(silences, zone, now)])) };
}

/** Reads the silences at an instant, which the clocks must cover. Without any known zone a silence runs without an end (C4). */
export function askedAt({ asked }: Pick<DecisionContext, 'asked'>, at: Instant): AskedNow {
  if (asked.silences.length === 0) return NOTHING_RUNS;
  let runs = asked.clocks.size === 0;
  let changesAt: Instant | null = null;
  for (const clock of asked.clocks.values()) {
    const reading = clock.at(at);
    runs ||= reading.quiet;
    changesAt = earlier(changesAt, reading.changesAt);
  }
  return { runs, changesAt };
}

const NOTHING_RUNS: AskedNow = { runs: false, changesAt: null };
