/** The one place where the clock on a wall and real time meet: zone names, when a zone's clock jumps, and what it shows. */
import type { Instant } from './interval.ts';

/** A zone's clock over a stretch of time: it runs evenly but for its jumps. The i-th even run is `[bounds[i], bounds[i + 1])`. */
export interface ZoneClock {
  readonly zone: string;
  /** The instants of the jumps in order, between -Infinity and Infinity. */
  readonly bounds: readonly Instant[];
  /** Local minus UTC in milliseconds, one for each even run. */
  readonly offsets: readonly number[];
}

/** A reading of a wall clock: the milliseconds that would have passed since 1970 had that clock never jumped. */
export type WallReading = number;

/** T10. Null for a name of the tz database as written there: case matters, links and `Etc/…` are kept, offsets refused. */
export function zoneFault(name: string | null | undefined): 'zone_missing' | 'zone_invalid' | null {
  if (name === null || name === undefined || name === '') return 'zone_missing';
  return isKnown(name) ? null : 'zone_invalid';
}

/** T10. What a store may choose: a valid name of a place, such as `America/Manaus`, not `Etc/GMT+4`, `EST` or `Brazil/West`. */
export function isGeographicZone(name: string): boolean {
  return AREAS.has(name.slice(0, Math.max(0, name.indexOf('/')))) && zoneFault(name) === null;
}

/** The zone's clock from `from` to `to`, every jump between them included. Throws RangeError where `zoneFault` is not null. */
export function zoneClock(zone: string, from: Instant, to: Instant): ZoneClock {
  if (zoneFault(zone) !== null) throw new RangeError(`no such zone: ${zone}`);
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

/** T4, T5. The first instant at which the clock shows `wall`; the instant of the jump where it never does. */
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

/** T4, T5. The last instant at which the clock shows `wall`; the instant of the jump where it never does. */
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

/** Jumps are looked up once per zone and era of some two years (the first question then finds few jumps); the cache is dropped whole when full, for names come from outside. */
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

/** The first is the offset with which the era begins. */
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

/** Names that were found, for ever: there are a few hundred. Others are looked for each time, for they come from outside. */
const names = new Set<string>();

function isKnown(name: string): boolean {
  if (names.has(name)) return true;
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    const isName = new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
    if (isName) names.add(name);
    return isName;
  } catch {
    return false;
  }
}
