/**
 * Computes the dates of a store as reports count them: where each date begins and ends on the store's clock, when the
 * store is closed, and when the date's evening is quiet.
 */
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import { complement, type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { firstReading, type ZoneClock, zoneClock } from '#rules/time/zone.ts';

/** A date of a store. */
export interface StoreDay {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** The date on the store's clock. */
  readonly date: Interval;
  /** From noon of the date to noon of the next one. The quiet part of it is the date's evening. */
  readonly noons: Interval;
  /** When the store is closed on the date; empty where its hours are not known. */
  readonly closed: readonly Interval[];
  /** When the evening is quiet. */
  readonly quiet: readonly Interval[];
  /**
   * Everything above as a short text. A count of a date holds for as long as the text stays the same: another zone, other
   * opening hours or other quiet hours for that date need another count.
   */
  readonly layout: string;
}

/**
 * Returns the dates from `first` to `last`. `zone` is valid. `quietBetween`: the quiet intervals of the store between two
 * instants, in order and apart, cut at both.
 */
export function storeDays(
  store: OpenStore,
  zone: string,
  { first, last }: { readonly first: EpochDay; readonly last: EpochDay },
  quietBetween: (from: Instant, to: Instant) => readonly Interval[],
): readonly StoreDay[] {
  const starts: Instant[] = [];
  for (let day = first; day <= last + 1; day++) starts.push(startOfDay(zone, day));
  const noons: Instant[] = [];
  for (let day = first; day <= last + 1; day++) noons.push(noonOf(zone, day));
  const [from, to] = [starts[0] as Instant, starts.at(-1) as Instant];
  const knowsHours = store.hours.length > 0;
  const closed = knowsHours ? complement(openIntervals({ ...store, zone }, from, to)) : [];
  const quiet = quietBetween(noons[0] as Instant, noons.at(-1) as Instant);
  const closedCursor = new Cut(closed);
  const quietCursor = new Cut(quiet);
  return starts.slice(0, -1).map((start, index) => {
    const date = { start, end: starts[index + 1] as Instant };
    const evening = { start: noons[index] as Instant, end: noons[index + 1] as Instant };
    const parts = { closed: closedCursor.within(date), quiet: quietCursor.within(evening) };
    return { on: dateText(first + index), date, noons: evening, ...parts, layout: layoutOf(date, evening, parts) };
  });
}

/** Cuts intervals to dates that are asked for in order. */
class Cut {
  readonly #intervals: readonly Interval[];
  #next = 0;

  constructor(intervals: readonly Interval[]) {
    this.#intervals = intervals;
  }

  within(date: Interval): readonly Interval[] {
    while ((this.#intervals[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= date.start) this.#next += 1;
    let after = this.#next;
    while ((this.#intervals[after]?.start ?? Number.POSITIVE_INFINITY) < date.end) after += 1;
    return intersect(this.#intervals.slice(this.#next, after), [date]);
  }
}

function layoutOf(
  date: Interval,
  noons: Interval,
  { closed, quiet }: Readonly<Record<'closed' | 'quiet', readonly Interval[]>>,
) {
  const minute = (at: Instant) => Math.round((at - date.start) / 60_000);
  const text = (intervals: readonly Interval[]) =>
    intervals.map(({ start, end }) => `${minute(start)}-${minute(end)}`).join(',');
  return `${date.start / 60_000} ${minute(date.end)} ${text([noons])} ${text(closed)} ${text(quiet)}`;
}

function noonOf(zone: string, day: EpochDay): Instant {
  const near = day * DAY_MS + DAY_MS / 2;
  return firstReading(zoneClock(zone, near - 2 * DAY_MS, near + 2 * DAY_MS), near);
}

/** Reads dates and hours from a zone's clock, for instants within the time that the clock covers. */
export function hourOf({ bounds, offsets }: ZoneClock, at: Instant): { readonly day: EpochDay; readonly hour: number } {
  let run = 0;
  while (at >= (bounds[run + 1] as Instant)) run += 1;
  const shown = at + (offsets[run] as number);
  const day = Math.floor(shown / DAY_MS);
  return { day, hour: Math.floor((shown - day * DAY_MS) / 3_600_000) };
}
