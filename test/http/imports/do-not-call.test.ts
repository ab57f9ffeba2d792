/** The routes of the do-not-call list: a file is counted, then changes the list, and nobody but the brand's manager may (D2c). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { sendForm } from '#kit/import-client.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const gestora = await product.person('gestao@aurora.example');
const carla = await product.person('carla@aurora.example');
const ana = await product.held('paulista@aurora.example', '1111');

const LIST = '/api/v1/do-not-call';
const send = (fields: Readonly<Record<string, string>>, file: string | null, client = gestora) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file !== null) form.set('file', new Blob([file], { type: 'text/plain' }), 'C:\\listas\\nao-me-ligue.txt');
  return sendForm(product, client, form, LIST);
};
const faultsOf = (answer: { status: number; body: { faults?: { path: string; code: string; message: string }[] } }) => [
  answer.status,
  ...(answer.body.faults ?? []).map(({ path, code }) => `${path} ${code}`),
];

test('a file is counted first, then changes the list, and a listed customer’s suggestion is refused in the reader’s words', async () => {
  const [suggestion] = (await ana.get('/api/v1/suggestions')).body.items;
  const { customer } = suggestion;
  const { phone } = (await ana.get(`/api/v1/customers/${customer.id}`)).body;
  const file = `telefone\n${phone}\n11 91234-0001\nnada`;
  const counts = { fileNumbers: 2, unreadRows: 1, unreadLines: [4], added: 2, removed: 0, listed: 2 };
  const tried = await send({ listedOn: '2026-11-01', dryRun: 'true' }, file);
  assert.deepEqual([tried.status, tried.body], [200, counts]);
  assert.deepEqual((await gestora.get(LIST)).body, { listed: 0, changes: [] });
  const added = await send({ kind: 'add', listedOn: '2026-11-01' }, file);
  assert.deepEqual([added.status, added.body], [201, counts]);
  const { body } = await gestora.get(LIST);
  assert.equal(body.listed, 2);
  const [{ id: _, at, ...change }] = body.changes;
  assert.deepEqual(change, {
    ...{ kind: 'add', listedOn: '2026-11-01', fileName: 'nao-me-ligue.txt', by: 'Gabriela Paz' },
    ...{ fileNumbers: 2, unreadRows: 1, added: 2, removed: 0, listed: 2 },
  });
  assert.match(at, /^2026-11-23T15:00:/);
  assert.ok(!JSON.stringify(body).includes(phone.slice(-8)));

  const wish = { customerId: customer.id, suggestionId: suggestion.id, text: 'Oi!' };
  const refused = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': crypto.randomUUID() });
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/do-not-call-list']);
  assert.equal(refused.body.title, 'Lista Não me ligue');
  assert.match(refused.body.detail, /^O número de \S+ está na lista Não me ligue\. Um sim do cliente/);
  const profile = await ana.post(
    '/api/v1/attempts',
    { customerId: customer.id, text: 'Oi!' },
    { 'idempotency-key': crypto.randomUUID(), 'accept-language': 'en' },
  );
  assert.deepEqual([profile.status, profile.body.decision.reason], [428, 'do_not_call_list']);
  assert.match(profile.body.detail, /is on the do-not-call list\. Go on only if you were asked to write\.$/);

  const dated = { permission: { state: 'granted', on: '2026-11-02' } };
  assert.equal((await ana.send('PATCH', `/api/v1/customers/${customer.id}`, dated)).status, 204);
  const after = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': crypto.randomUUID() });
  assert.equal(after.status, 201, 'a dated consent that a person records lifts the number');
});

test('a form that is not complete is refused with the field’s name, and changes nothing', async () => {
  const before = (await gestora.get(LIST)).body;
  const one = '11 91234-0005';
  assert.deepEqual(faultsOf(await send({}, one)), [400, 'listedOn list_date_missing']);
  assert.deepEqual(faultsOf(await send({ listedOn: 'ontem' }, one)), [400, 'listedOn invalid_format']);
  assert.deepEqual(faultsOf(await send({ listedOn: '1969-12-31' }, one)), [400, 'listedOn date_range']);
  assert.deepEqual(faultsOf(await send({ listedOn: '2026-11-24' }, one)), [400, 'listedOn date_in_future']);
  assert.deepEqual(faultsOf(await send({ kind: 'drop', listedOn: '2026-11-01' }, one)), [400, 'kind invalid_value']);
  assert.deepEqual(faultsOf(await send({ listedOn: '2026-11-01' }, '')), [400, 'file file_empty']);
  assert.deepEqual(faultsOf(await send({ listedOn: '2026-11-01' }, null)), [400, 'file invalid_type']);
  const large = await send({ listedOn: '2026-11-01' }, '1'.repeat(10 * 1024 * 1024 + 1));
  assert.deepEqual(faultsOf(large), [400, 'file list_too_large']);
  for (const file of ['nome\nMarina\nBia', 'telefone\n']) {
    const unread = await send({ kind: 'replace', listedOn: '2026-11-01' }, file);
    assert.deepEqual(faultsOf(unread), [400, 'file list_without_numbers']);
  }
  const spreadsheet = await send({ kind: 'replace', listedOn: '2026-11-01' }, 'PK\u0003\u0004xlsx');
  assert.deepEqual([spreadsheet.status, spreadsheet.body.type], [422, '/problems/import-unreadable']);
  assert.deepEqual((await gestora.get(LIST)).body, before);
});

test('the list outlives an erased customer: the next customer with the number is listed, and a copy of the data says so', async () => {
  const add = async () => (await ana.post('/api/v1/customers', { name: 'Lia Castro', phone: '11 90000-7811' })).body;
  assert.equal((await send({ listedOn: '2026-11-01' }, '(11) 90000-7811')).status, 201);
  const first = await add();
  assert.equal(first.doNotCallOn, '2026-11-01');
  const { body } = await gestora.get(`/api/v1/customers/${first.id}/export`);
  assert.equal(body.doNotCallOn, '2026-11-01');
  const cookie = [...gestora.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const page = await fetch(`${product.base}/api/v1/customers/${first.id}/export.html?language=pt-BR`, {
    headers: { cookie },
  });
  assert.match(await page.text(), /Lista Não me ligue.*o número está na lista desde 1 nov 2026/s);
  assert.equal((await gestora.post(`/api/v1/customers/${first.id}/erase`, { reason: 'pedido' })).status, 204);
  const second = await add();
  assert.notEqual(second.id, first.id);
  assert.equal(second.doNotCallOn, '2026-11-01');
  const dated = { permission: { state: 'granted', on: '2026-11-02' } };
  assert.equal((await ana.send('PATCH', `/api/v1/customers/${second.id}`, dated)).status, 204);
  assert.equal((await ana.get(`/api/v1/customers/${second.id}`)).body.doNotCallOn, null);
});

test('only the brand’s manager reads and changes the list', async () => {
  for (const client of [ana, carla]) {
    assert.equal((await client.get(LIST)).status, 403);
    assert.equal((await send({ listedOn: '2026-11-01' }, '11 91234-0006', client)).status, 403);
  }
});
