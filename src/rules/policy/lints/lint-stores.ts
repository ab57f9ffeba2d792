/**
 * Lints about the stores: no moment to send, too many lost hours, a holiday of other states, a coming clock change
 * (A4).
 */

import type { Policy } from '#rules/policy/policy.ts';
import { findStoresOpenInQuiet } from '#rules/policy/store-conflicts.ts';
import { DAY_MS, dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { holidaysOn } from '#rules/time/holidays/holidays.ts';
import { type Interval, subtract, union } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type OpenStore, openIntervals } from '#rules/time/store-hours.ts';
import { zoneClock, zoneFault } from '#rules/time/zone.ts';
import type { Finding, LintCase } from './lint-case.ts';

/**
 * Finds stores that can never send: in an ordinary week no moment is open on the clocks that count, or none while the
 * store is open. If the customer's clock counts too, each of the country's four zones is tried. If no store's zone is
 * known, the brand's clock must have an open moment.
 */
export function findStoresNeverOpen(asked: LintCase): Finding {
  const { policy, stores, zones, now } = asked;
  const known = stores.filter(({ zone }) => zoneFault(zone) === null);
  const names = known.filter((store) => isShut(asked, store)).map(({ name }) => name);
  const neverOpens = zones.some((zone) => openOf(policy, [zone], weekIn(zone, now)).length === 0);
  return { places: names.length > 0 || neverOpens ? ['windows'] : [], names };
}

/**
 * Finds stores that lose more than 6 opening hours per ordinary week to quiet hours, the store that loses most first.
 */
export function findLostHours({ policy, stores, brandZone, now }: LintCase): Finding {
  const losing = findStoresOpenInQuiet(stores, policy, brandZone, now)
    .filter(({ minutesAWeek }) => minutesAWeek > MOST_LOST_MINUTES)
    .toSorted((a, b) => b.minutesAWeek - a.minutesAWeek);
  return {
    places: losing.length > 0 ? ['windows'] : [],
    names: losing.map(({ storeName }) => storeName),
    minutesAWeek: losing.map(({ minutesAWeek }) => minutesAWeek),
  };
}

const MOST_LOST_MINUTES = 6 * 60;

/**
 * Finds exceptions on a holiday of only some of the stores' states that are quiet longer than an ordinary day, because
 * they also affect the stores in other states.
 */
export function findStateHolidays({ policy, stores, zones, now }: LintCase): Finding {
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

/** Finds zones whose clocks change in the next 12 months: on that night quiet hours are an hour longer or shorter. */
export function findClockChanges({ zones, now }: LintCase): Finding {
  const changing = zones.filter((zone) => zoneClock(zone, now, now + YEAR_MS).offsets.length > 1);
  return { places: [], names: changing };
}

const YEAR_MS = 365 * DAY_MS;

/** One zone for each of Brazil's offsets, as the possible zones of a customer. */
const COUNTRY = ['America/Noronha', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'];

function isShut({ policy, zones, now }: LintCase, store: OpenStore): boolean {
  const week = weekIn(store.zone, now);
  const own = policy.clocks === 'brand' ? zones : [store.zone];
  const trials = policy.clocks === 'store-and-customer' ? COUNTRY.map((zone) => [...own, zone]) : [own];
  return trials.some((clocks) => {
    const open = openOf(policy, clocks, week);
    if (store.hours.length === 0) return open.length === 0;
    const shut = subtract([week], openIntervals({ ...store, dates: [] }, week.start, week.end));
    return subtract(open, shut).length === 0;
  });
}

/** Returns the intervals of the week that are quiet on none of the clocks. */
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
