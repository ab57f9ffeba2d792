/**
 * Tests what a caller reads of customers over HTTP: the list, the profile and the suggestions, and of which customers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { ERASED_ROW } from '#kit/erased-row.ts';

const product = await startDemoServer();
const { owner } = product;
await product.at('2026-11-23T15:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const davi = await product.held('adrianopolis@aurora.example', '1111');
const carla = await product.person('carla@aurora.example');
const brandManager = await product.person('gestao@aurora.example');

type Client = typeof ana;
type Item = Readonly<Record<string, string | boolean | null>>;

const list = async (client: Client, query = '') => (await client.get(`/api/v1/customers${query}`)).body;
const findNames = async (client: Client, typed: string): Promise<string[]> =>
  (await list(client, `?query=${encodeURIComponent(typed)}&limit=100`)).items.map(({ name }: Item) => name);

async function listAll(client: Client, query: string, limit = 37): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Item[]; next: string | null } = await list(
      client,
      `?limit=${limit}${query}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** Inserts a customer of Aurora, in the store Paulista unless `row` names another store, without a seller. */
async function insertCustomer(name: string, row: { phone?: string; store?: string; words: string[] }): Promise<string> {
  const { rows } = await owner.query<{ id: string; brand_id: string }>(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select s.brand_id, gen_random_uuid(), $1, s.id, null, $2::text, case when $2::text is null then 'none' else 'mobile' end,
       sha256($2::bytea), 'granted', now()
     from stores s join brands b using (brand_id) where b.slug = 'aurora' and s.name = $3 returning id, brand_id`,
    [name, row.phone ?? null, row.store ?? 'Paulista'],
  );
  const [made] = rows;
  for (const word of row.words) {
    await owner.query('insert into customer_words (brand_id, word, customer_id) values ($1, $2, $3)', [
      made?.brand_id,
      word,
      made?.id,
    ]);
  }
  return made?.id ?? '';
}

test('customers are found by the beginnings of the words of their names, in any order, without accents or case', async () => {
  await insertCustomer("Érica D'Ávila Zuquim", {
    phone: '+5511909998877',
    words: ['erica', 'd', 'avila', 'davila', 'zuquim', '11909998877', '909998877', '8877'],
  });
  for (const typed of [
    'erica zuq',
    'ZUQ éri',
    "d'ávila zuquim",
    'davila zuquim',
    'érica d avila zuquim',
    '  zuquim  ',
  ]) {
    assert.deepEqual(await findNames(ana, typed), ["Érica D'Ávila Zuquim"], typed);
  }
  assert.deepEqual(await findNames(ana, 'erica zuqx'), []);
  assert.deepEqual(await findNames(ana, 'rica zuquim'), [], 'the middle of a word does not match');
  assert.deepEqual(await findNames(ana, '%'), []);
  assert.deepEqual(await findNames(ana, '{'), []);
});

test('customers are found by their numbers as people type them: whole, without area code, or by the last four digits', async () => {
  for (const typed of [
    '11909998877',
    '(11) 90999-8877',
    '+55 11 90999-8877',
    '011 909998',
    '90999',
    '8877',
    '5511909998877',
  ]) {
    assert.deepEqual(await findNames(ana, typed), ["Érica D'Ávila Zuquim"], typed);
  }
  assert.deepEqual(await findNames(ana, '09998877'), []);
});

test('the pages together list every customer of the store once, by name without regard to accents', async () => {
  await insertCustomer('Álvaro Primeiro', { words: ['alvaro', 'primeiro'] });
  const items = await listAll(ana, '');
  const { rows } = await owner.query<{ n: number }>(
    `select count(*) as n from customers c join stores s on s.brand_id = c.brand_id and s.id = c.store_id
     where s.name = 'Paulista' and c.availability = 'present'`,
  );
  assert.equal(items.length, rows[0]?.n);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  const names = items.map(({ name }) => String(name));
  const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  assert.deepEqual(
    names,
    names.toSorted((a, b) => (plain(a) < plain(b) ? -1 : plain(a) > plain(b) ? 1 : 0)),
  );
  assert.ok(names.indexOf('Álvaro Primeiro') < names.findIndex((name) => plain(name).startsWith('b')));
});

test('a seller and a store manager see the customers of their store, a brand manager those of all stores of the brand and of no other brand', async () => {
  const storesSeen = async (client: Client) => {
    const ids = (await listAll(client, '')).map(({ id }) => id);
    const { rows } = await owner.query<{ name: string }>(
      `select distinct s.name from customers c join stores s on s.brand_id = c.brand_id and s.id = c.store_id
       where c.id = any($1) order by 1`,
      [ids],
    );
    return rows.map(({ name }) => name);
  };
  assert.deepEqual(await storesSeen(ana), ['Paulista']);
  assert.deepEqual(await storesSeen(davi), ['Adrianópolis']);
  assert.deepEqual(await storesSeen(carla), ['Paulista']);
  assert.deepEqual(await storesSeen(brandManager), ['Adrianópolis', 'Bosque', 'Paulista', 'Vila dos Remédios']);
});

test('support and a caller who is not signed in see no customer', async () => {
  const support = await product.person('suporte@oto.example');
  const [{ id }] = (await list(ana)).items;
  for (const path of ['/api/v1/customers', `/api/v1/customers/${id}`, '/api/v1/suggestions']) {
    assert.equal((await support.get(path)).status, 403, path);
    assert.equal((await product.device().get(path)).status, 401, path);
  }
});

test('portfolio=mine lists only the customers of the caller’s own portfolio', async () => {
  const mine = await listAll(ana, '&portfolio=mine');
  assert.ok(mine.length > 0);
  assert.deepEqual([...new Set(mine.map(({ sellerName }) => sellerName))], ['Ana Lima']);
  assert.ok((await listAll(bruno, '&portfolio=mine')).every(({ sellerName }) => sellerName === 'Bruno Reis'));
  assert.ok((await listAll(ana, '')).length > mine.length);
});

test('quietForDays finds a customer last contacted longer ago than that, and not one contacted exactly that long ago', async () => {
  const day = 86_400_000;
  const now = Date.parse('2026-11-23T15:00:00.000Z');
  const id = await insertCustomer('Lia Exata', { words: ['lia', 'exata'] });
  const found = async () => (await list(ana, '?query=lia%20exata&quietForDays=30')).items.length;
  assert.equal(await found(), 1, 'never contacted');
  const contacted = (at: number) =>
    owner.query('update customers set last_contact_at = $2 where id = $1', [id, new Date(at).toISOString()]);
  await contacted(now - 30 * day);
  assert.equal(await found(), 0);
  await contacted(now - 30 * day - 1);
  assert.equal(await found(), 1);
});

test('the list has no number, e-mail or note, and a caller whose copy is current gets 304', async () => {
  const { status, headers, body } = await ana.get('/api/v1/customers');
  assert.equal(status, 200);
  const fields = ['id', 'lastContactAt', 'name', 'optedOut', 'permission', 'reachable', 'sellerId', 'sellerName'];
  for (const item of body.items) assert.deepEqual(Object.keys(item).sort(), fields);
  assert.equal(headers.get('cache-control'), 'no-store');
  const tag = headers.get('etag') ?? '';
  const same = await ana.get('/api/v1/customers', { 'if-none-match': tag });
  assert.deepEqual([same.status, same.body, same.headers.get('etag')], [304, null, tag]);
  // A proxy that compresses the answer weakens the tag.
  assert.equal((await ana.get('/api/v1/customers', { 'if-none-match': `W/${tag}` })).status, 304);
  assert.equal((await ana.get('/api/v1/customers', { 'if-none-match': '"another"' })).status, 200);
  assert.equal((await ana.get('/api/v1/customers?portfolio=mine', { 'if-none-match': tag })).status, 200);
});

test('a page that ends with the longest name is followed by the next page', async () => {
  const longest = ['한', '😀', '"'].map((letter) => letter.repeat(120));
  for (const name of longest) await insertCustomer(name, { words: ['compridissimo'] });
  const found = await listAll(brandManager, '&query=compridissimo', 1);
  assert.deepEqual(new Set(found.map(({ name }) => name)), new Set(longest));
});

test('unknown fields, foreign cursors and limits out of range are refused with 400', async () => {
  for (const query of [
    '?cursor=x',
    '?cursor=WzFd',
    '?limit=0',
    '?limit=101',
    '?portfolio=all',
    '?storeId=1',
    '?quietForDays=0',
  ]) {
    assert.equal((await ana.get(`/api/v1/customers${query}`)).status, 400, query);
  }
  const foreign = Buffer.from(JSON.stringify(['a', 'not an id'])).toString('base64url');
  assert.equal((await ana.get(`/api/v1/customers?cursor=${foreign}`)).status, 400);
  assert.equal((await ana.get(`/api/v1/suggestions?cursor=${foreign}`)).status, 400);
  assert.equal((await ana.get('/api/v1/suggestions?seller=1')).status, 400);
});

test('a profile has the purchases of duplicates too, the store, and whether this person may contact the customer', async () => {
  const id = await insertCustomer('Rosa Perfil', { phone: '+5511900777200', words: ['rosa', 'perfil'] });
  const duplicate = await insertCustomer('Rosa P.', { words: [] });
  await owner.query(`update customers set availability = 'merged', merged_into = $2 where id = $1`, [duplicate, id]);
  for (const [of, cents, on] of [
    [id, 10_000, '2026-03-01'],
    [duplicate, 2_550, '2026-04-01'],
  ] as const) {
    await owner.query(
      `insert into purchases (brand_id, id, customer_id, store_id, bought_on, total_cents, items)
       select brand_id, gen_random_uuid(), id, store_id, $2, $3, 'Saia' from customers where id = $1`,
      [of, on, cents],
    );
  }
  const { status, body } = await ana.get(`/api/v1/customers/${id}`);
  assert.equal(status, 200);
  assert.equal(body.phone, '+5511900777200');
  assert.deepEqual(body.purchases, [
    { boughtOn: '2026-04-01', totalCents: 2_550, items: 'Saia' },
    { boughtOn: '2026-03-01', totalCents: 10_000, items: 'Saia' },
  ]);
  assert.deepEqual([body.purchasesCount, body.purchasesTotalCents], [2, 12_550]);
  assert.deepEqual([body.storeName, body.storeCity, body.mayContact], ['Paulista', 'São Paulo', true]);
  assert.equal((await ana.get(`/api/v1/customers/${duplicate}`)).body.id, id, 'a duplicate’s id leads to the customer');
  assert.deepEqual(await findNames(ana, 'rosa p'), ['Rosa Perfil']);
});

test('a customer of another store is not found, and neither is an erased one', async () => {
  const id = await insertCustomer('Caio Longe', { store: 'Adrianópolis', words: ['caio', 'longe'] });
  assert.equal((await davi.get(`/api/v1/customers/${id}`)).status, 200);
  for (const client of [ana, carla]) assert.equal((await client.get(`/api/v1/customers/${id}`)).status, 404);
  assert.equal((await brandManager.get(`/api/v1/customers/${id}`)).status, 200);
  await owner.query(`update customers set ${ERASED_ROW} where id = $1`, [id]);
  assert.equal((await davi.get(`/api/v1/customers/${id}`)).status, 404);
  assert.deepEqual(await findNames(davi, 'caio longe'), []);
});

test('where the brand asks for portfolios, another seller’s customer can be read but not contacted', async () => {
  const [anas] = (await list(ana, '?portfolio=mine')).items;
  await owner.query(`update brands set portfolio_only = true where slug = 'aurora'`);
  const mayContact = async (client: Client) => (await client.get(`/api/v1/customers/${anas.id}`)).body.mayContact;
  try {
    assert.deepEqual([await mayContact(ana), await mayContact(bruno), await mayContact(carla)], [true, false, true]);
  } finally {
    await owner.query(`update brands set portfolio_only = false where slug = 'aurora'`);
  }
});

test('suggestions come in campaign order, with the text filled in and the reason in the reader’s language', async () => {
  const { body } = await ana.get('/api/v1/suggestions');
  assert.ok(body.items.length >= 5);
  for (const { customer, text, reason } of body.items) {
    assert.doesNotMatch(text, /[{}]/);
    assert.ok(text.includes(customer.name.split(' ')[0]), text);
    assert.equal('phone' in customer, false);
    assert.ok(reason.length > 3);
  }
  const { rows } = await owner.query<{ id: string }>(
    `select g.id from suggestions g join people p on p.brand_id = g.brand_id and p.id = g.seller_id
     where p.name = 'Ana Lima' and g.state = 'open' order by g.priority, g.id`,
  );
  assert.deepEqual(
    body.items.map(({ id }: Item) => id),
    rows.map(({ id }) => id).slice(0, body.items.length),
  );
  const english = await ana.get('/api/v1/suggestions', { 'accept-language': 'en' });
  assert.notEqual(english.body.items[0].reason, body.items[0].reason);
  const first = (await ana.get('/api/v1/suggestions?limit=2')).body;
  const second = (await ana.get(`/api/v1/suggestions?limit=100&cursor=${first.next}`)).body;
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    rows.map(({ id }) => id),
  );
});

test('a customer who moved to another store is no longer suggested to the first store’s seller', async () => {
  const [first] = (await davi.get('/api/v1/suggestions')).body.items;
  const isSuggested = async () =>
    (await davi.get('/api/v1/suggestions?limit=100')).body.items.some(({ id }: Item) => id === first.id);
  const move = (store: string) =>
    owner.query(
      `update customers c set store_id = s.id from stores s
       where s.brand_id = c.brand_id and s.name = $2 and c.id = $1`,
      [first.customer.id, store],
    );
  assert.equal(await isSuggested(), true);
  await move('Bosque');
  assert.equal(await isSuggested(), false);
  await move('Adrianópolis');
  assert.equal(await isSuggested(), true);
});

test('a suggestion dismissed as “agora não” comes back when the store’s next day begins, not before', async () => {
  await product.at('2026-11-23T15:00:00.000Z');
  const [first] = (await davi.get('/api/v1/suggestions')).body.items;
  const isSuggested = async () =>
    (await davi.get('/api/v1/suggestions?limit=100')).body.items.some(({ id }: Item) => id === first.id);
  assert.equal((await davi.post(`/api/v1/suggestions/${first.id}/dismiss`, { reason: 'not_now' })).status, 204);
  assert.equal(await isSuggested(), false);
  await product.at('2026-11-24T03:59:59.999Z');
  assert.equal(await isSuggested(), false, '23:59:59.999 in Manaus is the next day already in São Paulo');
  await product.at('2026-11-24T04:00:00.000Z');
  assert.equal(await isSuggested(), true);
  await product.at('2026-11-23T15:00:00.000Z');
});

test('a suggestion can be dismissed for good once, and only by its own seller', async () => {
  const [first] = (await ana.get('/api/v1/suggestions')).body.items;
  const dismiss = (client: Client, reason: string) =>
    client.post(`/api/v1/suggestions/${first.id}/dismiss`, { reason });
  assert.equal((await dismiss(bruno, 'other')).status, 404);
  assert.equal((await dismiss(ana, 'bored')).status, 400);
  assert.equal((await dismiss(ana, 'not_relevant')).status, 204);
  assert.equal((await dismiss(ana, 'not_relevant')).body.type, '/problems/suggestion-closed');
  const { rows } = await owner.query('select state, closed_reason from suggestions where id = $1', [first.id]);
  assert.deepEqual(rows, [{ state: 'dismissed', closed_reason: 'not_relevant' }]);
  const { body } = await ana.get(`/api/v1/customers/${first.customer.id}`);
  assert.equal(
    body.suggestions.some(({ id }: Item) => id === first.id),
    false,
  );
  const { rows: events } = await owner.query(`select kind, body from live_events where body->>'id' = $1`, [first.id]);
  assert.deepEqual(events, [{ kind: 'suggestion', body: { id: first.id } }]);
});
