/** How a day is spread (P5): instants told apart by the hour that a store's clock shows, and the same contacts spread evenly. */
import { type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { zoneClock } from '#rules/time/zone.ts';

/** A stretch during which a clock shows one and the same hour, 0 to 23. */
export interface HourSpan extends Interval {
  readonly hour: number;
}

export const HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * The stretches between two instants, in order, without gaps. An hour that the clock repeats comes twice, one that it
 * skips never, and an hour that it only half skips is half as long. Throws RangeError for a zone that nobody knows.
 */
export function hourSpans(zone: string, from: Instant, to: Instant): readonly HourSpan[] {
  const { bounds, offsets } = zoneClock(zone, from, to);
  const spans: HourSpan[] = [];
  offsets.forEach((offset, run) => {
    const end = Math.min(to, bounds[run + 1] as Instant);
    for (let at = Math.max(from, bounds[run] as Instant); at < end; ) {
      const hoursShown = Math.floor((at + offset) / HOUR_MS);
      const next = Math.min(end, (hoursShown + 1) * HOUR_MS - offset);
      spans.push({ start: at, end: next, hour: ((hoursShown % HOURS) + HOURS) % HOURS });
      at = next;
    }
  });
  return spans;
}

/** How long, in milliseconds, some intervals (in order, apart) last within each hour of the day: 24 numbers. */
export function lengthsByHour(spans: readonly HourSpan[], intervals: readonly Interval[]): readonly number[] {
  return byHour(spans).map((each) => lengthOf(intersect(each, intervals)));
}

/** How long each hour itself lasts: 24 numbers. */
export function spansByHour(spans: readonly HourSpan[]): readonly number[] {
  return byHour(spans).map(lengthOf);
}

/** The spans of each hour of the day, in order. */
function byHour(spans: readonly HourSpan[]): readonly (readonly HourSpan[])[] {
  const groups = Map.groupBy(spans, ({ hour }) => hour);
  return Array.from({ length: HOURS }, (_, hour) => groups.get(hour) ?? []);
}

function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** P5. `contacts` given to 24 hours in proportion to how long each was open; nothing to any where none was. */
export function evenSpread(contacts: number, openMs: readonly number[]): readonly number[] {
  const all = openMs.reduce((sum, each) => sum + each, 0);
  return openMs.map((each) => (all === 0 ? 0 : (contacts * each) / all));
}

/**
 * Whether people may be shown in the order of their counts. No ranking of anybody with fewer than 20 events: a handful
 * says nothing of a person, and then the order is that of the names.
 */
export function mayRank(counts: readonly number[]): boolean {
  return counts.length > 0 && counts.every((count) => count >= RANKED_FROM);
}

const RANKED_FROM = 20;
