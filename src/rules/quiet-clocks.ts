/** The clocks a decision reads, compiled once and kept by whoever asks again (T8, C4). */
import type { Zones } from './decision-context.ts';
import { LOOK_BACK_MS } from './silence.ts';
import { DAY_MS } from './time/calendar.ts';
import type { Instant } from './time/interval.ts';
import { HORIZON_MS, type QuietClock } from './time/quiet.ts';
import { compileTimeline, type Timeline } from './time/timeline.ts';
import { zoneFault } from './time/zone.ts';

/**
 * `kept` with a clock for every zone that a decision of this timeline at `now` may read; `kept` itself where nothing was
 * missing, so that it can be held per brand and revision. Zones that the runtime does not know get none (C4).
 */
export function quietClocks(
  timeline: Timeline,
  zones: Zones,
  now: Instant,
  kept: ReadonlyMap<string, QuietClock> = new Map(),
): ReadonlyMap<string, QuietClock> {
  let clocks: Map<string, QuietClock> | null = null;
  for (const zone of zonesRead(timeline, zones)) {
    const known = kept.get(zone);
    if (known !== undefined && reaches(known, now)) continue;
    clocks ??= new Map(kept);
    clocks.set(zone, compileTimeline(timeline, zone, now));
  }
  return clocks ?? kept;
}

/** Whether a decision at `now` finds its quiet interval behind it and its opening ahead of it on this clock. */
function reaches(clock: QuietClock, now: Instant): boolean {
  return clock.covers(now - LOOK_BACK_MS - DAY_MS) && clock.covers(now + HORIZON_MS + DAY_MS);
}

function zonesRead({ versions }: Timeline, zones: Zones): readonly string[] {
  if (versions.length === 0) return [];
  const asked = [zones.store ?? zones.brand];
  if (versions.some(({ policy }) => policy.clocks === 'brand')) asked.push(zones.brand);
  if (versions.some(({ policy }) => policy.clocks === 'store-and-customer')) asked.push(...zones.customer);
  const known = asked.filter(isKnown);
  return known.length === asked.length ? known : [...known, ...zones.brandStores.filter(isKnown)];
}

function isKnown(zone: string): boolean {
  return zoneFault(zone) === null;
}
