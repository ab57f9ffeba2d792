/** Stretches of real time, and the few things one can do with them: every answer about quiet is read off these (T8). */

/** Epoch milliseconds, UTC. The wall clock of a place never enters here. */
export type Instant = number;

/** Half-open, `[start, end)` (T1). `-Infinity` and `Infinity` stand for "always was" and "never ends". */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** T6. The union, in order, with touching and overlapping intervals merged and empty ones gone; the order given never matters. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  let last: { start: Instant; end: Instant } | null = null;
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    if (last !== null && start <= last.end) {
      if (end > last.end) last.end = end;
      continue;
    }
    last = { start, end };
    merged.push(last);
  }
  return merged;
}

/** The instants that are in both. Takes and gives unions (in order, apart). */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return common;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end < right.end) i++;
    else j++;
  }
}

/** The instants of `a` that are not in `b`. Takes and gives unions (in order, apart). */
export function subtract(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return intersect(a, complement(b));
}

/** Everything else. Takes and gives unions (in order, apart). */
export function complement(intervals: readonly Interval[]): readonly Interval[] {
  const rest: Interval[] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const taken of intervals) {
    if (start < taken.start) rest.push({ start, end: taken.start });
    start = taken.end;
  }
  if (start < Number.POSITIVE_INFINITY) rest.push({ start, end: Number.POSITIVE_INFINITY });
  return rest;
}

/** T1. The start is inside, the end is not. */
export function contains(interval: Interval, at: Instant): boolean {
  return interval.start <= at && at < interval.end;
}
