/** The answer to "is it quiet, and until when" in nanoseconds: one list of instants, and an index into it. */
import { DAY_MS } from './calendar.ts';
import type { Instant, Interval } from './interval.ts';
import { type Schedule, scheduleIntervals } from './schedule.ts';
import { zoneFault } from './zone.ts';

/** T9. What lies further away than this counts as never. */
export const HORIZON_MS = 400 * DAY_MS;

const NOT_LAID_OUT = new Float64Array(0);
const NO_SLICES = new Uint16Array(0);

/** `changesAt` is strictly later than the instant asked about; null where nothing changes within 400 days (T9). */
export interface QuietAt {
  readonly quiet: boolean;
  readonly changesAt: Instant | null;
}

/**
 * The clock of one schedule over `[from, to)`; it looks 400 days beyond both, so that each answer is the same whatever the span.
 * Throws RangeError for a zone that `zoneFault` refuses.
 */
export function compileQuiet(schedule: Schedule, zone: string, span: { from: Instant; to: Instant }): QuietClock {
  if (zoneFault(zone) !== null) throw new RangeError(`no such zone: ${zone}`);
  const { from, to } = span;
  return new QuietClock(zone, from, to, (first, last) => scheduleIntervals(schedule, zone, first, last));
}

/** The quiet intervals between two instants: a union (in order, apart), cut at both. */
export type QuietSource = (from: Instant, to: Instant) => readonly Interval[];

/**
 * Every question about quiet, read off the same intervals (T8). Each method throws RangeError for an instant that the
 * clock does not cover: a caller asks `covers` first and compiles anew.
 *
 * A clock that was just made has no list yet. The first questions of `at` lay out only the days around their instant;
 * every later question, and each question about a stretch, is answered from the whole list, which is laid out once.
 */
export class QuietClock {
  readonly zone: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly #source: QuietSource;
  #questionsBeforeList = 2;
  /** Start, end, start, end …: after an odd number of them it is quiet. Infinity closes the list. Empty until laid out. */
  #changes: Float64Array = NOT_LAID_OUT;
  /** For each slice of the span the number of changes before it, from which a short walk finds the instant. */
  #slices: Uint16Array | Uint32Array = NO_SLICES;
  #slicesPerMs = 0;

  /** `source` is asked for stretches within `[from − 400 days, to + 400 days)`. */
  constructor(zone: string, from: Instant, to: Instant, source: QuietSource) {
    if (!(from < to)) throw new RangeError(`an empty span: ${from} to ${to}`);
    this.zone = zone;
    this.from = from;
    this.to = to;
    this.#source = source;
  }

  covers(at: Instant): boolean {
    return at >= this.from && at < this.to;
  }

  /** T1, T9. */
  at(at: Instant): QuietAt {
    if (this.#changes.length === 0 && this.#questionsBeforeList-- > 0) return this.#atNearby(at);
    const next = this.#nextChange(at);
    const changesAt = this.#changes[next] as Instant;
    const quiet = (next & 1) === 1;
    // Two returns, not one with a choice in it: then the compiler need not make an object at all.
    if (changesAt - at > HORIZON_MS) return { quiet, changesAt: null };
    return { quiet, changesAt };
  }

  /** The merged quiet interval around an instant, null where it is open; beyond 400 days an end is infinite (T9). */
  intervalAt(at: Instant): Interval | null {
    const next = this.#nextChange(at);
    if ((next & 1) === 0) return null;
    const [start, end] = [this.#changes[next - 1] as Instant, this.#changes[next] as Instant];
    return {
      start: at - start < HORIZON_MS ? start : Number.NEGATIVE_INFINITY,
      end: end - at <= HORIZON_MS ? end : Number.POSITIVE_INFINITY,
    };
  }

  /** The first instant from `at` on that is not quiet, `at` itself where it is open; null beyond 400 days (T9). */
  nextOpen(at: Instant): Instant | null {
    const { quiet, changesAt } = this.at(at);
    return quiet ? changesAt : at;
  }

  /** The quiet intervals of a stretch, in order, apart, and cut at both its ends. `to` may lie up to 400 days beyond the span. */
  intervals(from: Instant, to: Instant): readonly Interval[] {
    if (to > this.to + HORIZON_MS) throw outside(this, to);
    const found: Interval[] = [];
    for (let i = this.#nextChange(from) & ~1; (this.#changes[i] as Instant) < to; i += 2) {
      found.push({
        start: Math.max(this.#changes[i] as Instant, from),
        end: Math.min(this.#changes[i + 1] as Instant, to),
      });
    }
    return found;
  }

  /** The index of the first change after `at`: odd where it is quiet. */
  #nextChange(at: Instant): number {
    if (!(at >= this.from && at < this.to)) throw outside(this, at);
    if (this.#changes.length === 0) this.#layOut();
    const changes = this.#changes;
    let next = this.#slices[((at - this.from) * this.#slicesPerMs) | 0] as number;
    while ((changes[next] as number) <= at) next++;
    return next;
  }

  /** The answer of `at` from the days around the instant alone: four times as far each time until the next change is among them. */
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
  let before = 0;
  for (let slice = 0; slice < count; slice++) {
    while (Math.floor(((changes[before] as number) - from) * slicesPerMs) < slice) before++;
    slices[slice] = before;
  }
  return slices;
}
