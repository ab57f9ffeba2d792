/** What a new brand still lacks: each part is in the manager’s list until it is done, and brands that are set up have no list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createPersonAccount, createStoreAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';

const product = await startDemoServer();
const { owner } = product;
const support = await product.person('suporte@oto.example');
const AT = '2026-11-01T12:00:00Z';
const password = 'oito lenços de seda';
const hostNow = () => Date.now();

async function withAccounts<T>(work: (accounts: ReturnType<typeof createAuth>['accounts']) => Promise<T>): Promise<T> {
  const url = urlOf('oto_auth', product.logins);
  const { accounts, close } = createAuth({
    ...{ url, hostNow, cookieKeys: [keysOf(secret).sessions], onError: assert.ifError },
  });
  return work(accounts).finally(close);
}

/** Creates a brand as support does, with a manager who is signed in. */
async function openBrand(slug: string, plan: string) {
  const wish = { slug, name: 'Nova', article: 'a', plan, zone: 'America/Sao_Paulo' };
  const { id: brandId } = (await support.post('/api/v1/brands', wish)).body;
  const personId = uuidv7();
  await owner.query(
    `insert into people (brand_id, id, role, name, created_at) values ($1, $2, 'brand_manager', 'Lia', $3)`,
    [brandId, personId, AT],
  );
  const email = `gestao@${slug}.example`;
  await withAccounts((accounts) => createPersonAccount(accounts, { email, name: 'Lia', brandId, personId, password }));
  const manager = product.device();
  assert.equal((await manager.post('/api/v1/session', { email, password })).status, 200);
  const missing = async () => (await manager.get('/api/v1/brand/setup')).body.missing;
  return { brandId, manager, missing };
}

async function addStore(brandId: string, code: string): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     values ($1, $2, $3::text, $3::text, 'São Paulo', 'SP', 'America/Sao_Paulo', $4)`,
    [brandId, id, code, AT],
  );
  return id;
}

async function addSeller(brandId: string, storeId: string): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at) values ($1, $2, 'seller', $3, 'Ana', $4)`,
    [brandId, id, storeId, AT],
  );
  return id;
}

const addHours = (brandId: string, storeId: string) =>
  owner.query('insert into store_hours values ($1, $2, 0, 600, 1320)', [brandId, storeId]);

test('a new brand lacks everything, and each part leaves the list when it is done', async () => {
  const { brandId, manager, missing } = await openBrand('nova', 'growth');
  const all = ['stores', 'hours', 'people', 'customers', 'quiet_hours'];
  assert.deepEqual(
    await missing(),
    all.map((part) => ({ part, stores: null })),
  );

  const stores = [await addStore(brandId, 'SP01'), await addStore(brandId, 'SP02')] as const;
  const rest = [
    { part: 'customers', stores: null },
    { part: 'quiet_hours', stores: null },
  ];
  assert.deepEqual(await missing(), [{ part: 'hours', stores: 2 }, { part: 'people', stores: 2 }, ...rest]);
  await addHours(brandId, stores[0]);
  assert.deepEqual((await missing())[0], { part: 'hours', stores: 1 });
  await addHours(brandId, stores[1]);
  assert.deepEqual(await missing(), [{ part: 'people', stores: 2 }, ...rest]);

  const pinDigests = pinDigestsBy([keysOf(secret).pins]);
  const sellers = [await addSeller(brandId, stores[0]), await addSeller(brandId, stores[1])] as const;
  for (const [n, storeId] of stores.entries()) {
    const email = `loja${n}@nova.example`;
    await withAccounts((accounts) => createStoreAccount(accounts, { email, name: 'Loja', brandId, storeId, password }));
    assert.deepEqual((await missing())[0], { part: 'people', stores: 2 - n }, 'a store’s account alone lets nobody in');
    const personId = sellers[n] as string;
    await setPin({ db: product.db, pinDigests, hostNow }, { brandId, storeId, personId }, '4827', true);
  }
  assert.deepEqual(await missing(), rest);
  await owner.query('update people set active = false where id = $1', [sellers[0]]);
  assert.deepEqual((await missing())[0], { part: 'people', stores: 1 }, 'an inactive person cannot sign in');
  await owner.query('update people set active = true where id = $1', [sellers[0]]);

  await owner.query(
    `insert into customers (brand_id, id, name, store_id, permission, created_at)
     values ($1, $2, 'Marina', $3, 'unknown', $4)`,
    [brandId, uuidv7(), stores[0], AT],
  );
  assert.deepEqual(await missing(), [{ part: 'quiet_hours', stores: null }]);
  const asked = await manager.post('/api/v1/tickets', {
    ...{ kind: 'activate', start: '20:00', end: '08:00', reason: 'Menos mensagens à noite' },
  });
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  assert.deepEqual(await missing(), []);
});

test('quiet hours that support published without a ticket are not missing', async () => {
  const { brandId, missing } = await openBrand('direta', 'enterprise');
  const publication = { policy: {}, effective: 'now', reason: 'Acordado por telefone' };
  const published = await support.post(`/api/v1/brands/${brandId}/quiet-hours`, publication);
  assert.equal(published.status, 201, JSON.stringify(published.body));
  assert.ok(!(await missing()).some(({ part }: { part: string }) => part === 'quiet_hours'));
});

test('a brand whose plan has no quiet hours is not told to ask for them', async () => {
  const { missing } = await openBrand('simples', 'starter');
  assert.deepEqual((await missing()).at(-1), { part: 'customers', stores: null });
});

test('the demo’s brands lack nothing', async () => {
  for (const slug of ['aurora', 'brisa', 'cais']) {
    const manager = await product.person(`gestao@${slug}.example`);
    assert.deepEqual((await manager.get('/api/v1/brand/setup')).body, { missing: [] }, slug);
  }
});
