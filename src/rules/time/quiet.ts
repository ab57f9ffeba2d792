/** Answers "is it quiet, and until when" in nanoseconds, from one list of instants and an index into it. */
import { DAY_MS } from './calendar.ts';
import type { Instant, Interval } from './interval.ts';
import { type Schedule, scheduleIntervals } from './schedule.ts';
import { zoneFault } from './zone.ts';

/** Changes further away count as never (T9). */
export const HORIZON_MS = 400 * DAY_MS;

const NOT_LAID_OUT = new Float64Array(0);
const NO_SLICES = new Uint16Array(0);

/** `changesAt` is later than the instant in question; null: nothing changes within 400 days (T9). */
export interface QuietAt {
  readonly quiet: boolean;
  readonly changesAt: Instant | null;
}

/**
 * Compiles the clock of one schedule for `[from, to)`. The clock reads 400 days beyond both ends, so that no answer
 * depends on the span. Throws RangeError for a zone that `zoneFault` refuses.
 */
export function compileQuiet(schedule: Schedule, zone: string, span: { from: Instant; to: Instant }): QuietClock {
  if (zoneFault(zone) !== null)
    throw new RangeError(`The runtime knows no zone ${zone}: use a name of the tz database`);
  const { from, to } = span;
  return new QuietClock(zone, from, to, (first, last) => scheduleIntervals(schedule, zone, first, last));
}

/** Returns the quiet intervals between two instants: a union (in order, apart), cut at both. */
export type QuietSource = (from: Instant, to: Instant) => readonly Interval[];

/**
 * Answers every question about quiet time from the same intervals (T8). Each method throws RangeError for an instant
 * that the clock does not cover: callers check `covers` first and compile again.
 *
 * A new clock has no list yet. The first calls of `at` compute only the days around their instant, those of `intervals`
 * only their span. Every later call, and each call of `intervalAt`, reads the whole list, which is computed once.
 */
export class QuietClock {
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly #source: QuietSource;
  #questionsBeforeList = 2;
  /**
   * Start, end, start, end …: after an odd number of changes it is quiet. Infinity closes the list. Empty until
   * computed.
   */
  #changes: Float64Array = NOT_LAID_OUT;
  /** For each slice of the span the number of changes before it; a short scan from there finds the instant. */
  #slices: Uint16Array | Uint32Array = NO_SLICES;
  #slicesPerMs = 0;

  /** `source` is called with spans inside `[from − 400 days, to + 400 days)`. */
  constructor(zone: string, from: Instant, to: Instant, source: QuietSource) {
    if (!(from < to))
      throw new RangeError(`The span from ${from} to ${to} is empty: its end must be later than its start`);
    this.zone = zone;
    this.from = from;
    this.to = to;
    this.#source = source;
  }

  covers(at: Instant): boolean {
    return at >= this.from && at < this.to;
  }

  /** Whether it is quiet at an instant, and when that changes (T1, T9). */
  at(at: Instant): QuietAt {
    if (this.#changes.length === 0 && this.#questionsBeforeList-- > 0) return this.#atNearby(at);
    const next = this.#nextChange(at);
    const changesAt = this.#changes[next] as Instant;
    const quiet = (next & 1) === 1;
    // Two returns instead of one conditional value let the compiler avoid creating an object.
    if (changesAt - at > HORIZON_MS) return { quiet, changesAt: null };
    return { quiet, changesAt };
  }

  /**
   * Returns the merged quiet interval around an instant; null if it is open. An end more than 400 days away is infinite
   * (T9).
   */
  intervalAt(at: Instant): Interval | null {
    const next = this.#nextChange(at);
    if ((next & 1) === 0) return null;
    const [start, end] = [this.#changes[next - 1] as Instant, this.#changes[next] as Instant];
    return {
      start: at - start < HORIZON_MS ? start : Number.NEGATIVE_INFINITY,
      end: end - at <= HORIZON_MS ? end : Number.POSITIVE_INFINITY,
    };
  }

  /** Returns the first instant from `at` on that is not quiet: `at` itself if it is open; null beyond 400 days (T9). */
  nextOpen(at: Instant): Instant | null {
    const { quiet, changesAt } = this.at(at);
    return quiet ? changesAt : at;
  }

  /**
   * Returns the quiet intervals of a span, in order, apart, cut at both ends. `to` may be up to 400 days after the
   * clock's span.
   */
  intervals(from: Instant, to: Instant): readonly Interval[] {
    if (to > this.to + HORIZON_MS) throw outside(this, to);
    if (!this.covers(from)) throw outside(this, from);
    if (from >= to) return [];
    if (this.#changes.length === 0 && this.#questionsBeforeList-- > 0) return this.#source(from, to);
    const found: Interval[] = [];
    for (let i = this.#nextChange(from) & ~1; ; i += 2) {
      const [start, end] = [this.#changes[i] as Instant, this.#changes[i + 1] as Instant];
      if (start >= to) return found;
      found.push({ start: Math.max(start, from), end: Math.min(end, to) });
    }
  }

  /** Returns the index of the first change after `at`; the index is odd if it is quiet. */
  #nextChange(at: Instant): number {
    if (!(at >= this.from && at < this.to)) throw outside(this, at);
    if (this.#changes.length === 0) this.#layOut();
    const changes = this.#changes;
    let next = this.#slices[((at - this.from) * this.#slicesPerMs) | 0] as number;
    while ((changes[next] as number) <= at) next++;
    return next;
  }

  /** Answers `at` from the days around the instant. The span grows fourfold until it contains the next change. */
  #atNearby(at: Instant): QuietAt {
    if (!this.covers(at)) throw outside(this, at);
    for (let reach = NEARBY_MS; ; reach *= 4) {
      const end = at + Math.min(reach, HORIZON_MS + 1);
      const next = this.#source(at, end)[0];
      const quiet = next !== undefined && next.start === at;
      const changesAt = quiet ? next.end : (next?.start ?? end);
      if (changesAt < end) return { quiet, changesAt };
      if (reach > HORIZON_MS) return { quiet, changesAt: null };
    }
  }

  #layOut(): void {
    const { from, to } = this;
    this.#changes = changesOf(this.#source(from - HORIZON_MS, to + HORIZON_MS));
    const count = this.#changes.length;
    this.#slicesPerMs = (2 * count) / (to - from);
    this.#slices = sliced(this.#changes, from, this.#slicesPerMs, 2 * count + 1);
  }
}

/** Most policies change within two days of any instant. */
const NEARBY_MS = 2 * DAY_MS;

function outside({ from, to, zone }: QuietClock, at: Instant): RangeError {
  return new RangeError(`${at} lies outside ${from} to ${to}, for which ${zone} was compiled`);
}

function changesOf(intervals: readonly Interval[]): Float64Array {
  const changes = new Float64Array(2 * intervals.length + 2).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < intervals.length; i++) {
    const { start, end } = intervals[i] as Interval;
    changes[2 * i] = start;
    changes[2 * i + 1] = end;
  }
  return changes;
}

function sliced(changes: Float64Array, from: Instant, slicesPerMs: number, count: number): Uint16Array | Uint32Array {
  const slices = changes.length < 65_536 ? new Uint16Array(count) : new Uint32Array(count);
  let slice = 0;
  for (let before = 0; slice < count; before++) {
    const change = changes[before] as number;
    if (change < from) continue;
    const lastSlice = Math.floor((change - from) * slicesPerMs);
    while (slice <= lastSlice && slice < count) slices[slice++] = before;
  }
  return slices;
}
