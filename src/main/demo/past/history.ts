/** Makes the demo's history: what its sellers did from 91 to 2 days ago. All starts on one day make the same history. */

import type { DemoCustomer } from '#main/demo/customers.ts';
import { type Seeded, seeded } from '#main/demo/seeded-random.ts';
import { DAY_MS, type EpochDay, MINUTE_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import { ActionQueue } from './action-queue.ts';
import { contactTimesOf } from './contact-times.ts';
import type { PastBrand, PastCustomer, PastPerson, PastStore } from './past-brand.ts';
import { type Past, startContact } from './seller-habits.ts';
import { PastSimulation } from './simulated-attempts.ts';

const FIRST_DAY = -91;
const LAST_DAY = -2;
/** No reserved customer was contacted in so many days. */
const UNCONTACTED_DAYS = 64;
/** The least time between two attempts for the same customer. */
const GAP_MS = 9 * DAY_MS;

/** Simulates the history of a brand. `today`: UTC midnight of the day on which the demo is made, which is after all of it. */
export function simulatePast(brand: PastBrand, today: Instant, tzVersion: string): PastSimulation {
  const chance = seeded(`${brand.slug} past`);
  const simulation = new PastSimulation(brand, { chance, tzVersion });
  const queue = new ActionQueue();
  const past: Past = { brand, simulation, queue, chance, end: today - DAY_MS };
  const first = today / DAY_MS + FIRST_DAY;
  const days = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => first + i);
  for (const store of brand.stores) {
    for (const person of store.people) {
      const times = [
        ...days.flatMap((day) => contactTimesOf(chance, store, person, day)),
        ...timesInSuspensions(past, store, days),
        ...timesOfBurst(chance, store, person, today / DAY_MS),
      ];
      for (const at of times) queue.add(at, (now) => contactSomebody(past, now, store, person));
    }
  }
  queue.run();
  return simulation;
}

/** Returns a customer before the history begins. `isReserved`: the history leaves the customer in peace; `stopped`: asked for a stop on their own. */
export function pastCustomer(facts: DemoCustomer, today: Instant, isReserved: boolean, stopped: boolean): PastCustomer {
  const known = facts.customerSince === null ? 0 : Date.parse(facts.customerSince) + 2 * DAY_MS;
  return {
    facts,
    isReserved,
    from: stopped ? Number.POSITIVE_INFINITY : known,
    until: isReserved ? today - UNCONTACTED_DAYS * DAY_MS : today,
    optedOutAt: null,
    wrongNumberAt: null,
    triedAt: null,
    isAwaited: false,
    contacts: new Map(),
    suggestions: [],
    refused: new Map(),
  };
}

/**
 * Returns a customer's last contact from before the history, at 17:00 UTC of its date. Null if the history has a contact with
 * the customer, or if the date lies within the history.
 */
export function contactBefore({ facts, contacts }: PastCustomer, today: Instant): Instant | null {
  if (contacts.size > 0) return null;
  const before = facts.lastContactOn === null ? null : Date.parse(`${facts.lastContactOn}T17:00:00Z`);
  return before !== null && before < today + (FIRST_DAY - 1) * DAY_MS ? before : null;
}

function contactSomebody(past: Past, at: Instant, store: PastStore, person: PastPerson): void {
  const own = store.customers.filter((customer) => customer.facts.sellerId === person.id && isFree(customer, at));
  const wanted = !past.chance.chance(MISTAKE);
  const found = own.filter((customer) => isFit(customer) === wanted);
  if (found.length > 0) startContact(past, at, store, person, past.chance.pick(found));
}

/** The chance that a seller picks a customer who may not be contacted. */
const MISTAKE = 0.025;

function isFree({ from, until, isAwaited, triedAt }: PastCustomer, at: Instant): boolean {
  return at >= from && at < until && !isAwaited && (triedAt === null || at - triedAt >= GAP_MS);
}

function isFit({ facts, optedOutAt, wrongNumberAt }: PastCustomer): boolean {
  const isReachable = facts.phoneKind === 'mobile' && wrongNumberAt === null;
  return isReachable && optedOutAt === null && facts.permission === 'granted';
}

/** Returns the instants of the afternoon on which a person wrote to more customers than the limit of a few minutes allows (P1). */
function timesOfBurst(
  { below }: Seeded,
  { zone }: PastStore,
  { burstDaysAgo }: PastPerson,
  today: EpochDay,
): readonly Instant[] {
  if (burstDaysAgo === undefined) return [];
  let at = startOfDay(zone, today - burstDaysAgo) + BURST_MINUTE * MINUTE_MS;
  return Array.from({ length: BURST_CONTACTS }, () => (at += (15 + below(20)) * 1_000));
}

const BURST_MINUTE = 15 * 60 + 20;
const BURST_CONTACTS = 15;

/** Returns three instants in each suspension of quiet hours: the store used the hour for which it had asked. */
function timesInSuspensions({ brand, chance }: Past, { zone }: PastStore, days: readonly EpochDay[]): Instant[] {
  return brand.log.flatMap((event) => {
    if (event.kind !== 'suspend' || event.until === null || !days.includes(localDay(zone, event.from))) return [];
    const { from, until } = event;
    return Array.from({ length: 3 }, () => from + chance.below(until - from));
  });
}
