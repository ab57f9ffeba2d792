/** Computes how much of each hour of the day was quiet and open in a period, for all stores together. */
import { HOURS, hourSpans, lengthsByHour, spansByHour } from '#rules/reports/day-spread.ts';
import { complement, intersect, union } from '#rules/time/interval.ts';
import type { FramedStore } from './report-frame.ts';

export interface HourShares {
  /** How long each hour was open, in all stores together. */
  readonly openMs: readonly number[];
  /** The part of each hour (0 to 1) that was quiet, and that was open. */
  readonly quiet: readonly number[];
  readonly open: readonly number[];
}

export function hourShares(stores: readonly FramedStore[]): HourShares {
  const alike = Map.groupBy(stores, ({ days }) => days);
  const sums = { all: zeros(), quiet: zeros(), open: zeros() };
  for (const [days, group] of alike) {
    const [first, last] = [days[0], days.at(-1)];
    const one = group[0];
    if (first === undefined || last === undefined || one === undefined) continue;
    const period = [{ start: first.date.start, end: last.date.end }];
    const closed = union(days.flatMap(({ closed: ofDay }) => ofDay));
    const spans = hourSpans(one.zone, first.date.start, last.date.end);
    const open = intersect(complement(union([...one.quiet, ...closed])), period);
    add(sums.all, spansByHour(spans), group.length);
    add(sums.quiet, lengthsByHour(spans, intersect(one.quiet, period)), group.length);
    add(sums.open, lengthsByHour(spans, open), group.length);
  }
  const share = (part: readonly number[]) =>
    part.map((ms, hour) => Math.round((ms / Math.max(1, sums.all[hour] ?? 0)) * 1000) / 1000);
  return { openMs: sums.open, quiet: share(sums.quiet), open: share(sums.open) };
}

function zeros(): number[] {
  return new Array<number>(HOURS).fill(0);
}

function add(sum: number[], more: readonly number[], times: number): void {
  for (let hour = 0; hour < HOURS; hour++) sum[hour] = (sum[hour] ?? 0) + (more[hour] ?? 0) * times;
}
