/** A customer's data as one file: complete, in three languages, safe to open, only for those who may, and noted in the log. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { CustomerExport } from '#contract/customers/privacy.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const { owner } = product;
await product.at('2026-11-23T15:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.person('carla@aurora.example');
const elsewhere = await product.held('adrianopolis@aurora.example', '9999');
const manager = await product.person('gestao@aurora.example');
const ofCais = await product.person('gestao@cais.example');
const support = await product.person('suporte@oto.example');
const cookieOf = (client: typeof ana) => [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function makeCustomer() {
  const fields = {
    name: 'Yara <b>Prado</b>',
    phone: '11 90000-7501',
    email: 'yara@example.com',
    bornOn: '1980-05-06',
    city: 'Santos',
    state: 'SP',
    note: 'Gosta de "azul" & verde',
    tags: ['vip'],
    contactFrom: '14:00',
    permission: { state: 'granted', on: '2026-11-02' },
  };
  const { status, body } = await ana.post('/api/v1/customers', fields);
  assert.equal(status, 201, JSON.stringify(body));
  await owner.query(
    `insert into purchases (brand_id, id, customer_id, store_id, bought_on, total_cents, items)
     select brand_id, $2, id, store_id, '2026-11-03', 25990, 'Casaco' from customers where id = $1`,
    [body.id, uuidv7()],
  );
  await owner.query(
    `insert into customers (brand_id, id, code, name, store_id, permission, note, availability, merged_into, created_at)
     select brand_id, $2, 'DUP', 'Yara P.', store_id, 'unknown', 'outra nota', 'merged', id, now() from customers where id = $1`,
    [body.id, uuidv7()],
  );
  const wish = { customerId: body.id, text: 'Oi, Yara! <script>1</script>' };
  const sent = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  return body.id as string;
}

const id = await makeCustomer();
const logged = async () => (await manager.get('/api/v1/privacy-log')).body.items;

test('the JSON file has all that is kept of the customer, and the log says who took it', async () => {
  const before = (await logged()).length;
  const { status, body, headers } = await carla.get(`/api/v1/customers/${id}/export`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="cliente-2026-11-23\.json"$/);
  assert.equal(headers.get('cache-control'), 'no-store');
  const data = CustomerExport.parse(body);
  const { customer, permission, purchases, contacts, duplicates, exports } = data;
  assert.deepEqual(
    [customer.name, customer.phone, customer.email, customer.bornOn, customer.city, customer.note, customer.tags],
    [
      'Yara <b>Prado</b>',
      '+5511900007501',
      'yara@example.com',
      '1980-05-06',
      'Santos',
      'Gosta de "azul" & verde',
      ['vip'],
    ],
  );
  assert.deepEqual(
    [customer.contactFrom, customer.seller, data.store, data.brand],
    ['14:00', 'Ana Lima', 'Paulista', 'Aurora'],
  );
  assert.deepEqual([permission.state, permission.on, permission.history.length], ['granted', '2026-11-02', 1]);
  assert.deepEqual(purchases, [{ on: '2026-11-03', totalCents: 25990, items: 'Casaco' }]);
  assert.deepEqual(
    duplicates.map(({ name, code, note }) => [name, code, note]),
    [['Yara P.', 'DUP', 'outra nota']],
  );
  assert.deepEqual(
    contacts.map(({ text, seller, decisions }) => [text, seller, decisions.map(({ verdict }) => verdict)]),
    [['Oi, Yara! <script>1</script>', 'Ana Lima', ['allow']]],
  );
  assert.deepEqual(
    exports.map(({ by }) => by),
    ['Carla Dias'],
    'the copy names itself',
  );
  const items = await logged();
  assert.equal(items.length, before + 1);
  const [{ what, customer: of, by, reason }] = items;
  assert.deepEqual([what, of, by, reason], ['export', { id, name: 'Yara <b>Prado</b>' }, 'Carla Dias', null]);
});

test('the page is readable in three languages, and no text of a person becomes markup', async () => {
  const titles = { 'pt-BR': 'Seus dados · Aurora', en: 'Your data at Aurora', es: 'Tus datos en Aurora' };
  for (const [language, title] of Object.entries(titles)) {
    const response = await fetch(`${product.base}/api/v1/customers/${id}/export.html?language=${language}`, {
      headers: { cookie: cookieOf(manager), 'accept-language': 'fr' },
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(response.headers.get('content-disposition') ?? '', /\.html"$/);
    const page = await response.text();
    assert.ok(page.includes(`<html lang="${language}">`) && page.includes(`<h1>${title}</h1>`), language);
    for (const text of ['(11) 90000-7501', 'yara@example.com', 'Casaco', 'Ana Lima', 'outra nota', '14:00'])
      assert.ok(page.includes(text), `${language}: ${text}`);
    assert.ok(page.includes('Yara &lt;b&gt;Prado&lt;/b&gt;') && page.includes('Gosta de &quot;azul&quot; &amp; verde'));
    assert.doesNotMatch(page, /<script|<b>/);
  }
});

test('sellers, other stores, other brands and support get no copy, and an erased customer has none', async () => {
  for (const path of [`/api/v1/customers/${id}/export`, `/api/v1/customers/${id}/export.html`]) {
    for (const client of [ana, support]) assert.equal((await client.get(path)).status, 403);
    for (const client of [elsewhere, ofCais]) assert.equal((await client.get(path)).status, 404);
  }
  for (const client of [ana, carla, support]) assert.equal((await client.get('/api/v1/privacy-log')).status, 403);
  assert.equal((await manager.post(`/api/v1/customers/${id}/erase`, { reason: 'pedido de Yara' })).status, 204);
  assert.equal((await manager.get(`/api/v1/customers/${id}/export`)).status, 404);
  const [newest, ...rest] = await logged();
  assert.deepEqual([newest.what, newest.customer, newest.reason], ['erasure', null, 'pedido de •••']);
  assert.ok(rest.every(({ customer }: { customer: { id: string } | null }) => customer?.id !== id));
  const [first] = (await manager.get('/api/v1/privacy-log?limit=1')).body.items;
  const { next } = (await manager.get('/api/v1/privacy-log?limit=1')).body;
  const second = (await manager.get(`/api/v1/privacy-log?limit=1&cursor=${next}`)).body.items[0];
  assert.notEqual(first.id, second.id);
});
