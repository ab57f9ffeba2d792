/** Lints that come of where the stores are: never a moment to send, a holiday of elsewhere, a clock that will change (A4). */

import type { Policy } from '#rules/policy/policy.ts';
import { storesOpenInQuiet } from '#rules/policy/store-conflicts.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { holidaysOn } from '#rules/time/holidays/holidays.ts';
import { type Interval, subtract, union } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneClock, zoneFault } from '#rules/time/zone.ts';
import type { Finding, LintCase } from './lint-case.ts';

/**
 * In an ordinary week there is no moment at all that is open on the clocks that count, or none in which the store is open
 * too. On the customer's clock as well, every one of the country's four zones is tried. Where no store's zone is known, the
 * brand's clock is searched for an open moment.
 */
export function neverSent(asked: LintCase): Finding {
  const { policy, stores, zones, now } = asked;
  const known = stores.filter(({ zone }) => zoneFault(zone) === null);
  const names = known.filter((store) => isShut(asked, store)).map(({ name }) => name);
  const neverOpens = zones.some((zone) => openOf(policy, [zone], weekIn(zone, now)).length === 0);
  return { places: names.length > 0 || neverOpens ? ['windows'] : [], names };
}

/** The quiet hours of an ordinary week take more than 6 opening hours from a store. The store that loses most comes first. */
export function hoursLost({ policy, stores, brandZone, now }: LintCase): Finding {
  const losing = storesOpenInQuiet(stores, policy, brandZone, now)
    .filter(({ minutesAWeek }) => minutesAWeek > MOST_LOST_MINUTES)
    .toSorted((a, b) => b.minutesAWeek - a.minutesAWeek);
  return {
    places: losing.length > 0 ? ['windows'] : [],
    names: losing.map(({ storeName }) => storeName),
    minutesAWeek: losing.map(({ minutesAWeek }) => minutesAWeek),
  };
}

const MOST_LOST_MINUTES = 6 * 60;

/** An exception on the holiday of some of the stores' states silences more than an ordinary day, and so the other states' stores too. */
export function stateHolidays({ policy, stores, zones, now }: LintCase): Finding {
  const states = new Set(stores.map(({ state }) => state));
  const places: string[] = [];
  const names: string[] = [];
  for (const [index, { date }] of policy.exceptions.entries()) {
    const holidays = holidaysOn(date);
    const keeping = new Set(holidays.flatMap((holiday) => holiday.states).filter((state) => states.has(state)));
    const everywhere = holidays.some(({ scope }) => scope !== 'state');
    if (everywhere || keeping.size === 0 || keeping.size === states.size) continue;
    if (!zones.some((zone) => silencesMore(policy, index, zone, now))) continue;
    places.push(`exceptions[${index}]`);
    names.push(date);
  }
  return { places, names };
}

/** A zone whose clocks change in the next 12 months: there the silence is an hour longer or shorter on that night. */
export function clockChanges({ zones, now }: LintCase): Finding {
  const changing = zones.filter((zone) => zoneClock(zone, now, now + YEAR_MS).offsets.length > 1);
  return { places: [], names: changing };
}

const YEAR_MS = 365 * DAY_MS;

/** Brazil's offsets, a zone each: where a customer may be. */
const COUNTRY = ['America/Noronha', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'];

function isShut({ policy, zones, now }: LintCase, store: OpenStore): boolean {
  const week = weekIn(store.zone, now);
  const own = policy.clocks === 'brand' ? zones : [store.zone];
  const trials = policy.clocks === 'store-and-customer' ? COUNTRY.map((zone) => [...own, zone]) : [own];
  return trials.some((clocks) => {
    const open = openOf(policy, clocks, week);
    if (store.hours.length === 0) return open.length === 0;
    const shut = subtract([week], openIntervals(store, week.start, week.end));
    return subtract(open, shut).length === 0;
  });
}

/** What is quiet on none of the clocks. */
function openOf(policy: Policy, clocks: readonly string[], week: Interval): readonly Interval[] {
  const ordinary = { windows: policy.windows, exceptions: [] };
  const quiet = clocks.flatMap((zone) => scheduleIntervals(ordinary, zone, week.start, week.end));
  return subtract([week], union(quiet));
}

function weekIn(zone: string, now: number): Interval {
  const today = localDay(zone, now);
  return { start: startOfDay(zone, today), end: startOfDay(zone, today + 7) };
}

function silencesMore(policy: Policy, index: number, zone: string, now: number): boolean {
  const day = dayOf(policy.exceptions[index]?.date ?? '') as EpochDay;
  if (day < localDay(zone, now)) return false;
  const [from, to] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
  const usual = { ...policy, exceptions: policy.exceptions.filter((_, i) => i !== index) };
  return subtract(scheduleIntervals(policy, zone, from, to), scheduleIntervals(usual, zone, from, to)).length > 0;
}
