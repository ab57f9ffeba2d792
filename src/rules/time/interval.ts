/** Defines intervals of real time and their set operations, on which every answer about quiet hours is based (T8). */

/** Epoch milliseconds in UTC. Wall clocks are never used here. */
export type Instant = number;

/** Half-open, `[start, end)` (T1). `-Infinity` and `Infinity` mean "always was" and "never ends". */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Returns the union, in order: touching and overlapping intervals are merged, empty ones removed (T6). The order of the
 * input does not matter; input that is a union is returned as it is.
 */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  if (isUnion(intervals)) return intervals;
  const merged: Interval[] = [];
  let last: { start: Instant; end: Instant } | null = null;
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    if (last !== null && start <= last.end) {
      last.end = Math.max(last.end, end);
      continue;
    }
    last = { start, end };
    merged.push(last);
  }
  return merged;
}

/** Returns the instants that are in both. Arguments and result are unions (in order, apart). */
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

/** Returns the instants of `a` that are not in `b`. Arguments and result are unions (in order, apart). */
export function subtract(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return intersect(a, complement(b));
}

/** Returns all other instants. Argument and result are unions (in order, apart). */
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

/** Whether the interval contains the instant: the start is inside, the end is not (T1). */
export function contains(interval: Interval, at: Instant): boolean {
  return interval.start <= at && at < interval.end;
}

/** Whether the intervals are in order, apart and not empty. False for an interval that always was, which only costs time. */
function isUnion(intervals: readonly Interval[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const interval of intervals) {
    if (interval.start <= end || interval.start >= interval.end) return false;
    end = interval.end;
  }
  return true;
}
