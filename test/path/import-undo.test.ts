/** The undo of an import in the browser: what stands in its way, what ends with it, and what happens beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { importRows, openImportBrand, upload, whenOver } from '#kit/import-client.ts';
import { holdWrites } from '#kit/import-faults.ts';

const product = await startDemoServer();
const MORNING = '2026-11-23T15:00:00.000Z';
const NEXT_AFTERNOON = '2026-11-24T16:00:00.000Z';
await product.at(MORNING);
const { owner } = product;

const STORES = 'codigo;nome;cidade;uf;abre;fecha\nSP01;Paulista;São Paulo;SP;08:00;22:00\n';
const PEOPLE = 'codigo;nome;loja;papel\n1;Ana Lima;SP01;vendedora\n2;Beto Sá;SP01;gerente\n';
const CUSTOMERS = 'codigo;nome;telefone;loja;vendedor;permite_whatsapp\nC1;Marina Alves;11 91234-5678;SP01;1;sim\n';

async function countRows(table: string, brandId: string): Promise<number> {
  return (await owner.query(`select count(*)::int as n from ${table} where brand_id = $1`, [brandId])).rows[0].n;
}

/** Asks for the undo and returns the status and what stands in its way. */
async function askUndo(manager: Client, id: string) {
  const { status, body } = await manager.post(`/api/v1/imports/${id}/undo`);
  const obstacles = (body.obstacles ?? []).map(({ what }: { what: string }) => what).toSorted();
  return { status, body, obstacles };
}

async function undo(manager: Client, id: string): Promise<void> {
  const { status, body } = await askUndo(manager, id);
  assert.equal(status, 202, JSON.stringify(body));
  const over = await whenOver(product, manager, id);
  assert.equal(over.state, 'undone', JSON.stringify(over));
}

const signInsOf = async (manager: Client) => (await manager.post('/api/v1/imports/sign-ins')).body;

/** Opens the store's device with the one-time password. */
async function openStore({ email, password }: { email: string; password: string }): Promise<Client> {
  const device = product.device();
  const { status } = await device.post('/api/v1/session', { email, password, newPassword: 'um barco sem vela' });
  assert.equal(status, 200);
  return device;
}

test('the undo of new stores ends their sign-ins, and the same file makes the same e-mail again', async () => {
  const { brandId, manager } = await openImportBrand(product, 'contas');
  const stores = await importRows(product, manager, 'stores', STORES);
  const [made] = (await signInsOf(manager)).stores;
  await undo(manager, stores.id);
  const tried = await product.device().post('/api/v1/session', { email: made.email, password: made.password });
  assert.equal(tried.status, 401, JSON.stringify(tried.body));
  const { rowCount } = await owner.query(`select from auth."user" where "brandId" = $1 and kind = 'store'`, [brandId]);
  assert.equal(rowCount, 0);

  await importRows(product, manager, 'stores', STORES);
  const [again] = (await signInsOf(manager)).stores;
  assert.equal(again.email, made.email);
  assert.notEqual(again.password, made.password);
});

test('accounts that an undo left behind, because its server died, end before new ones are made', async () => {
  const { brandId, manager } = await openImportBrand(product, 'restos');
  const stores = await importRows(product, manager, 'stores', STORES);
  const [made] = (await signInsOf(manager)).stores;
  // The store is deleted as by an undo, and its account stays as if the server had died then.
  await owner.query('delete from store_hours where brand_id = $1', [brandId]);
  await owner.query('delete from stores where brand_id = $1', [brandId]);
  assert.equal(stores.counts.new, 1);
  await importRows(product, manager, 'stores', STORES);
  const [again] = (await signInsOf(manager)).stores;
  assert.equal(again.email, made.email, 'the e-mail is free again');
});

test('an undo is refused with the reason where people signed in, contacted, bought, or work on what was imported', async () => {
  const { brandId, manager } = await openImportBrand(product, 'uso');
  const stores = await importRows(product, manager, 'stores', STORES);
  const people = await importRows(product, manager, 'sellers', PEOPLE);
  const made = await signInsOf(manager);
  const device = await openStore(made.stores[0]);
  const ana = made.people.find(({ name }: { name: string }) => name === 'Ana Lima');

  assert.deepEqual((await askUndo(manager, people.id)).obstacles, [], 'a one-time PIN that nobody used is no obstacle');
  assert.equal((await whenOver(product, manager, people.id)).state, 'undone');
  assert.equal(await countRows('pins', brandId), 0);
  const refused = await askUndo(manager, stores.id);
  assert.deepEqual([refused.status, refused.obstacles], [409, ['signIns']]);
  assert.match(refused.body.detail, /já entrou/);

  const again = await importRows(product, manager, 'sellers', PEOPLE);
  const customers = await importRows(product, manager, 'customers', CUSTOMERS);
  const { people: pins } = await signInsOf(manager);
  const pin = pins.find(({ name }: { name: string }) => name === ana.name).pin;
  const { body: session } = await device.get('/api/v1/session');
  const personId = session.people.find(({ name }: { name: string }) => name === ana.name).id;
  const turn = await device.post('/api/v1/session/pin', { personId, pin, newPin: '8305' });
  assert.equal(turn.status, 200, JSON.stringify(turn.body));
  const { rows } = await owner.query('select id from customers where brand_id = $1', [brandId]);
  const wish = { customerId: rows[0].id, text: 'Oi, Marina!' };
  const attempt = await device.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.ok(attempt.status < 300, JSON.stringify(attempt.body));

  const ofCustomers = await askUndo(manager, customers.id);
  assert.deepEqual(ofCustomers.obstacles, ['contacts']);
  assert.match(ofCustomers.body.detail, /já houve 1 contato depois dela/);
  assert.deepEqual((await askUndo(manager, again.id)).obstacles, ['customers', 'newer', 'signIns']);
  await importRows(product, manager, 'purchases', 'cliente;loja;vendedor;data;total\nC1;SP01;1;01/07/2026;10,00\n');
  assert.deepEqual((await askUndo(manager, customers.id)).obstacles, ['contacts', 'newer', 'purchases']);
  assert.deepEqual((await askUndo(manager, stores.id)).obstacles, [
    'customers',
    'newer',
    'people',
    'purchases',
    'signIns',
  ]);
  assert.deepEqual([await countRows('customers', brandId), await countRows('people', brandId)], [1, 3]);
});

test('a change that a manager made in the browser stands in the way of the undo of a store', async () => {
  const { brandId, manager } = await openImportBrand(product, 'mudada');
  const { id } = await importRows(product, manager, 'stores', STORES);
  const { rows } = await owner.query('select id from stores where brand_id = $1', [brandId]);
  const changed = await manager.send('PATCH', `/api/v1/stores/${rows[0].id}`, { address: 'Rua Augusta, 100' });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.deepEqual((await askUndo(manager, id)).obstacles, ['edits']);
});

test('where somebody begins to use a new store between the check and the undo, nothing is undone, and the import says so', async () => {
  const { brandId, manager } = await openImportBrand(product, 'corrida');
  const { id } = await importRows(product, manager, 'stores', STORES);
  // A wrong PIN on a device of the store refers to the store, and no check counts it.
  await owner.query(
    `insert into pin_waits (brand_id, store_id, device_key) select brand_id, id, '' from stores where brand_id = $1`,
    [brandId],
  );
  assert.equal((await askUndo(manager, id)).status, 202);
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.interrupted], ['applied', true]);
  assert.equal(await countRows('stores', brandId), 1);
});

test('an undo and an apply of the same brand do not run beside each other, and neither do two of the same import', async (t) => {
  const { brandId, manager } = await openImportBrand(product, 'juntas');
  await importRows(product, manager, 'stores', STORES);
  const people = await importRows(product, manager, 'sellers', PEOPLE);
  const { id } = await upload(product, manager, 'customers', CUSTOMERS);
  const applyingHeld = await holdWrites(t, owner, 'customers', `new.brand_id = '${brandId}'`);
  const both = await Promise.all([0, 1].map(() => manager.post(`/api/v1/imports/${id}/apply`, {})));
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [202, 409]);
  await applyingHeld.untilReached(id);
  const beside = await askUndo(manager, people.id);
  assert.deepEqual([beside.status, beside.body.type], [409, '/problems/import-running']);
  await applyingHeld.release();
  assert.equal((await whenOver(product, manager, id)).state, 'applied');
  assert.equal(await countRows('customers', brandId), 1);

  const next = await upload(product, manager, 'customers', `${CUSTOMERS}C2;Lia Sá;11 91234-0002;SP01;1;sim\n`);
  const undoHeld = await holdWrites(t, owner, 'imports', `new.id = '${id}' and new.undoing and new.steps_done = 0`);
  const undos = await Promise.all([0, 1].map(() => manager.post(`/api/v1/imports/${id}/undo`)));
  assert.deepEqual(undos.map(({ status }) => status).toSorted(), [202, 409]);
  await undoHeld.untilReached(id);
  const apply = await manager.post(`/api/v1/imports/${next.id}/apply`, {});
  assert.deepEqual([apply.status, apply.body.type], [409, '/problems/import-running']);
  await undoHeld.release();
  assert.equal((await whenOver(product, manager, id)).state, 'undone');
  assert.equal(await countRows('customers', brandId), 0);
});

test('an undo asked for while the lock of an import that has ended is not free yet waits for the lock', async () => {
  const { brandId, manager } = await openImportBrand(product, 'logo');
  const { id } = await importRows(product, manager, 'stores', STORES);
  const holder = await owner.connect();
  try {
    await holder.query('begin');
    await holder.query(`select pg_advisory_xact_lock(hashtextextended('import ' || $1::text, 0))`, [brandId]);
    const undoing = askUndo(manager, id);
    for (let asked = 0; asked < 10; asked += 1) await manager.get(`/api/v1/imports/${id}`);
    await holder.query('commit');
    assert.equal((await undoing).status, 202);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  assert.equal((await whenOver(product, manager, id)).state, 'undone');
});

test('after a day an import cannot be undone', async (t) => {
  t.after(() => product.at(MORNING));
  const { manager } = await openImportBrand(product, 'ontem');
  const { id } = await importRows(product, manager, 'stores', STORES);
  await product.at(NEXT_AFTERNOON);
  assert.equal((await manager.get(`/api/v1/imports/${id}`)).body.undoUntil, null);
  const late = await askUndo(manager, id);
  assert.deepEqual([late.status, late.obstacles], [409, ['too_late']]);
});
