/** A brand's own figure: what left in the usual quiet hours of the last 90 days, for a brand that wonders whether it wants them. */
import type { Reads } from '#db/core/db.ts';
import { findOldestDecision } from '#db/policy/recorded-contexts.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { IMPACT_MS, type ImpactEngine } from './impact.ts';

export interface QuietFigure {
  /** `HH:mm`. */
  readonly start: string;
  readonly end: string;
  readonly days: number;
  /** Contacts that were let through and would have been refused or warned; null where nothing is recorded to tell. */
  readonly contacts: number | null;
}

/** On the stores' clocks. A record that is younger than a day tells nothing yet. */
export async function quietFigure(
  { db, engine, now }: { readonly db: Reads; readonly engine: Pick<ImpactEngine, 'ask'>; readonly now: () => Instant },
  brandId: string,
): Promise<QuietFigure> {
  const until = now();
  const [window] = DEFAULT_POLICY.windows;
  if (window === undefined) throw new Error('the usual policy has a window');
  const { start, end } = window;
  const days = IMPACT_MS / DAY_MS;
  const [record] = await db.read(brandId, (reads) => reads.run(findOldestDecision, { brandId }));
  const beganAt = record?.beganAt ?? null;
  if (beganAt === null || beganAt > until - DAY_MS) return { start, end, days, contacts: null };
  const tally = await engine.ask({ brandId, from: until - IMPACT_MS, until, policy: DEFAULT_POLICY });
  const { would, did } = tally;
  return { start, end, days, contacts: would.suggestion + would.profile - did.suggestion - did.profile };
}
