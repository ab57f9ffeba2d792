/** Computes the quiet figure of a brand without quiet hours: its contacts in the usual quiet hours of the last 90 days. */
import type { Reads } from '#db/core/db.ts';
import { findOldestDecision } from '#db/policy/recorded-contexts.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { IMPACT_MS, type ImpactEngine } from './impact.ts';

export interface QuietFigure {
  /** A time of day as `HH:mm`. */
  readonly start: string;
  readonly end: string;
  readonly days: number;
  /** The contacts that were allowed and would have been refused or warned; null where the record is too short. */
  readonly contacts: number | null;
}

/** Counts on the stores' clocks. A record of less than a day gives no number. */
export async function quietFigure(
  { db, engine, now }: { readonly db: Reads; readonly engine: Pick<ImpactEngine, 'ask'>; readonly now: () => Instant },
  brandId: string,
): Promise<QuietFigure> {
  const until = now();
  const [window] = DEFAULT_POLICY.windows;
  if (window === undefined) throw new Error('DEFAULT_POLICY has no window: add one in rules/policy.');
  const { start, end } = window;
  const days = IMPACT_MS / DAY_MS;
  const [record] = await db.read(brandId, (reads) => reads.run(findOldestDecision, { brandId }));
  const beganAt = record?.beganAt ?? null;
  if (beganAt === null || beganAt > until - DAY_MS) return { start, end, days, contacts: null };
  const tally = await engine.ask({ brandId, from: until - IMPACT_MS, until, policy: DEFAULT_POLICY });
  const { would, did } = tally;
  return { start, end, days, contacts: would.suggestion + would.profile - did.suggestion - did.profile };
}
