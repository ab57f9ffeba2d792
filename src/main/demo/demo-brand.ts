/** Makes all data of one brand of the demo without a database, so that this can run while passwords are hashed. */
import { tzVersion } from '#main/core/tz-version.ts';
import { pastCustomer, simulatePast } from '#main/demo/past/history.ts';
import type { PastBrand } from '#main/demo/past/past-brand.ts';
import type { PastSimulation } from '#main/demo/past/simulated-attempts.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { DemoBrand, DemoStore } from './brands.ts';
import { type DemoCustomer, demoCustomers } from './customers.ts';
import { type DemoCampaign, demoCampaigns } from './demo-campaigns.ts';
import { type DemoPolicyEvent, demoPolicyLog } from './policy-log.ts';
import { reservedCustomers } from './reserved-customers.ts';
import { type Seeded, seeded } from './seeded-random.ts';

/** A brand, its people and its stores with their ids, which is enough to create sign-ins. */
export interface IdentifiedBrand extends Omit<DemoBrand, 'stores'> {
  readonly brandId: string;
  readonly managerId: string;
  readonly stores: readonly StaffedStore[];
  /** The random numbers of the brand; the next ones are used for its customers. */
  readonly chance: Seeded;
}

export interface StaffedStore extends DemoStore {
  readonly id: string;
  readonly code: string;
  readonly staff: readonly (DemoStore['people'][number] & { readonly id: string })[];
}

export interface MadeBrand {
  readonly log: readonly DemoPolicyEvent[];
  readonly campaigns: readonly DemoCampaign[];
  readonly stores: readonly MadeStore[];
  readonly past: PastBrand;
  readonly simulation: PastSimulation;
}

export interface MadeStore {
  readonly customers: readonly DemoCustomer[];
  /** The ids in the order of the customers' purchases. */
  readonly purchaseIds: readonly string[];
  /** The customers whom the history leaves in peace. */
  readonly reserved: ReadonlySet<string>;
  readonly store: StaffedStore;
}

/** How many customers of each store asked for a stop on their own: the last ones, whom the history does not reserve. */
export const STOPPED = 4;

/** Draws the ids of a brand, its stores and its people, the same in each run. */
export function assignIds(brand: DemoBrand): IdentifiedBrand {
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

/** Makes the brand's data. May be called once for each result of `assignIds`, whose random numbers it uses. `today`: UTC midnight. */
export function makeBrand(identified: IdentifiedBrand, today: Instant): MadeBrand {
  const { brandId, slug, name, article, plan, chance } = identified;
  const log = demoPolicyLog(identified, today);
  const campaigns = demoCampaigns(chance, today);
  const stores = identified.stores.map((store) => makeStore(store, chance, today));
  const zone = identified.stores[0]?.zone ?? '';
  const past = { brandId, slug, name, article, plan, zone, log, campaigns, stores: stores.map(pastStore(today)) };
  return { log, campaigns, stores, past, simulation: simulatePast(past, today, tzVersion) };
}

function makeStore(store: StaffedStore, chance: Seeded, today: Instant): MadeStore {
  const staffIds = store.staff.map(({ id }) => id);
  const customers = demoCustomers(chance, store, staffIds, today);
  const purchaseIds = customers.flatMap(({ purchases }) => purchases.map(() => chance.id()));
  const reserved = reservedCustomers(customers.slice(0, -STOPPED), staffIds);
  return { store, customers, purchaseIds, reserved };
}

function pastStore(today: Instant) {
  return ({ store, customers, reserved }: MadeStore): PastBrand['stores'][number] => {
    const { id, name, zone, hours, staff, worksLate = false } = store;
    const lives = customers.map((customer, i) =>
      pastCustomer(customer, today, reserved.has(customer.id), i >= customers.length - STOPPED),
    );
    return { id, name, zone, worksLate, hours, people: staff, customers: lives };
  };
}
