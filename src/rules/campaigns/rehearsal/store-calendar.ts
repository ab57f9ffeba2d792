/** Answers what a rehearsal asks about the days of one store: when its plan is made, and when its sellers use suggestions. */
import { openTimes, runTime, usableTimes } from '#rules/campaigns/run-time.ts';
import { type ContactSilence, silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import { complement, type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { type ZoneClock, zoneClock } from '#rules/time/zone.ts';
import type { WeightedSpan } from './minutes-of-use.ts';

export class StoreCalendar {
  readonly #store: OpenStore;
  readonly #silence: ContactSilence;
  readonly #clock: ZoneClock;
  readonly #usable = new Map<EpochDay, readonly Interval[]>();

  constructor(
    store: OpenStore,
    silence: ContactSilence,
    { from, to }: { readonly from: Instant; readonly to: Instant },
  ) {
    this.#store = store;
    this.#silence = silence;
    this.#clock = zoneClock(store.zone, from - DAY_MS, to + DAY_MS);
  }

  runTime(day: EpochDay): Instant {
    return runTime(this.#store, day);
  }

  /** Returns the times for which a day's suggestions are meant, as the plan sees them. */
  usableOn(day: EpochDay): readonly Interval[] {
    const known = this.#usable.get(day);
    if (known !== undefined) return known;
    const usable = usableTimes(this.#store, day);
    this.#usable.set(day, usable);
    return usable;
  }

  /**
   * Returns the times from `from` on in which sellers are there and use suggestions. A store whose hours are not known
   * works outside quiet hours.
   */
  workingOn(day: EpochDay, from: Instant): readonly Interval[] {
    const { zone, hours } = this.#store;
    const later = [{ start: from, end: Number.POSITIVE_INFINITY }];
    if (hours.length > 0) return intersect(openTimes(this.#store, day), later);
    const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
    return intersect(complement(silentStretches(this.#silence, start, end)), [{ start: Math.max(start, from), end }]);
  }

  /** Splits times at the hours of the store's clock and gives each part the weight of its hour. */
  weighted(times: readonly Interval[], usualHours: readonly number[] | null): readonly WeightedSpan[] {
    if (usualHours === null) return times.map((each) => ({ ...each, weight: 1 }));
    return times.flatMap(({ start, end }) => {
      const spans: WeightedSpan[] = [];
      for (let at = start; at < end; ) {
        const { hour, hourEndsAt } = this.placeOf(at);
        const next = Math.min(end, hourEndsAt);
        spans.push({ start: at, end: next, weight: usualHours[hour] ?? 0 });
        at = next;
      }
      return spans;
    });
  }

  /** Returns the date and the hour that the store's clock shows, and until when the clock shows this hour. */
  placeOf(at: Instant): { readonly day: EpochDay; readonly hour: number; readonly hourEndsAt: Instant } {
    const { bounds, offsets } = this.#clock;
    let run = 0;
    while (run + 1 < offsets.length && (bounds[run + 1] as Instant) <= at) run += 1;
    const shown = at + (offsets[run] as number);
    const day = Math.floor(shown / DAY_MS);
    const hours = Math.floor(shown / HOUR_MS);
    const hourEndsAt = Math.min(at - shown + (hours + 1) * HOUR_MS, bounds[run + 1] ?? Number.POSITIVE_INFINITY);
    return { day, hour: hours - day * 24, hourEndsAt };
  }
}

const HOUR_MS = DAY_MS / 24;
