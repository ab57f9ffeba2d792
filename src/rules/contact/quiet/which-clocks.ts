/** Chooses the clocks that count for a contact: the store's, the customer's too, or the brand's (C1–C5). */

import type { ClockName } from '#rules/contact/decision.ts';
import type { Zones } from '#rules/contact/decision-context.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { type Instant, union } from '#rules/time/interval.ts';
import type { QuietClock } from '#rules/time/quiet.ts';

/**
 * One clock that counts: if it is quiet on this clock, it is quiet for the contact. `certain` false: the clock replaces
 * an unknown zone (C4, C5).
 */
export interface CountedClock {
  readonly name: ClockName;
  readonly zone: string;
  readonly clock: QuietClock;
  readonly certain: boolean;
}

export interface ChosenClocks {
  readonly counted: readonly CountedClock[];
  /** The clock whose zone is unknown and for which no other zone can be used; then it is quiet without an end (C4). */
  readonly blind: ClockName | null;
  /** When the choice of clocks may change by itself; null: never. */
  readonly until: Instant | null;
}

/**
 * Returns the clocks that count. `quiet` contains a clock for each zone that the runtime knows; a zone without a clock
 * is uncertain (C4).
 */
export function chooseClocks(
  setting: Policy['clocks'],
  zones: Zones,
  quiet: ReadonlyMap<string, QuietClock>,
  at: Instant,
): ChosenClocks {
  const counted: CountedClock[] = [];
  let blind: ClockName | null = null;
  let until: Instant | null = null;
  const count = (name: ClockName, zone: string, certain: boolean): void => {
    const clock = quiet.get(zone);
    if (clock !== undefined) counted.push({ name, zone, clock, certain });
    else if (!countSubstitutes(counted, name, zones, quiet)) blind ??= name;
  };

  if (setting === 'brand' || zones.store === null) count('brand', zones.brand, true);
  else count('store', zones.store, true);
  if (setting === 'store-and-customer') {
    const spread = zones.customerFrom === 'country' && zones.customer.length > 1;
    if (spread) until = startOfDay(at) + DAY_MS;
    if (spread && openMsOfDay(zones.customer, quiet, at) < MUST_STAY_OPEN) {
      count('customer', zones.customer[0] as string, false);
    } else {
      for (const zone of zones.customer) count('customer', zone, true);
    }
  }
  return { counted, blind, until };
}

/**
 * If a country's zones together leave less than this of a day open, only the zone with the most inhabitants counts
 * (C5).
 */
const MUST_STAY_OPEN = 4 * 3_600_000;

/** Adds a clock for every zone of the brand's stores that the runtime knows (C4). Returns whether there was any. */
function countSubstitutes(
  counted: CountedClock[],
  name: ClockName,
  zones: Zones,
  quiet: ReadonlyMap<string, QuietClock>,
): boolean {
  let any = false;
  for (const zone of zones.brandStores) {
    const clock = quiet.get(zone);
    if (clock === undefined) continue;
    counted.push({ name, zone, clock, certain: false });
    any = true;
  }
  return any;
}

/** Returns the open time that all zones have in common on the UTC day of `at`. */
function openMsOfDay(zones: readonly string[], quiet: ReadonlyMap<string, QuietClock>, at: Instant): number {
  const from = startOfDay(at);
  const clocks = zones.map((zone) => quiet.get(zone)).filter((clock) => clock !== undefined);
  const silent = union(clocks.flatMap((clock) => clock.intervals(from, from + DAY_MS)));
  return silent.reduce((open, { start, end }) => open - (end - start), DAY_MS);
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS;
}
