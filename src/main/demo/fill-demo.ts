/**
 * Fills the demo at the first start: each brand in one transaction, after its accounts. A start that was interrupted leaves no
 * incomplete brand, and the next start fills the missing ones.
 */

import { uuidv7 } from 'uuidv7';
import { findBrandsWithSuggestions } from '#db/campaigns/suggestion-runs.ts';
import { stopNumber } from '#db/contact/outcomes.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { saveCustomers } from '#db/customers/customer-records.ts';
import { insertCustomerWords, searchWords } from '#db/customers/customer-words.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { createBrand, findBrandIdBySlug, updateStoreZones } from '#db/people/brands.ts';
import { upsertPeople } from '#db/people/people.ts';
import { insertStoreHours, upsertStores } from '#db/people/stores.ts';
import { runSuggestions } from '#flows/campaigns/run-suggestions.ts';
import type { Accounts } from '#flows/people/accounts.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import type { PinDigests } from '#flows/sign-in/pins/pin-deps.ts';
import { writePin } from '#flows/sign-in/pins/set-pin.ts';
import type { Keys } from '#main/core/secrets/keys.ts';
import { createPersonAccount, createStoreAccount, createSupportAccount } from '#main/sign-in/accounts.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { DEMO_BRANDS, DEMO_SUPPORT, type DemoBrand } from './brands.ts';
import { insertRows } from './bulk-insert.ts';
import type { DemoCustomer } from './customers.ts';
import {
  assignIds,
  type IdentifiedBrand,
  type MadeStore,
  makeBrand,
  STOPPED,
  type StaffedStore,
} from './demo-brand.ts';
import { saveDemoCampaigns } from './demo-campaigns.ts';
import { writeRatings, writeTickets } from './demo-tickets.ts';
import { insertPolicyLog, markNoticesSeen, SINCE } from './policy-log.ts';
import { seeded } from './seeded-random.ts';
import { writeHistory } from './write-history.ts';

export interface DemoDeps {
  readonly db: Database;
  readonly accounts: Accounts;
  readonly keys: Keys;
  readonly pinDigests: PinDigests;
  readonly hostNow: () => number;
  /** UTC midnight of the day on which the demo's history ends; null: of the host's day. */
  readonly day?: number | null;
}

/** Fills the missing brands, and does not change those that exist. */
export async function fillDemo(deps: DemoDeps): Promise<void> {
  const missing: DemoBrand[] = [];
  for (const brand of DEMO_BRANDS) {
    const [found] = await deps.db.readOutside((db) => db.run(findBrandIdBySlug, { slug: brand.slug }));
    if (!found?.brandId) missing.push(brand);
  }
  if (missing.length === 0) return;
  await createSupportAccount(deps.accounts, DEMO_SUPPORT);
  const today = deps.day ?? Math.floor(deps.hostNow() / DAY_MS) * DAY_MS;
  await writeRatings(deps.db, today);
  // Waits for all brands even if one fails, so that no work continues after this function has returned.
  const hashing = { passwords: makeLanes(1), pins: makeLanes(2) };
  const filled = await Promise.allSettled(missing.map((brand) => fillBrand(deps, brand, today, hashing)));
  const failed = filled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  await makeSuggestions(deps, today);
}

/** Makes the suggestions of the day by the chore itself, as for every brand. */
async function makeSuggestions({ db, hostNow, day }: DemoDeps, today: number): Promise<void> {
  const now = day == null ? hostNow : () => today + NOON_MS;
  const chore = { db, timelines: new Timelines(), now, hostNow, newId: uuidv7 };
  const [found] = await db.readOutside((reads) => reads.run(findBrandsWithSuggestions, {}));
  for (const brandId of found?.brandIds ?? []) await runSuggestions(chore, brandId);
}

/** Noon in most of Brazil, when every store's suggestions are due. */
const NOON_MS = 15 * 3_600_000;

type RunInLane = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Returns a function that runs work in `lanes` lanes, one task after the other in each. All lanes together leave one of the
 * process's four threads free: opening a connection needs a thread within two seconds, which it does not get on a busy machine
 * if all passwords and PINs are hashed at once.
 */
function makeLanes(lanes: number): RunInLane {
  const last: Promise<unknown>[] = Array.from({ length: lanes }, () => Promise.resolve());
  let count = 0;
  return (work) => {
    const lane = count++ % lanes;
    const mine = Promise.resolve(last[lane]).then(work);
    last[lane] = mine.catch(() => undefined);
    return mine;
  };
}

async function fillBrand(
  deps: DemoDeps,
  brand: DemoBrand,
  today: number,
  hashing: { readonly passwords: RunInLane; readonly pins: RunInLane },
): Promise<void> {
  const identified = assignIds(brand);
  const { brandId, managerId, slug, name, article, plan, stores } = identified;
  // Passwords are hashed on other threads while this thread makes the brand's data.
  const signingIn = Promise.all([
    createSignIns(deps, identified, hashing.passwords),
    digestPins(deps, identified, hashing.pins),
  ]);
  const making = Promise.try(makeBrand, identified, today);
  const [[, pins], made] = await Promise.all([signingIn, making]);
  await deps.db.inBrand(brandId, async (tx) => {
    const zone = stores[0]?.zone ?? '';
    createBrand(tx, { brandId, slug, name, article, plan, zone, portfolioOnly: false }, SINCE);
    saveStores(tx, brandId, stores);
    savePeople(tx, identified);
    for (const { of, digests } of pins) await writePin(tx, of, digests, false, deps.hostNow());
    insertPolicyLog(tx, brandId, made.log);
    const people = [managerId, ...stores.flatMap(({ staff }) => staff.map(({ id }) => id))];
    await markNoticesSeen(tx, brandId, made.log, people);
    await saveDemoCampaigns(tx, { brandId, managerId }, made.campaigns);
    for (const store of made.stores) await fillStore(tx, brandId, store, deps.keys.numbers, today);
    await writeHistory(tx, made.past, made.simulation, today, deps.keys);
    writeTickets(tx, brand, { brandId, managerId, chance: seeded(`${slug} asks`) }, today);
  });
}

/** Creates the accounts before the brand is written: they need only its ids. */
async function createSignIns(
  { accounts }: DemoDeps,
  { brandId, managerId, password, manager, stores }: IdentifiedBrand,
  hash: RunInLane,
): Promise<void> {
  const ofStaff = stores.flatMap(({ staff }) =>
    staff.flatMap(({ email, ...person }) => (email ? [{ ...person, email }] : [])),
  );
  await Promise.all([
    hash(() => createPersonAccount(accounts, { ...manager, password, brandId, personId: managerId })),
    ...stores.map(({ id: storeId, name, email }) =>
      hash(() => createStoreAccount(accounts, { name, email, password, brandId, storeId })),
    ),
    ...ofStaff.map(({ id: personId, name, email }) =>
      hash(() => createPersonAccount(accounts, { name, email, password, brandId, personId })),
    ),
  ]);
}

function digestPins({ pinDigests }: DemoDeps, { brandId, stores }: IdentifiedBrand, hash: RunInLane) {
  const all = stores.flatMap(({ id: storeId, staff }) =>
    staff.map(({ id: personId, pin }) => ({ storeId, personId, pin })),
  );
  return Promise.all(
    all.map(async ({ storeId, personId, pin }) => {
      const of = { brandId, storeId, personId };
      return { of, digests: await hash(() => pinDigests(of, pin)) };
    }),
  );
}

function saveStores(tx: Tx, brandId: string, stores: readonly StaffedStore[]): void {
  const records = stores.map(({ id, code, name, city, state, zone }) => ({
    id,
    code,
    name,
    city,
    state,
    zone,
    hours: [],
  }));
  tx.send(upsertStores, { brandId, stores: records, at: SINCE });
  const hours = stores.flatMap(({ id: storeId, hours: { weekdays, sunday } }) =>
    [weekdays, weekdays, weekdays, weekdays, weekdays, weekdays, sunday].flatMap((open, weekday) =>
      open === null ? [] : [{ storeId, weekday, opensMinute: open[0], closesMinute: open[1] }],
    ),
  );
  tx.send(insertStoreHours, { brandId, hours });
  tx.send(updateStoreZones, { brandId });
}

function savePeople(tx: Tx, { brandId, managerId, manager: { name }, stores }: IdentifiedBrand): void {
  const staff = stores.flatMap(({ id: storeId, code, staff }) =>
    staff.map(({ id, name, role }, i) => ({ id, code: `${code}-${i + 1}`, name, role, storeId, active: true })),
  );
  const manager = {
    id: managerId,
    code: null,
    name,
    role: 'brand_manager',
    storeId: null,
  } as const;
  tx.send(upsertPeople, { brandId, people: [...staff, { ...manager, active: true }], at: SINCE });
}

async function fillStore(
  tx: Tx,
  brandId: string,
  { store, customers, purchaseIds }: MadeStore,
  numbers: Uint8Array,
  today: number,
): Promise<void> {
  saveCustomers(tx, brandId, customers.map(recordOf), numbers, SINCE);
  const words = customers.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) }));
  tx.send(insertCustomerWords, { brandId, customers: words });
  const purchases = customers.flatMap(({ id, sellerId, purchases }) =>
    purchases.map(({ boughtOn, totalCents, items }) => ({
      customer_id: id,
      store_id: store.id,
      seller_id: sellerId,
      bought_on: boughtOn,
      total_cents: totalCents,
      items,
    })),
  );
  await insertRows(
    tx,
    'purchases',
    purchases.map((purchase, i) => ({ brand_id: brandId, id: purchaseIds[i], ...purchase })),
  );
  const recordedBy = store.staff[0]?.id ?? '';
  for (const [i, { phone }] of customers.slice(-STOPPED).entries()) {
    if (phone === null) continue;
    tx.send(stopNumber, {
      brandId,
      numberHash: numberHash(numbers, phone),
      recordedBy,
      at: today - (5 + i) * DAY_MS,
    });
  }
}

function recordOf({ purchases, lastContactOn, ...record }: DemoCustomer) {
  return record;
}
