/** Compiles the quiet clocks that decisions read; callers keep the result for later decisions (T8, C4). */
import type { Zones } from '#rules/contact/decision-context.ts';
import { compileTimeline, type Timeline } from '#rules/policy/timeline.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { HORIZON_MS, type QuietClock } from '#rules/time/quiet.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { LOOK_BACK_MS } from './silence.ts';

/**
 * Returns `kept` with a clock for every zone that a decision of this timeline at `now` may read; a clock that does not
 * reach far enough is compiled anew. Returns the same map if nothing changed, so that a caller can cache the map by brand
 * and revision. Zones that the runtime does not know get no clock (C4).
 */
export function quietClocks(
  timeline: Timeline,
  zones: Zones,
  now: Instant,
  kept: ReadonlyMap<string, QuietClock> = new Map(),
): ReadonlyMap<string, QuietClock> {
  let clocks = kept;
  let unknown = false;
  const want = (zone: string): void => {
    const known = clocks.get(zone);
    if (known !== undefined && reaches(known, now)) return;
    if (zoneFault(zone) !== null) unknown = true;
    else clocks = new Map(clocks).set(zone, compileTimeline(timeline, zone, now));
  };
  for (const zone of zonesRead(timeline, zones)) want(zone);
  // The clocks of all zones of the brand's stores count in place of a zone that the runtime does not know (C4).
  if (unknown) for (const zone of zones.brandStores) want(zone);
  return clocks;
}

/**
 * Whether the clock covers everything that a decision at `now` may read: how far back a silence's start is searched, and
 * how far ahead its end.
 */
function reaches(clock: QuietClock, now: Instant): boolean {
  return clock.covers(now - LOOK_BACK_MS - DAY_MS) && clock.covers(now + HORIZON_MS + DAY_MS);
}

/**
 * Returns the zones that any version of the timeline reads, because the search for an opening reaches later versions.
 */
function zonesRead({ versions }: Timeline, zones: Zones): readonly string[] {
  if (versions.length === 0) return [];
  const read = [zones.store ?? zones.brand];
  if (versions.some(({ policy }) => policy.clocks === 'brand')) read.push(zones.brand);
  if (versions.some(({ policy }) => policy.clocks === 'store-and-customer')) read.push(...zones.customer);
  return read;
}
