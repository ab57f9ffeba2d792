/** All of one brand of the demo, made without a database, so that it can be made while passwords are hashed. */
import { tzVersion } from '#main/core/tz-version.ts';
import { pastCustomer, pastOf } from '#main/demo/past/history.ts';
import type { PastBrand } from '#main/demo/past/past-brand.ts';
import type { PastSimulation } from '#main/demo/past/simulated-attempts.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { DemoBrand, DemoStore } from './brands.ts';
import { type DemoCustomer, demoCustomers } from './customers.ts';
import { type DemoPolicyEvent, demoPolicyLog } from './policy-log.ts';
import { type Seeded, seeded } from './seeded-random.ts';
import { type DemoSuggestion, demoSuggestions } from './suggestions.ts';
import { CAMPAIGNS } from './vocabulary.ts';

/** Whose a brand is and where: enough to give sign-ins. */
export interface FoundedBrand extends Omit<DemoBrand, 'stores'> {
  readonly brandId: string;
  readonly managerId: string;
  readonly stores: readonly StaffedStore[];
  /** What falls next is the life of its customers. */
  readonly chance: Seeded;
}

export interface StaffedStore extends DemoStore {
  readonly id: string;
  readonly code: string;
  readonly staff: readonly (DemoStore['people'][number] & { readonly id: string })[];
}

export interface MadeBrand {
  readonly log: readonly DemoPolicyEvent[];
  readonly campaigns: PastBrand['campaigns'];
  readonly stores: readonly MadeStore[];
  readonly past: PastBrand;
  readonly book: PastSimulation;
}

export interface MadeStore {
  readonly customers: readonly DemoCustomer[];
  /** In the order of the customers' purchases. */
  readonly purchaseIds: readonly string[];
  readonly suggestions: readonly DemoSuggestion[];
  readonly store: StaffedStore;
}

/** How many of each store asked to stop by themselves: the last ones, for whom there is no suggestion. */
export const STOPPED = 4;

export function foundBrand(brand: DemoBrand): FoundedBrand {
  const chance = seeded(brand.slug);
  const brandId = chance.id();
  const managerId = chance.id();
  const stores = brand.stores.map((store, i) => ({
    ...store,
    id: chance.id(),
    code: `${brand.slug.slice(0, 2).toUpperCase()}${String(i + 1).padStart(2, '0')}`,
    staff: store.people.map((person) => ({ ...person, id: chance.id() })),
  }));
  return { ...brand, brandId, managerId, stores, chance };
}

/** Once for each founding. `today`: UTC midnight. */
export function makeBrand(founded: FoundedBrand, today: Instant): MadeBrand {
  const { brandId, slug, name, article, plan, chance } = founded;
  const log = demoPolicyLog(founded, today);
  const campaigns = CAMPAIGNS.map((campaign, i) => ({ id: chance.id(), ...campaign, priority: i + 1 }));
  const stores = founded.stores.map((store) => makeStore(store, chance, today));
  const zone = founded.stores[0]?.zone ?? '';
  const past = { brandId, slug, name, article, plan, zone, log, campaigns, stores: stores.map(pastStore(today)) };
  return { log, campaigns, stores, past, book: pastOf(past, today, tzVersion) };
}

function makeStore(store: StaffedStore, chance: Seeded, today: Instant): MadeStore {
  const staffIds = store.staff.map(({ id }) => id);
  const customers = demoCustomers(chance, store, staffIds, today);
  const purchaseIds = customers.flatMap(({ purchases }) => purchases.map(() => chance.id()));
  const suggestions = demoSuggestions(chance, customers.slice(0, -STOPPED), staffIds, today);
  return { store, customers, purchaseIds, suggestions };
}

function pastStore(today: Instant) {
  return ({ store, customers, suggestions }: MadeStore): PastBrand['stores'][number] => {
    const { id, name, zone, hours, staff } = store;
    const suggested = new Set(suggestions.map(({ customerId }) => customerId));
    const lives = customers.map((customer, i) =>
      pastCustomer(customer, today, suggested.has(customer.id), i >= customers.length - STOPPED),
    );
    return { id, name, zone, hours, people: staff, customers: lives };
  };
}
