/** Answers when the sellers of a store work: not in quiet hours, and while the store is open (H7). */
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { workingTime, workingTimes } from '#rules/holds/working-time.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

export interface BrandFacts {
  readonly plan: Plan;
  readonly brandZone: string;
  readonly storeZones: readonly string[];
}

/** Answers when the store's sellers work, for a contact whose customer's clock does not count. */
export class StoreTimes {
  readonly #clocks: BrandClocks;
  readonly #store: OpenStore;
  readonly #brand: BrandFacts;

  constructor(clocks: BrandClocks, store: OpenStore, brand: BrandFacts) {
    this.#clocks = clocks;
    this.#store = store;
    this.#brand = brand;
  }

  quietIn(from: Instant, to: Instant): readonly Interval[] {
    const { plan, brandZone: brand, storeZones: brandStores } = this.#brand;
    const zones = { store: this.#store.zone, brand, customer: [], customerFrom: null, brandStores };
    const { timeline } = this.#clocks;
    return quietStretches({ plan, timeline, zones, quiet: this.#clocks.around(from, zones) }, from, to);
  }

  openIn(from: Instant, to: Instant): readonly Interval[] {
    return workingTimes(this.#case(), from, to);
  }

  /** Returns the date of the next opening. An opening that runs now does not count, nor a later one of the same date. */
  nextDay(now: Instant): EpochDay {
    const { zone } = this.#store;
    const today = localDay(zone, now);
    const running = workingTime(this.#case(), now);
    if (running === null) return today + 1;
    if (running.start > now) return localDay(zone, running.start);
    const next = workingTime(this.#case(), startOfDay(zone, today + 1));
    return next === null ? today + 1 : localDay(zone, next.start);
  }

  #case() {
    return {
      quietBetween: (from: Instant, to: Instant) => this.quietIn(from, to),
      store: this.#store,
      notBeforeMinute: null,
    };
  }
}
