/**
 * Erasing a customer: nothing that names the customer is left in any table, in the live log, in kept answers, in the
 * server's log or in notifications; receipts, the stop list and other customers stay as they were (D1, D2, H3, R1).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { formOf, importRows, sendForm, upload, whenOver } from '#kit/import-client.ts';
import { secret } from '#kit/postgres.ts';
import { pushService } from '#kit/push-service.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { tzVersion } from '#main/core/tz-version.ts';

const logLines: string[] = [];
const product = await startDemoServer({ onLog: (line) => logLines.push(line) });
const service = await pushService();
const { owner, db } = product;
const NOON = '2026-11-23T15:00:00.000Z';
const EVENING = '2026-11-24T00:30:00.000Z';
await product.at(NOON);
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.person('carla@aurora.example');
const manager = await product.person('gestao@aurora.example');
const ofCais = await product.person('gestao@cais.example');
const support = await product.person('suporte@oto.example');

const write = (client: Client, wish: object) => client.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
const erase = (client: Client, id: string, reason: string) => client.post(`/api/v1/customers/${id}/erase`, { reason });
const add = async (fields: object): Promise<string> => {
  const { status, body } = await ana.post('/api/v1/customers', { permission: { state: 'granted' }, ...fields });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};
const brandId: string = (await owner.query(`select brand_id from brands where slug = 'aurora'`)).rows[0].brand_id;

/** A word for each field, which occurs nowhere else. */
const CANARIES = {
  name: 'Canarinho',
  duplicate: 'Canarela',
  phone: '900007341',
  email: 'canemail',
  city: 'Canaropolis',
  note: 'cananota',
  tag: 'canatag',
  code: 'CANACODE',
  item: 'canabolsa',
  suggested: 'canabrinco',
  sent: 'canaenviado',
  warned: 'canaaviso',
  held: 'canaguardado',
  reveal: 'canamotivo',
  cell: 'canacelula',
  erasure: 'canarazao',
} as const;
/** What stays readable although people wrote it about the erasure: the sense of the reason. */
const KEPT = new Set(['erasure']);

/** Returns where each canary is found: in any column of any table, also inside bytes. */
async function findCanaries(): Promise<Map<string, Set<string>>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')`,
  );
  const found = new Map<string, Set<string>>(Object.keys(CANARIES).map((field) => [field, new Set()]));
  for (const { name } of tables) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
    const text = rows.map(({ line }) => line.toLowerCase()).join('\n');
    for (const [field, word] of Object.entries(CANARIES)) {
      const hex = Buffer.from(word).toString('hex');
      if (text.includes(word.toLowerCase()) || text.includes(hex)) found.get(field)?.add(name);
    }
  }
  return found;
}

/** Fills every place in which the product keeps something of a customer. */
async function fillPlaces() {
  const id = await add({
    name: `Zuleide ${CANARIES.name}`,
    phone: `(11) ${CANARIES.phone.slice(0, 5)}-${CANARIES.phone.slice(5)}`,
    email: `${CANARIES.email}@example.com`,
    bornOn: '1971-03-09',
    city: CANARIES.city,
    state: 'SP',
    note: `Tem ${CANARIES.note}`,
    tags: [CANARIES.tag],
    contactFrom: '14:00',
  });
  const { store_id: storeId, seller_id: sellerId } = (
    await owner.query(`update customers set code = $2 where id = $1 returning store_id, seller_id`, [id, CANARIES.code])
  ).rows[0];
  const duplicate = uuidv7();
  await owner.query(
    `insert into customers (brand_id, id, code, name, store_id, permission, note, availability, merged_into, created_at)
     values ($1, $2, $3, $4, $5, 'unknown', 'x', 'merged', $6, now())`,
    [brandId, duplicate, `${CANARIES.code}2`, `Zuleide ${CANARIES.duplicate}`, storeId, id],
  );
  for (const owned of [id, duplicate])
    await owner.query(
      `insert into purchases (brand_id, id, customer_id, store_id, bought_on, total_cents, items)
       values ($1, $2, $3, $4, '2026-11-02', 12000, $5)`,
      [brandId, uuidv7(), owned, storeId, `Uma ${CANARIES.item}`],
    );
  await owner.query(
    `insert into suggestions (brand_id, id, campaign_id, customer_id, seller_id, priority, reason, created_at)
     select brand_id, $2, id, $3, $4, 1, $5, now() from campaigns where brand_id = $1 limit 1`,
    [brandId, uuidv7(), id, sellerId, JSON.stringify({ code: 'new_arrival', item: CANARIES.suggested })],
  );
  const sent = await write(ana, { customerId: id, text: `Oi, Zuleide! ${CANARIES.sent}` });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  await fillImports(id);
  await product.at(EVENING);
  const key = uuidv7();
  const warned = await bruno.post(
    '/api/v1/attempts',
    { customerId: id, text: CANARIES.warned },
    { 'idempotency-key': key },
  );
  assert.equal(warned.status, 428, JSON.stringify(warned.body));
  const held = await write(ana, { customerId: id, text: `Zuleide, ${CANARIES.held}`, hold: true });
  assert.equal(held.status, 202, JSON.stringify(held.body));
  await fillAccesses(sent.body.attempt.id);
  return { id, duplicate, sentId: sent.body.attempt.id as string, heldId: held.body.attempt.id as string };
}

/** An applied import that changed the customer, with a refused row, and a staged one. */
async function fillImports(id: string) {
  const { code: store } = (
    await owner.query(`select s.code from customers c join stores s on s.id = c.store_id where c.id = $1`, [id])
  ).rows[0];
  const row = `${CANARIES.code};Zuleide ${CANARIES.name};${store};11${CANARIES.phone};${CANARIES.note} de novo`;
  const bad = `B;;nenhuma;abc;${CANARIES.cell}`;
  const file = `codigo;nome;loja;telefone;observacao\n${row}\n${bad}`;
  const { id: importId } = await upload(product, manager, 'customers', file);
  const applied = await manager.post(`/api/v1/imports/${importId}/apply`, { skipBadRows: true });
  assert.equal(applied.status, 202, JSON.stringify(applied.body));
  await whenApplied(importId);
  const purchase = `${CANARIES.code};${store};02/11/2026;90,00;${CANARIES.item} pequena`;
  await importRows(product, manager, 'purchases', `cliente;loja;data;valor;itens\n${purchase}`);
  await upload(product, manager, 'customers', file);
}

async function whenApplied(importId: string) {
  assert.equal((await whenOver(product, manager, importId)).state, 'applied');
}

async function fillAccesses(attemptId: string) {
  const search = await support.get(`/api/v1/brands/${brandId}/attempts?query=${CANARIES.name}`);
  assert.equal(search.status, 200, JSON.stringify(search.body));
  assert.equal((await support.get(`/api/v1/brands/${brandId}/attempts?query=11${CANARIES.phone}`)).status, 200);
  const reveal = await support.post(`/api/v1/brands/${brandId}/attempts/${attemptId}/reveal`, {
    reason: CANARIES.reveal,
  });
  assert.equal(reveal.status, 200, JSON.stringify(reveal.body));
}

test('an erased customer vanishes from every table, the logs, kept answers and notifications, and the record stays whole', async () => {
  await ana.put('/api/v1/push/subscription', { ...service.browser('ana'), language: 'pt-BR' });
  const { id, duplicate, heldId } = await fillPlaces();
  const before = await findCanaries();
  for (const [field, places] of before)
    if (!KEPT.has(field)) assert.ok(places.size > 0, `the test put ${field} nowhere`);
  assert.ok(before.get('name')?.has('support_access_log') && before.get('name')?.has('import_rows'));
  const packed = async () =>
    (await owner.query('select count(*)::int as n from idempotency_keys where customer_id = $1', [id])).rows[0].n;
  assert.equal(await packed(), 3);
  const others = await othersOf(id, duplicate);

  const answer = await erase(
    manager,
    id,
    `${CANARIES.erasure}: pedido de Zuleide ${CANARIES.name}, 11${CANARIES.phone}`,
  );
  assert.equal(answer.status, 204, JSON.stringify(answer.body));

  for (const [field, places] of await findCanaries())
    assert.deepEqual([...places], KEPT.has(field) ? ['privacy_log'] : [], field);
  assert.equal(await packed(), 0);
  assert.deepEqual(await othersOf(id, duplicate), others, 'other customers stay as they were');
  const { rows } = await owner.query('select reason from privacy_log where customer_id = $1', [id]);
  assert.deepEqual(rows, [{ reason: `${CANARIES.erasure}: pedido de ••• •••, •••` }]);
  const hold = (await owner.query('select ended_as, end_reason from holds where attempt_id = $1', [heldId])).rows[0];
  assert.deepEqual(hold, { ended_as: 'cancelled', end_reason: 'customer_erased' });
  await product.at('2026-11-24T15:00:00.000Z');
  const said = [...logLines, ...service.all.map(({ message }) => message)].join('\n');
  assert.match(said, /customer erased/);
  for (const word of Object.values(CANARIES)) assert.ok(!said.includes(word), `${word} is in the log`);
  await checkRecord();
});

/** Returns digests of the rows of all other customers. */
async function othersOf(...ids: string[]) {
  const digest = async (table: string, column: string) =>
    (
      await owner.query(
        `select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as digest from ${table} t where not ${column} = any($1)`,
        [ids],
      )
    ).rows[0];
  return Promise.all([
    digest('customers', 'id'),
    digest('customer_words', 'customer_id'),
    digest('customer_tags', 'customer_id'),
    digest('purchases', 'customer_id'),
    digest('attempts', 'customer_id'),
    digest('suggestions', 'customer_id'),
    digest('holds', 'customer_id'),
    digest('idempotency_keys', 'customer_id'),
  ]);
}

async function checkRecord() {
  assert.equal((await verifyRecord(db, keysOf(secret).receipts, brandId)).broken, null, 'the chain is whole');
  const differing: unknown[] = [];
  await replayRecord({ db, timelines: new Timelines(), tzVersion }, brandId, (each) => differing.push(each));
  assert.deepEqual(differing, [], 'every receipt is decided again to the same bytes');
}

test('D1: nobody finds, reads or contacts an erased customer, and what a screen still sends leaves no text', async () => {
  await product.at(NOON);
  const id = await add({ name: 'Olga Apagada', phone: '11 90000-7401', note: 'x' });
  const first = await write(ana, { customerId: id, text: 'antes' });
  assert.equal(first.status, 201);
  assert.equal((await erase(manager, id, 'pedido')).status, 204);
  for (const client of [ana, carla, manager]) assert.equal((await client.get(`/api/v1/customers/${id}`)).status, 404);
  assert.deepEqual((await ana.get('/api/v1/customers?query=olga')).body.items, []);
  for (const wish of [{ text: 'Olga, depois' }, { text: 'Olga, depois', attemptId: first.body.attempt.id }]) {
    const refused = await write(ana, { customerId: id, ...wish });
    assert.deepEqual([refused.status, refused.body.type], [409, '/problems/customer-unavailable']);
    assert.match(refused.body.detail, /não existe mais/);
  }
  const { rows } = await owner.query('select text from attempts where customer_id = $1', [id]);
  assert.deepEqual(
    rows.map(({ text }) => text),
    [null, null],
  );
  assert.equal((await ana.send('PATCH', `/api/v1/customers/${id}`, { name: 'Olga de volta' })).status, 404);
  const { items } = (await ana.get('/api/v1/attempts')).body;
  const ofOlga = items.filter(({ customerId }: { customerId: string }) => customerId === id);
  assert.deepEqual(
    [...new Set(ofOlga.map(({ customerName }: { customerName: string }) => customerName))],
    ['Cadastro apagado'],
  );
  await checkRecord();
});

test('D2: a stop outlives the erasure: a later import of the number finds it, and a stop said afterwards binds the number too', async () => {
  const stopped = await add({ name: 'Pediu Parar', phone: '11 90000-7402' });
  assert.equal(
    (await ana.send('PATCH', `/api/v1/customers/${stopped}`, { permission: { state: 'refused' } })).status,
    204,
  );
  const open = await add({ name: 'Ainda Aberta', phone: '11 90000-7403' });
  const contact = await write(ana, { customerId: open, text: 'Oi' });
  assert.equal(contact.status, 201);
  for (const id of [stopped, open]) assert.equal((await erase(manager, id, 'pedido')).status, 204);
  const said = await ana.post(`/api/v1/attempts/${contact.body.attempt.id}/outcome`, { outcome: 'stop' });
  assert.equal(said.status, 200, JSON.stringify(said.body));

  const { code: store } = (
    await owner.query(`select s.code from stores s where s.name = 'Paulista' and s.brand_id = $1`, [brandId])
  ).rows[0];
  const file = `codigo;nome;loja;telefone;autoriza\nN1;Pediu Parar;${store};11900007402;sim\nN2;Ainda Aberta;${store};11900007403;sim\nN3;Outra Gente;${store};11900007404;sim`;
  await importRows(product, manager, 'customers', file);
  const { rows } = await owner.query(
    `select code, opted_out_at is not null as stopped from customers where code in ('N1', 'N2', 'N3') order by code`,
  );
  assert.deepEqual(rows, [
    { code: 'N1', stopped: true },
    { code: 'N2', stopped: true },
    { code: 'N3', stopped: false },
  ]);
});

test('an import recognises the code of an erased customer, and brings neither the customer nor new purchases back', async () => {
  const id = await add({ name: 'Com Código', phone: '11 90000-7405' });
  await owner.query(`update customers set code = 'ERP-9' where id = $1`, [id]);
  assert.equal((await erase(manager, id, 'pedido')).status, 204);
  const { code: store } = (
    await owner.query(`select s.code from stores s where s.name = 'Paulista' and s.brand_id = $1`, [brandId])
  ).rows[0];
  const customers = await importRows(
    product,
    manager,
    'customers',
    `codigo;nome;loja;telefone\nerp-9;Com Código;${store};11900007405`,
  );
  assert.deepEqual([customers.counts.new, customers.counts.changed, customers.counts.unchanged], [0, 0, 1]);
  const purchases = await importRows(
    product,
    manager,
    'purchases',
    `cliente;loja;data;valor;itens\nERP-9;${store};02/11/2026;90,00;Lenço`,
  );
  assert.deepEqual([purchases.counts.new, purchases.counts.refused], [0, 0]);
  const { rows } = await owner.query('select name, code, phone, availability from customers where id = $1', [id]);
  assert.deepEqual(rows, [{ name: '', code: null, phone: null, availability: 'erased' }]);
  assert.deepEqual((await owner.query('select from purchases where customer_id = $1', [id])).rows, []);
});

test('only the brand manager erases; another brand’s manager finds nothing; twice changes nothing; a running import comes first', async () => {
  const id = await add({ name: 'Quem Apaga', phone: '11 90000-7406' });
  for (const client of [ana, carla]) assert.equal((await erase(client, id, 'x')).status, 403);
  assert.equal((await erase(support, id, 'x')).status, 403);
  for (const [client, of] of [
    [ofCais, id],
    [manager, uuidv7()],
  ] as const)
    assert.equal((await erase(client, of, 'x')).status, 404);
  assert.equal((await erase(manager, id, ' ')).status, 400);
  const blocker = await owner.connect();
  try {
    await blocker.query('begin');
    await blocker.query(`select pg_advisory_xact_lock(hashtextextended('import ' || $1::text, 0))`, [brandId]);
    const waits = await erase(manager, id, 'x');
    assert.deepEqual([waits.status, waits.body.type], [409, '/problems/erasure-waits']);
  } finally {
    await blocker.query('rollback');
    blocker.release();
  }
  assert.equal((await ana.get(`/api/v1/customers/${id}`)).status, 200);
  assert.equal((await erase(manager, id, 'x')).status, 204);
  assert.equal((await erase(manager, id, 'outra vez')).status, 204);
  const { rows } = await owner.query('select reason from privacy_log where customer_id = $1', [id]);
  assert.deepEqual(rows, [{ reason: 'x' }]);
});

test('an upload that waits ends with the erasure, its person is told why, and an undo of an applied import goes on without the customer', async () => {
  const { code: store } = (
    await owner.query(`select s.code from stores s where s.name = 'Paulista' and s.brand_id = $1`, [brandId])
  ).rows[0];
  const applied = await importRows(
    product,
    manager,
    'customers',
    `codigo;nome;loja;telefone\nU1;Vai Embora;${store};11900007407\nU2;Fica Aqui;${store};11900007408`,
  );
  const waiting = await upload(product, manager, 'stores', 'codigo;nome;cidade;uf\nZ9;Nova;Recife;PE');
  const { rows } = await owner.query(`select id from customers where code = 'U1' and brand_id = $1`, [brandId]);
  assert.equal((await erase(manager, rows[0].id, 'pedido')).status, 204);
  const ended = (await manager.get(`/api/v1/imports/${waiting.id}`)).body;
  assert.equal(ended.state, 'failed');
  assert.match(ended.failure, /Um cadastro da marca foi apagado/);
  assert.deepEqual((await owner.query('select from import_files where brand_id = $1', [brandId])).rows, []);
  assert.equal((await manager.post(`/api/v1/imports/${applied.id}/undo`, {})).status, 202);
  await whenUndone(applied.id);
  const left = await owner.query(
    `select code, name, availability from customers where (code in ('U1', 'U2') or id = $2) and brand_id = $1`,
    [brandId, rows[0].id],
  );
  assert.deepEqual(left.rows, [{ code: null, name: '', availability: 'erased' }]);
  assert.equal(
    (await sendForm(product, manager, formOf('stores', 'codigo;nome;cidade;uf\nZ9;Nova;Recife;PE'))).status,
    201,
  );
});

async function whenUndone(importId: string) {
  assert.equal((await whenOver(product, manager, importId)).state, 'undone');
}
