/** Ninety days behind the demo: what its sellers did between −91 and −2 days, the same for everybody who starts it on one day. */

import type { DemoCustomer } from '#main/demo/customers.ts';
import { seeded } from '#main/demo/seeded-random.ts';
import { DAY_MS, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { ActionQueue } from './action-queue.ts';
import { thoughtsOf } from './contact-times.ts';
import type { PastBrand, PastCustomer, PastPerson, PastStore } from './past-brand.ts';
import { type Past, thinkOf } from './seller-habits.ts';
import { PastSimulation } from './simulated-attempts.ts';

const FIRST_DAY = -91;
const LAST_DAY = -2;
/** Whoever is suggested today has been left in peace for two months. */
const PEACE_DAYS = 64;
/** Between two wishes to write to the same customer. */
const GAP_MS = 9 * DAY_MS;

/** `today`: UTC midnight of the day on which the demo is made. Nothing is later than its beginning. */
export function pastOf(brand: PastBrand, today: Instant, tzVersion: string): PastSimulation {
  const chance = seeded(`${brand.slug} past`);
  const book = new PastSimulation(brand, { chance, tzVersion });
  const agenda = new ActionQueue();
  const past: Past = { brand, book, agenda, chance, end: today - DAY_MS };
  const first = today / DAY_MS + FIRST_DAY;
  const days = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => first + i);
  for (const store of brand.stores) {
    for (const person of store.people) {
      const thoughts = [
        ...days.flatMap((day) => thoughtsOf(chance, store, person, day)),
        ...inPauses(past, store, days),
      ];
      for (const at of thoughts) agenda.add(at, (now) => think(past, now, store, person));
    }
  }
  agenda.live();
  return book;
}

/** A customer as of before the past: `isSuggested` today, or of those who `stopped` by themselves. */
export function pastCustomer(
  facts: DemoCustomer,
  today: Instant,
  isSuggested: boolean,
  stopped: boolean,
): PastCustomer {
  const known = facts.customerSince === null ? 0 : Date.parse(facts.customerSince) + 2 * DAY_MS;
  return {
    facts,
    isSuggested,
    from: stopped ? Number.POSITIVE_INFINITY : known,
    until: isSuggested ? today - PEACE_DAYS * DAY_MS : today,
    optedOutAt: null,
    wrongNumberAt: null,
    triedAt: null,
    isAwaited: false,
    contacts: new Map(),
    suggestions: [],
    refused: new Map(),
  };
}

/** The contact of before this system, where the past told here left none; null where it would lie in the days of that past. */
export function contactBefore({ facts, contacts }: PastCustomer, today: Instant): Instant | null {
  if (contacts.size > 0) return null;
  const before = facts.lastContactOn === null ? null : Date.parse(`${facts.lastContactOn}T17:00:00Z`);
  return before !== null && before < today + (FIRST_DAY - 1) * DAY_MS ? before : null;
}

function think(past: Past, at: Instant, store: PastStore, person: PastPerson): void {
  const own = store.customers.filter((customer) => customer.facts.sellerId === person.id && isFree(customer, at));
  const wanted = !past.chance.chance(OVERSIGHT);
  const found = own.filter((customer) => isFit(customer) === wanted);
  if (found.length > 0) thinkOf(past, at, store, person, past.chance.pick(found));
}

/** Somebody is tried who cannot be written to. */
const OVERSIGHT = 0.025;

function isFree({ from, until, isAwaited, triedAt }: PastCustomer, at: Instant): boolean {
  return at >= from && at < until && !isAwaited && (triedAt === null || at - triedAt >= GAP_MS);
}

function isFit({ facts, optedOutAt, wrongNumberAt }: PastCustomer): boolean {
  const isReachable = facts.phoneKind === 'mobile' && wrongNumberAt === null;
  return isReachable && optedOutAt === null && facts.permission === 'granted';
}

/** While quiet hours paused, the store used the hour it had asked for. */
function inPauses({ brand, chance }: Past, { zone }: PastStore, days: readonly EpochDay[]): Instant[] {
  return brand.log.flatMap((event) => {
    if (event.kind !== 'suspend' || event.until === null || !days.includes(localDay(zone, event.from))) return [];
    const { from, until } = event;
    return Array.from({ length: 3 }, () => from + chance.below(until - from));
  });
}
