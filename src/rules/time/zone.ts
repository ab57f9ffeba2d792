/** Converts between wall clocks and real time: zone names, the jumps of a zone's clock, and what the clock shows. */
import { DAY_MS, type EpochDay } from './calendar.ts';
import type { Instant } from './interval.ts';

/**
 * A zone's clock over a span of time. Between jumps it runs evenly; the i-th even run is `[bounds[i], bounds[i + 1])`.
 */
export interface ZoneClock {
  readonly zone: string;
  /** The instants of the jumps, in order, between -Infinity and Infinity. */
  readonly bounds: readonly Instant[];
  /** Local time minus UTC in milliseconds, one for each even run. */
  readonly offsets: readonly number[];
}

/** A reading of a wall clock: the milliseconds since 1970 on a clock that never jumped. */
export type WallReading = number;

/**
 * Returns null for a name of the tz database, written exactly so: case matters, links and `Etc/…` are allowed, offsets
 * refused (T10).
 */
export function zoneFault(name: string | null | undefined): 'zone_missing' | 'zone_invalid' | null {
  if (name === null || name === undefined || name === '') return 'zone_missing';
  return isKnown(name) ? null : 'zone_invalid';
}

/**
 * Whether a store may choose the zone: a valid name of a place, such as `America/Manaus`, not `Etc/GMT+4`, `EST` or
 * `Brazil/West` (T10).
 */
export function isGeographicZone(name: string): boolean {
  return AREAS.has(name.slice(0, Math.max(0, name.indexOf('/')))) && zoneFault(name) === null;
}

/**
 * Returns the zone's clock from `from` to `to`, with every jump between them. Throws RangeError if `zoneFault` is not
 * null.
 */
export function zoneClock(zone: string, from: Instant, to: Instant): ZoneClock {
  if (zoneFault(zone) !== null)
    throw new RangeError(`The runtime knows no zone ${zone}: use a name of the tz database`);
  const bounds: Instant[] = [Number.NEGATIVE_INFINITY];
  const offsets: number[] = [];
  for (let era = Math.floor(from / ERA_MS); era <= Math.floor(to / ERA_MS); era++) {
    for (const { at, offset } of jumpsOf(zone, era)) {
      if (at <= from) offsets[0] = offset;
      else if (at <= to && offset !== offsets.at(-1)) {
        bounds.push(at);
        offsets.push(offset);
      }
    }
  }
  bounds.push(Number.POSITIVE_INFINITY);
  return { zone, bounds, offsets };
}

/** Returns the first instant at which the clock shows `wall`; if it never does, the instant of the jump (T4, T5). */
export function firstReading({ bounds, offsets }: ZoneClock, wall: WallReading): Instant {
  let skippedAt: Instant | null = null;
  for (let run = 0; run < offsets.length; run++) {
    const at = wall - (offsets[run] as number);
    if (at >= (bounds[run + 1] as Instant)) continue;
    if (at >= (bounds[run] as Instant)) return at;
    skippedAt ??= bounds[run] as Instant;
  }
  return skippedAt as Instant;
}

/** Returns the last instant at which the clock shows `wall`; if it never does, the instant of the jump (T4, T5). */
export function lastReading({ bounds, offsets }: ZoneClock, wall: WallReading): Instant {
  let skippedAt: Instant | null = null;
  for (let run = offsets.length - 1; run >= 0; run--) {
    const at = wall - (offsets[run] as number);
    if (at < (bounds[run] as Instant)) continue;
    if (at < (bounds[run + 1] as Instant)) return at;
    skippedAt ??= bounds[run + 1] as Instant;
  }
  return skippedAt as Instant;
}

/** A clock that reads like the zone's on the days up to `lastDay` and on the day after each. */
export interface ClockOfDays {
  readonly clock: ZoneClock;
  readonly lastDay: EpochDay;
}

/**
 * Returns the clock with which the days from `day` on are read fastest: far from jumps a clock without any, so that a
 * reading needs no search; near a jump the whole clock, for this day alone.
 */
export function clockOfDays(clock: ZoneClock, day: EpochDay): ClockOfDays {
  const { zone, bounds, offsets } = clock;
  for (let run = offsets.length - 1; ; run--) {
    const [begin, end, offset] = [bounds[run] as Instant, bounds[run + 1] as Instant, offsets[run] as number];
    if (begin > day * DAY_MS - offset - JUMP_REACH_MS) continue;
    const lastDay = Math.floor((end + offset - JUMP_REACH_MS) / DAY_MS) - 3;
    if (lastDay < day) return { clock, lastDay: day };
    return { clock: { zone, bounds: NO_JUMPS, offsets: [offset] }, lastDay };
  }
}

const NO_JUMPS = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
/** How far from a jump the clock can show the same reading again: no two offsets of a zone are two days apart. */
const JUMP_REACH_MS = 2 * DAY_MS;

const AREAS = new Set([
  'Africa',
  'America',
  'Antarctica',
  'Arctic',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
]);

interface Jump {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * Jumps are cached by zone and era of about two years, so that the first question reads few jumps. A full cache is
 * cleared completely, because the zone names come from outside.
 */
const ERA_MS = 2 ** 36;
const ERAS_KEPT = 4096;
const eras = new Map<string, readonly Jump[]>();

function jumpsOf(zone: string, era: number): readonly Jump[] {
  const key = `${zone} ${era}`;
  const known = eras.get(key);
  if (known !== undefined) return known;
  const found = lookUp(zone, era * ERA_MS, (era + 1) * ERA_MS);
  if (eras.size >= ERAS_KEPT) eras.clear();
  eras.set(key, found);
  return found;
}

/** Returns the jumps of an era. The first entry is the offset at the era's beginning. */
function lookUp(zone: string, from: Instant, to: Instant): readonly Jump[] {
  let shown: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(from) * 1_000_000n, zone);
  const jumps = [{ at: from, offset: offsetMs(shown) }];
  for (;;) {
    shown = shown.getTimeZoneTransition('next');
    if (shown === null || shown.epochMilliseconds >= to) return jumps;
    jumps.push({ at: shown.epochMilliseconds, offset: offsetMs(shown) });
  }
}

function offsetMs(shown: Temporal.ZonedDateTime): number {
  return shown.offsetNanoseconds / 1_000_000;
}

/**
 * Known names are cached without limit, since there are a few hundred. Unknown names are checked each time, because
 * they come from outside.
 */
const names = new Set<string>();

/** The first use of Temporal in a process takes a millisecond. This line takes it at process start, not in a decision. */
const EPOCH = new Temporal.ZonedDateTime(0n, 'UTC');

function isKnown(name: string): boolean {
  if (names.has(name)) return true;
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    const isName = EPOCH.withTimeZone(name).timeZoneId === name;
    if (isName) names.add(name);
    return isName;
  } catch {
    return false;
  }
}
