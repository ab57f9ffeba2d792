/** Fills the demo on first start: each brand in one transaction, its sign-ins before it, so that half a demo is redone. */
import { brandIdOfSlug, createBrand, storeZonesKept } from '#db/brands.ts';
import { saveCustomers } from '#db/customer-records.ts';
import { searchWords, wordsKept } from '#db/customer-words.ts';
import type { Database, Tx } from '#db/db.ts';
import { numberHash } from '#db/number-hash.ts';
import { numberStopped } from '#db/outcomes.ts';
import { peopleSaved } from '#db/people.ts';
import { policyEventAppended, policyHeadMoved } from '#db/policies.ts';
import { storeHoursSaved, storesSaved } from '#db/stores.ts';
import { instant, json } from '#db/values.ts';
import type { Accounts } from '#flows/accounts.ts';
import type { PinDigests } from '#flows/pin-deps.ts';
import { writePin } from '#flows/set-pin.ts';
import { createPersonAccount, createStoreAccount, createSupportAccount } from '#main/accounts.ts';
import type { Keys } from '#main/keys.ts';
import { parsePolicy } from '#rules/policy.ts';
import { DEMO_BRANDS, DEMO_SUPPORT, type DemoBrand, type DemoStore } from './brands.ts';
import { type DemoCustomer, demoCustomers } from './customers.ts';
import { type Seeded, seeded } from './seeded.ts';
import { demoSuggestions } from './suggestions.ts';
import { CAMPAIGNS } from './vocabulary.ts';

export interface DemoDeps {
  readonly db: Database;
  readonly accounts: Accounts;
  readonly keys: Keys;
  readonly pinDigests: PinDigests;
  readonly hostNow: () => number;
}

/** Quiet hours have been in force since then. */
const SINCE = Date.parse('2026-01-01T03:00:00.000Z');
const DAY_MS = 86_400_000;

/** Brands that are there already are left as they are. */
export async function fillDemo(deps: DemoDeps): Promise<void> {
  const missing: DemoBrand[] = [];
  for (const brand of DEMO_BRANDS) {
    const [found] = await deps.db.readOutside((db) => db.run(brandIdOfSlug, { slug: brand.slug }));
    if (!found?.brandId) missing.push(brand);
  }
  if (missing.length === 0) return;
  await createSupportAccount(deps.accounts, DEMO_SUPPORT);
  await Promise.all(missing.map((brand) => fillBrand(deps, brand)));
}

interface Staffed extends DemoStore {
  readonly id: string;
  readonly code: string;
  readonly staff: readonly (DemoStore['people'][number] & { readonly id: string })[];
}

async function fillBrand(deps: DemoDeps, brand: DemoBrand): Promise<void> {
  const chance = seeded(brand.slug);
  const brandId = chance.id();
  const managerId = chance.id();
  const stores: Staffed[] = brand.stores.map((store, i) => ({
    ...store,
    id: chance.id(),
    code: `${brand.slug.slice(0, 2).toUpperCase()}${String(i + 1).padStart(2, '0')}`,
    staff: store.people.map((person) => ({ ...person, id: chance.id() })),
  }));
  await giveSignIns(deps, brand, brandId, managerId, stores);
  const pins = await Promise.all(
    stores.flatMap(({ id: storeId, staff }) =>
      staff.map(async ({ id: personId, pin }) => {
        const of = { brandId, storeId, personId };
        return { of, digests: await deps.pinDigests(of, pin) };
      }),
    ),
  );
  await deps.db.inBrand(brandId, async (tx) => {
    const { slug, name, article, plan } = brand;
    const zone = stores[0]?.zone ?? '';
    createBrand(tx, { brandId, slug, name, article, plan, zone, portfolioOnly: false }, SINCE);
    openStores(tx, brandId, stores);
    employ(tx, brandId, brand, managerId, stores);
    for (const { of, digests } of pins) await writePin(tx, of, digests, false, deps.hostNow());
    publish(tx, brandId, brand);
    await fillStores(deps, tx, brandId, stores, chance);
  });
}

/** Accounts have ids of their own; whom they belong to is known before the brand is. */
async function giveSignIns(
  { accounts }: DemoDeps,
  { password, manager }: DemoBrand,
  brandId: string,
  managerId: string,
  stores: readonly Staffed[],
): Promise<void> {
  await createPersonAccount(accounts, { ...manager, password, brandId, personId: managerId });
  for (const { id: storeId, name, email, staff } of stores) {
    await createStoreAccount(accounts, { name, email, password, brandId, storeId });
    for (const { id: personId, name, email } of staff) {
      if (email) await createPersonAccount(accounts, { name, email, password, brandId, personId });
    }
  }
}

function openStores(tx: Tx, brandId: string, stores: readonly Staffed[]): void {
  const records = stores.map(({ id, code, name, city, state, zone }) => ({
    id,
    code,
    name,
    city,
    state,
    zone,
    hours: [],
  }));
  tx.send(storesSaved, { brandId, stores: records, at: SINCE });
  const hours = stores.flatMap(({ id: storeId, hours: { weekdays, sunday } }) =>
    [weekdays, weekdays, weekdays, weekdays, weekdays, weekdays, sunday].flatMap((open, weekday) =>
      open === null ? [] : [{ storeId, weekday, opensMinute: open[0], closesMinute: open[1] }],
    ),
  );
  tx.send(storeHoursSaved, { brandId, hours });
  tx.send(storeZonesKept, { brandId });
}

function employ(tx: Tx, brandId: string, brand: DemoBrand, managerId: string, stores: readonly Staffed[]): void {
  const staff = stores.flatMap(({ id: storeId, code, staff }) =>
    staff.map(({ id, name, role }, i) => ({ id, code: `${code}-${i + 1}`, name, role, storeId, active: true })),
  );
  const manager = {
    id: managerId,
    code: null,
    name: brand.manager.name,
    role: 'brand_manager',
    storeId: null,
  } as const;
  tx.send(peopleSaved, { brandId, people: [...staff, { ...manager, active: true }], at: SINCE });
}

function publish(tx: Tx, brandId: string, { policy: wanted }: DemoBrand): void {
  if (wanted === null) return;
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) throw new Error(`the demo's policy: ${JSON.stringify(parsed.faults)}`);
  tx.send(policyEventAppended, {
    brandId,
    revision: 1,
    at: SINCE,
    kind: 'publish',
    version: 1,
    policy: parsed.policy,
    effectiveAt: SINCE,
    from: null,
    until: null,
    cause: 'support',
    authorId: 'demo',
    authorName: DEMO_SUPPORT.name,
    reason: 'Pedido da marca: ativação',
  });
  tx.send(policyHeadMoved, { brandId, revision: 1, version: 1 });
}

async function fillStores(
  { keys, hostNow }: DemoDeps,
  tx: Tx,
  brandId: string,
  stores: readonly Staffed[],
  chance: Seeded,
): Promise<void> {
  const today = Math.floor(hostNow() / DAY_MS) * DAY_MS;
  const campaigns = CAMPAIGNS.map((campaign, i) => ({
    brand_id: brandId,
    id: chance.id(),
    ...campaign,
    priority: i + 1,
    created_at: instant(SINCE),
  }));
  await tx.q.insertInto('campaigns').values(campaigns).execute();
  const campaignIds = new Map(campaigns.map(({ name, id }) => [name, id]));

  for (const store of stores) {
    const staffIds = store.staff.map(({ id }) => id);
    const customers = demoCustomers(chance, store, staffIds, today);
    saveCustomers(tx, brandId, customers.map(recordOf), keys.numbers, SINCE);
    const words = customers.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) }));
    tx.send(wordsKept, { brandId, customers: words });
    await rememberContacts(tx, brandId, customers);
    await sell(tx, brandId, store.id, customers, chance);
    await stopSome(tx, brandId, customers, keys.numbers, staffIds[0] ?? '', today);
    const suggestions = demoSuggestions(chance, customers.slice(0, -STOPPED), staffIds, today);
    const rows = suggestions.map(({ id, campaign, priority, customerId, sellerId, reason }) => ({
      brand_id: brandId,
      id,
      campaign_id: campaignIds.get(campaign) ?? '',
      customer_id: customerId,
      seller_id: sellerId,
      priority,
      reason: json(reason) as never,
      created_at: instant(SINCE),
    }));
    await tx.q.insertInto('suggestions').values(rows).execute();
  }
}

function recordOf({ purchases, lastContactOn, ...record }: DemoCustomer) {
  return record;
}

/** Contacts of the time before this system. */
async function rememberContacts(tx: Tx, brandId: string, customers: readonly DemoCustomer[]): Promise<void> {
  for (const { id, lastContactOn } of customers) {
    if (lastContactOn === null) continue;
    const at = instant(Date.parse(`${lastContactOn}T17:00:00Z`));
    await tx.q
      .updateTable('customers')
      .set({ last_contact_at: at })
      .where('brand_id', '=', brandId)
      .where('id', '=', id)
      .execute();
  }
}

async function sell(
  tx: Tx,
  brandId: string,
  storeId: string,
  customers: readonly DemoCustomer[],
  chance: Seeded,
): Promise<void> {
  const rows = customers.flatMap(({ id: customerId, sellerId, purchases }) =>
    purchases.map(({ boughtOn, totalCents, items }) => ({
      brand_id: brandId,
      id: chance.id(),
      customer_id: customerId,
      store_id: storeId,
      seller_id: sellerId,
      bought_on: boughtOn,
      total_cents: totalCents,
      items,
    })),
  );
  await tx.q.insertInto('purchases').values(rows).execute();
}

/** How many of each store asked to stop: the last ones, for whom there is no suggestion. */
const STOPPED = 4;

async function stopSome(
  tx: Tx,
  brandId: string,
  customers: readonly DemoCustomer[],
  key: Uint8Array,
  recordedBy: string,
  today: number,
): Promise<void> {
  for (const [i, { phone }] of customers.slice(-STOPPED).entries()) {
    if (phone === null) continue;
    tx.send(numberStopped, { brandId, numberHash: numberHash(key, phone), recordedBy, at: today - (5 + i) * DAY_MS });
  }
}
