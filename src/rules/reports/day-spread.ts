/**
 * Computes how contacts are spread over a day (P5): groups instants by the hour of a store's clock, and computes an
 * even distribution for comparison.
 */
import { type Instant, type Interval, intersect } from '#rules/time/interval.ts';
import { zoneClock } from '#rules/time/zone.ts';

/** An interval during which a clock shows the same hour, 0 to 23. */
export interface HourSpan extends Interval {
  readonly hour: number;
}

export const HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Returns the intervals of equal hours between two instants, in order and without gaps. An hour that the clock repeats
 * occurs twice, a skipped hour never, and a half-skipped hour is half as long. Throws RangeError for an unknown zone.
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

/** Returns how many milliseconds of the intervals (in order, apart) are within each hour of the day: 24 numbers. */
export function lengthsByHour(spans: readonly HourSpan[], intervals: readonly Interval[]): readonly number[] {
  return byHour(spans).map((each) => lengthOf(intersect(each, intervals)));
}

/** Returns how many milliseconds each hour of the day lasts: 24 numbers. */
export function spansByHour(spans: readonly HourSpan[]): readonly number[] {
  return byHour(spans).map(lengthOf);
}

/** Returns the part of each hour of the day, 0 to 1, that the intervals (in order, apart) cover; 0 for a skipped hour. */
export function sharesByHour(spans: readonly HourSpan[], intervals: readonly Interval[]): readonly number[] {
  const whole = spansByHour(spans);
  return lengthsByHour(spans, intervals).map((length, hour) => (length === 0 ? 0 : length / (whole[hour] as number)));
}

/** Returns the spans of each hour of the day, in order. */
function byHour(spans: readonly HourSpan[]): readonly (readonly HourSpan[])[] {
  const groups = Map.groupBy(spans, ({ hour }) => hour);
  return Array.from({ length: HOURS }, (_, hour) => groups.get(hour) ?? []);
}

function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Distributes `contacts` over 24 hours in proportion to the open time of each (P5); all zero if no hour was open. */
export function evenSpread(contacts: number, openMs: readonly number[]): readonly number[] {
  const all = openMs.reduce((sum, each) => sum + each, 0);
  return openMs.map((each) => (all === 0 ? 0 : (contacts * each) / all));
}

/**
 * Whether people may be ordered by their counts: only if each has at least 20 events, because fewer say nothing about a
 * person. Otherwise the order is by name.
 */
export function mayRank(counts: readonly number[]): boolean {
  return counts.length > 0 && counts.every((count) => count >= RANKED_FROM);
}

const RANKED_FROM = 20;
