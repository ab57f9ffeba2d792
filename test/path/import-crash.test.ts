/** An import in the browser whose process dies leaves all of its rows or none, says so, and can be tried again. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Server } from '#chaos/product/server.ts';
import { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { formOf, importRows, openImportBrand, sendForm, upload, whenOver } from '#kit/import-client.ts';
import { holdWrites, killImportWorkers, untilImportLockIsFree } from '#kit/import-faults.ts';
import { secret } from '#kit/postgres.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const { owner } = product;
const { manager, brandId } = await openImportBrand(product, 'quedas');
await importRows(product, manager, 'stores', 'codigo;nome;cidade;uf\nSP01;Paulista;São Paulo;SP\n');
await importRows(product, manager, 'sellers', 'codigo;nome;loja\n1;Ana Lima;SP01\n');

/** Enough customers for three steps. */
const COUNT = 1_200;

/** A file of new customers, whose codes begin with `prefix`. */
function customersFile(prefix: string, area: number): string {
  const rows = Array.from(
    { length: COUNT },
    (_, n) => `${prefix}${n};Marina ${prefix} ${n};+55${area}9${20_000_000 + n};SP01;1`,
  );
  return ['codigo;nome;telefone;loja;vendedor', ...rows].join('\n');
}

async function countCustomers(prefix: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from customers where brand_id = $1 and code like $2',
    [brandId, `${prefix}%`],
  );
  return rows[0]?.n ?? 0;
}

async function apply(id: string, client = manager): Promise<void> {
  const { status, body } = await client.post(`/api/v1/imports/${id}/apply`, {});
  assert.equal(status, 202, JSON.stringify(body));
}

async function applyToItsEnd(id: string): Promise<void> {
  await apply(id);
  assert.equal((await whenOver(product, manager, id)).state, 'applied');
}

test('a process that dies while it stages the rows has written nothing, and the import can be applied again', async (t) => {
  const { id } = await upload(product, manager, 'customers', customersFile('S', 11));
  const held = await holdWrites(t, owner, 'import_rows', `new.brand_id = '${brandId}'`);
  await apply(id);
  await held.untilReached(id);
  killImportWorkers();
  await held.release();
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.interrupted, over.progress], ['staged', true, null]);
  assert.equal(await countCustomers('S'), 0);
  await applyToItsEnd(id);
  assert.equal(await countCustomers('S'), COUNT);
});

test('a process that dies in the middle of the writing: the server finishes the import, without a row twice', async (t) => {
  const { id } = await upload(product, manager, 'customers', customersFile('W', 21));
  const held = await holdWrites(t, owner, 'customers', "new.code = 'W1100'");
  await apply(id);
  await held.untilReached(id);
  killImportWorkers();
  assert.equal(await countCustomers('W'), 1_000, 'two steps of three are written');
  await held.release();
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.counts.new], ['applied', COUNT]);
  assert.equal(await countCustomers('W'), COUNT);
});

test('a process that dies in the middle of an undo: the undo is finished', async (t) => {
  const applied = await importRows(product, manager, 'customers', customersFile('U', 31));
  const held = await holdWrites(t, owner, 'imports', `new.id = '${applied.id}' and new.undoing and new.steps_done = 1`);
  assert.equal((await manager.post(`/api/v1/imports/${applied.id}/undo`)).status, 202);
  await held.untilReached(applied.id);
  killImportWorkers();
  await held.release();
  assert.equal((await whenOver(product, manager, applied.id)).state, 'undone');
  assert.equal(await countCustomers('U'), 0);
});

test('a process that dies before it commits the stores of a file has written none of them', async (t) => {
  const file = 'codigo;nome;cidade;uf\nRJ01;Ipanema;Rio de Janeiro;RJ\nRJ02;Leblon;Rio de Janeiro;RJ\n';
  const { id } = await upload(product, manager, 'stores', file);
  const stores = async () =>
    (await owner.query("select code from stores where brand_id = $1 and state = 'RJ'", [brandId])).rowCount;
  const held = await holdWrites(
    t,
    owner,
    'imports',
    `new.id = '${id}' and old.started_at is not null and new.state = 'staged'`,
  );
  await apply(id);
  await held.untilReached(id);
  killImportWorkers();
  assert.equal(await stores(), 0);
  await held.release();
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.interrupted], ['staged', true]);
  assert.equal(await stores(), 0);
  await applyToItsEnd(id);
  assert.equal(await stores(), 2);
});

test('a process that dies while it reads an upload loses no file: the import says so, and the file is read again', async (t) => {
  const held = await holdWrites(
    t,
    owner,
    'imports',
    `new.brand_id = '${brandId}' and new.file_name = 'lida.csv' and new.summary is not null`,
  );
  const sending = sendForm(product, manager, formOf('customers', customersFile('R', 41), 'lida.csv'));
  await held.untilReached('00000000-0000-0000-0000-000000000000');
  killImportWorkers();
  await held.release();
  const { status, body } = await sending;
  assert.deepEqual([status, body.state, body.columns], [201, 'staged', []], JSON.stringify(body));
  assert.match(body.fault, /leia o arquivo de novo/);
  const refused = await manager.post(`/api/v1/imports/${body.id}/apply`, {});
  assert.deepEqual([refused.status, refused.body.type], [422, '/problems/import-unreadable']);
  const read = await manager.send('PATCH', `/api/v1/imports/${body.id}`, { columns: null });
  assert.deepEqual([read.status, read.body.fault, read.body.counts.new], [200, null, COUNT]);
  assert.equal(await countCustomers('R'), 0);
});

test('a server that is killed in the middle of the writing: another server finishes the import', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'oto-killed-'));
  after(() => rmSync(dir, { recursive: true, force: true }));
  const { ownerUrl } = product.logins;
  const root = join(import.meta.dirname, '..', '..');
  const server = await Server.start({ root, dir, databaseUrl: ownerUrl, listenUrl: ownerUrl, secret });
  const there = { ...product, base: `http://localhost:${server.port}` };
  const client = new Client(there.base);
  for (const [name, value] of manager.cookies) client.setCookie(name, value);

  const { id } = await upload(there, client, 'customers', customersFile('K', 51));
  const held = await holdWrites(t, owner, 'customers', "new.code = 'K1100'");
  await apply(id, client);
  await held.untilReached(id);
  server.kill();
  await server.ended;
  await untilImportLockIsFree(owner, brandId);
  await held.release();
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.counts.new], ['applied', COUNT]);
  assert.equal(await countCustomers('K'), COUNT);
});
