/** The one place where the clock on a wall and real time meet: zone names, when a zone's clock jumps, and what it shows. */
import type { Instant } from './interval.ts';

/** What a zone's clock does over a stretch of time: it runs evenly but for its jumps. */
export interface ZoneClock {
  readonly zone: string;
  /** The instants of the jumps, in order. */
  readonly jumps: readonly Instant[];
  /** Local minus UTC in milliseconds: `offsets[i]` holds up to `jumps[i]`, `offsets[i + 1]` from it on. */
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
  const jumps: Instant[] = [];
  const offsets: number[] = [];
  for (let era = Math.floor(from / ERA_MS); era <= Math.floor(to / ERA_MS); era++) {
    const known = eraOf(zone, era);
    if (offsets.length === 0) offsets.push(known.offsets[0] as number);
    for (let i = 0; i < known.jumps.length; i++) {
      const at = known.jumps[i] as Instant;
      const offset = known.offsets[i + 1] as number;
      if (at <= from) offsets[0] = offset;
      else if (at <= to) {
        jumps.push(at);
        offsets.push(offset);
      }
    }
  }
  return { zone, jumps, offsets };
}

/** T4, T5. The first instant at which the clock shows `wall`; the instant of the jump where it never does. */
export function firstReading({ jumps, offsets }: ZoneClock, wall: WallReading): Instant {
  let skippedAt: Instant | null = null;
  for (let i = 0; i < offsets.length; i++) {
    const at = wall - (offsets[i] as number);
    const since = jumps[i - 1] ?? Number.NEGATIVE_INFINITY;
    if (at >= (jumps[i] ?? Number.POSITIVE_INFINITY)) continue;
    if (at >= since) return at;
    if (wall - (offsets[i - 1] as number) >= since) skippedAt ??= since;
  }
  return skippedAt as Instant;
}

/** T4, T5. The last instant at which the clock shows `wall`; the instant of the jump where it never does. */
export function lastReading({ jumps, offsets }: ZoneClock, wall: WallReading): Instant {
  let skippedAt: Instant | null = null;
  for (let i = offsets.length - 1; i >= 0; i--) {
    const at = wall - (offsets[i] as number);
    const until = jumps[i] ?? Number.POSITIVE_INFINITY;
    if (at < (jumps[i - 1] ?? Number.NEGATIVE_INFINITY)) continue;
    if (at < until) return at;
    if (wall - (offsets[i + 1] as number) < until) skippedAt ??= until;
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

/** Jumps are looked up once per zone and era of some 35 years; the cache is dropped whole when full, for names come from outside. */
const ERA_MS = 2 ** 40;
const ERAS_KEPT = 4096;
const eras = new Map<string, Omit<ZoneClock, 'zone'>>();

function eraOf(zone: string, era: number): Omit<ZoneClock, 'zone'> {
  const key = `${zone} ${era}`;
  const found = eras.get(key) ?? lookUp(zone, era * ERA_MS, (era + 1) * ERA_MS);
  if (eras.size >= ERAS_KEPT) eras.clear();
  eras.set(key, found);
  return found;
}

function lookUp(zone: string, from: Instant, to: Instant): Omit<ZoneClock, 'zone'> {
  const jumps: Instant[] = [];
  let shown: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(from) * 1_000_000n, zone);
  const offsets = [offsetMs(shown)];
  for (;;) {
    shown = shown.getTimeZoneTransition('next');
    if (shown === null || shown.epochMilliseconds >= to) return { jumps, offsets };
    jumps.push(shown.epochMilliseconds);
    offsets.push(offsetMs(shown));
  }
}

function offsetMs(shown: Temporal.ZonedDateTime): number {
  return shown.offsetNanoseconds / 1_000_000;
}

function isKnown(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
  } catch {
    return false;
  }
}
