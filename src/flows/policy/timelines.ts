/** Keeps each brand's timeline and its compiled clocks in memory for as long as the policy revision stays the same. */
import type { Db, Tx } from '#db/core/db.ts';
import { policyEventOf, readPolicyLog } from '#db/policy/policies.ts';
import type { Zones } from '#rules/contact/decision-context.ts';
import { quietClocks } from '#rules/contact/quiet/quiet-clocks.ts';
import type { SilenceContext } from '#rules/contact/quiet/silence.ts';
import { type Timeline, timelineOf } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { QuietClock } from '#rules/time/quiet.ts';

/** A timeline with its clocks. Clocks are compiled when a zone is first asked for; the order of the questions changes no answer. */
export class BrandClocks {
  readonly timeline: Timeline;
  #clocks: ReadonlyMap<string, QuietClock> = new Map();

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  /** Returns the clocks that a decision at `now` may read. */
  around(now: Instant, zones: Zones): ReadonlyMap<string, QuietClock> {
    this.#clocks = quietClocks(this.timeline, zones, now, this.#clocks);
    return this.#clocks;
  }

  /** Returns the context of a contact in a store of `zone` where the customer's zone does not count. */
  context(zone: string, now: Instant): SilenceContext {
    const zones: Zones = { store: zone, brand: zone, customer: [], customerFrom: null, brandStores: [] };
    return { plan: 'enterprise', timeline: this.timeline, zones, quiet: this.around(now, zones) };
  }
}

/** The timelines of one process. Keeps the `max` timelines used last and reads others from the log. */
export class Timelines {
  readonly #kept = new Map<string, BrandClocks>();
  readonly #max: number;

  constructor(max = 2_000) {
    this.#max = max;
  }

  /** Returns the brand's clocks at a revision, from memory or read in the caller's transaction. */
  async at(db: Db | Tx, brandId: string, revision: number): Promise<BrandClocks> {
    const key = `${brandId} ${revision}`;
    const kept = this.#kept.get(key) ?? (await readClocks(db, brandId, revision));
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#max && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}

async function readClocks(db: Db | Tx, brandId: string, revision: number): Promise<BrandClocks> {
  const log = await db.run(readPolicyLog, { brandId, upTo: revision });
  return new BrandClocks(timelineOf(log.map(policyEventOf)));
}
