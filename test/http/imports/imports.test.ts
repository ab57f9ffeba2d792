/** Imports in the browser over HTTP: what an upload says, what apply and undo do, and how each of them is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { formOf, importRows, openImportBrand, sendForm, upload, whenOver } from '#kit/import-client.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const brand = await openImportBrand(product, 'tecidos');
const { manager, brandId } = brand;
const count = async (table: string) =>
  (await product.owner.query(`select count(*)::int as n from ${table} where brand_id = $1`, [brandId])).rows[0].n;

const STORES =
  'codigo;nome;cidade;uf;abre;fecha\nSP01;Paulista;São Paulo;SP;10:00;22:00\nAM01;Adrianópolis;Manaus;AM;10:00;22:00\n';
const SELLERS = 'codigo;nome;loja;papel\n1;Ana Lima;SP01;vendedora\n2;Beto Sá;AM01;gerente\n';
const CUSTOMERS = 'codigo;nome;telefone;loja;vendedor;permite_whatsapp\nC1;Marina Alves;11 91234-5678;SP01;1;sim\n';

test('an upload says what it understood and writes nothing of the brand', async () => {
  const body = await upload(product, manager, 'stores', STORES);
  assert.deepEqual(body.counts, { rows: 2, new: 2, changed: 0, unchanged: 0, joined: 0, refused: 0 });
  assert.deepEqual([body.state, body.by, body.fileName, body.progress], ['staged', 'Lia', 'arquivo.csv', null]);
  assert.deepEqual(body.columns[0], { name: 'codigo', field: 'code', sample: 'SP01' });
  assert.equal(body.assumed.separator, ';');
  assert.equal(body.assumed.encodings[0].encoding, 'utf-8');
  assert.deepEqual(body.preview[1].fate, 'created');
  assert.equal(body.preview[1].values.zone, 'America/Manaus');
  assert.ok(body.notes.some(({ reason }: { reason: string }) => /America\/Manaus/.test(reason)));
  assert.equal(await count('stores'), 0);
});

test('stores, people, customers and purchases are imported one after the other, and new ones get sign-ins once', async () => {
  await importRows(product, manager, 'stores', STORES);
  await importRows(product, manager, 'sellers', SELLERS);
  const applied = await importRows(product, manager, 'customers', CUSTOMERS);
  assert.equal(applied.counts.new, 1);
  await importRows(product, manager, 'purchases', 'cliente;loja;data;total\nC1;SP01;01/07/2026;10,00\n');
  assert.deepEqual(
    await Promise.all(['stores', 'customers', 'purchases', 'import_files'].map(count)),
    [2, 1, 1, 1],
    'only the upload that was not applied has a file',
  );
  const { status, body } = await manager.post('/api/v1/imports/sign-ins');
  assert.equal(status, 201);
  assert.deepEqual(body.stores.map(({ email }: { email: string }) => email).toSorted(), [
    'am01@tecidos.example',
    'sp01@tecidos.example',
  ]);
  assert.deepEqual(body.people.map(({ name }: { name: string }) => name).toSorted(), ['Ana Lima', 'Beto Sá']);
  assert.match(body.people[0].pin, /^\d{6}$/);
  assert.equal(body.left, 0);
  const again = (await manager.post('/api/v1/imports/sign-ins')).body;
  assert.deepEqual([again.stores, again.people], [[], []], 'each is shown once');

  const [store] = body.stores.filter(({ code }: { code: string }) => code === 'SP01');
  const device = product.device();
  const opened = await device.post('/api/v1/session', { email: store.email, password: store.password });
  assert.equal(opened.body.type, '/problems/new-password-needed', 'the one-time password opens the store');
});

test('refused rows are listed with their reasons, and only the others are imported where that is asked', async () => {
  const file = `${CUSTOMERS}C2;=cmd();11 91234-0000;XX99;;sim\nC3;"Bia; Sá";11 91234-0003;SP01;;sim\n`;
  const body = await upload(product, manager, 'customers', file);
  assert.deepEqual([body.counts.rows, body.counts.new, body.counts.refused], [3, 1, 1]);
  assert.deepEqual(body.refused[0], { line: 3, column: 'loja', reason: 'a loja “XX99” não existe nesta marca' });
  const refused = await manager.post(`/api/v1/imports/${body.id}/apply`, {});
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/import-rows-refused']);

  const cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const address = `${product.base}/api/v1/imports/${body.id}/refused.csv`;
  const csv = await (await fetch(address, { headers: { cookie, 'accept-language': 'en' } })).text();
  const [head, row] = csv.replace('\ufeff', '').split('\r\n');
  assert.equal(head, 'codigo;nome;telefone;loja;vendedor;permite_whatsapp;line in the file;reason of the refusal');
  assert.equal(
    row,
    "C2;'=cmd();11 91234-0000;XX99;;sim;3;loja: the store “XX99” does not exist in this brand",
    'no spreadsheet takes a cell for a formula',
  );

  const started = await manager.post(`/api/v1/imports/${body.id}/apply`, { skipBadRows: true });
  assert.equal(started.status, 202);
  assert.equal((await whenOver(product, manager, body.id)).state, 'applied');
  assert.equal(await count('customers'), 2);
});

test('columns with unknown names are mapped by hand, and a file without usable names keeps its upload', async () => {
  const body = await upload(product, manager, 'stores', 'a;b;c;d\nRJ01;Ipanema;Rio de Janeiro;RJ\n');
  assert.match(body.fault, /faltam as colunas/);
  const { status, body: refusal } = await manager.post(`/api/v1/imports/${body.id}/apply`, {});
  assert.deepEqual([status, refusal.type], [422, '/problems/import-unreadable']);
  const columns = ['code', 'name', 'city', 'state'];
  const mapped = await manager.send('PATCH', `/api/v1/imports/${body.id}`, { columns });
  assert.deepEqual([mapped.status, mapped.body.fault, mapped.body.counts.new], [200, null, 1]);
  assert.deepEqual(mapped.body.preview[0].values, {
    code: 'RJ01',
    name: 'Ipanema',
    city: 'Rio de Janeiro',
    state: 'RJ',
    zone: 'America/Sao_Paulo',
  });
  const faulty = await manager.send('PATCH', `/api/v1/imports/${body.id}`, { columns: ['cell'] });
  assert.equal(faulty.status, 400);
});

test('a file that cannot be read, or a form that is not complete, is refused with the reason and nothing is kept', async () => {
  const rows = async () => (await manager.get('/api/v1/imports?limit=100')).body.items.length;
  const before = await rows();
  const refusals: readonly [FormData, number, string, RegExp][] = [
    [formOf('cities', STORES), 400, 'invalid', /kind/],
    [formOf('stores', ''), 400, 'invalid', /vazio/],
    [formOf('stores', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])), 422, 'import-unreadable', /planilha/],
    [formOf('stores', 'codigo;nome;cidade;uf\n'), 422, 'import-unreadable', /cabeçalho/],
    [formOf('stores', '\n\n\n'), 422, 'import-unreadable', /vazio/],
  ];
  for (const [form, status, type, text] of refusals) {
    const answer = await sendForm(product, manager, form);
    assert.deepEqual([answer.status, answer.body.type], [status, `/problems/${type}`], JSON.stringify(answer.body));
    assert.match(JSON.stringify(answer.body), text);
  }
  const noFile = new FormData();
  noFile.set('kind', 'stores');
  assert.equal((await sendForm(product, manager, noFile)).status, 400);
  const json = await manager.post('/api/v1/imports', { kind: 'stores' });
  assert.deepEqual([json.status, json.body.type], [400, '/problems/upload-incomplete']);
  const large = await sendForm(product, manager, formOf('stores', new Uint8Array(51 * 1024 * 1024)));
  assert.deepEqual([large.status, large.body.type], [413, '/problems/import-too-large']);
  assert.equal(await count('import_files'), 2, 'the two uploads that wait');
  assert.ok((await rows()) <= before + 3, 'a file that was read and refused is in the list as failed');
});

test('other roles and other brands reach no import', async () => {
  const { id } = await upload(product, manager, 'stores', STORES);
  const seller = await product.held('paulista@aurora.example', '1111');
  assert.equal((await seller.get('/api/v1/imports')).status, 403);
  assert.equal((await sendForm(product, seller, formOf('stores', STORES))).status, 403);
  const other = await product.person('gestao@cais.example');
  for (const unknown of [id, uuidv7()]) {
    assert.equal((await other.get(`/api/v1/imports/${unknown}`)).status, 404);
    assert.equal((await other.get(`/api/v1/imports/${unknown}/refused.csv`)).status, 404);
    assert.equal((await other.post(`/api/v1/imports/${unknown}/apply`, {})).status, 404);
    assert.equal((await other.post(`/api/v1/imports/${unknown}/undo`)).status, 404);
    assert.equal((await other.send('PATCH', `/api/v1/imports/${unknown}`, { columns: ['code'] })).status, 404);
  }
});

test('an import is undone once, as long as nothing was built on it', async () => {
  const before = await count('customers');
  const file =
    'codigo;nome;telefone;loja;vendedor\nC1;Marina Souza;11 91234-5678;SP01;1\nC9;Nova Cliente;11 91234-9999;SP01;1\n';
  const applied = await importRows(product, manager, 'customers', file);
  assert.ok(applied.undoUntil);
  await product.owner.query("update customers set note = 'gosta de azul' where brand_id = $1 and code = 'C9'", [
    brandId,
  ]);
  const refused = await manager.post(`/api/v1/imports/${applied.id}/undo`);
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/import-built-on']);
  assert.deepEqual(refused.body.obstacles, [{ what: 'edits', count: 1 }]);
  assert.match(refused.body.detail, /1 cadastro foi alterado/);
  await product.owner.query("update customers set note = null where brand_id = $1 and code = 'C9'", [brandId]);

  assert.equal((await manager.post(`/api/v1/imports/${applied.id}/undo`)).status, 202);
  assert.equal((await whenOver(product, manager, applied.id)).state, 'undone');
  assert.equal(await count('customers'), before);
  const { rows } = await product.owner.query("select name from customers where brand_id = $1 and code = 'C1'", [
    brandId,
  ]);
  assert.deepEqual(rows, [{ name: 'Marina Alves' }]);
  const again = await manager.post(`/api/v1/imports/${applied.id}/undo`);
  assert.deepEqual([again.status, again.body.type], [409, '/problems/import-changed']);
});

test('new stores and people are undone too, but not where somebody works there', async () => {
  const stores = await importRows(product, manager, 'stores', 'codigo;nome;cidade;uf\nBA01;Barra;Salvador;BA\n');
  const people = await importRows(product, manager, 'sellers', 'codigo;nome;loja\n7;Caio Dias;BA01\n');
  const refused = await manager.post(`/api/v1/imports/${stores.id}/undo`);
  assert.deepEqual(refused.body.obstacles.map(({ what }: { what: string }) => what).toSorted(), ['newer', 'people']);
  for (const { id } of [people, stores]) {
    assert.equal((await manager.post(`/api/v1/imports/${id}/undo`)).status, 202);
    assert.equal((await whenOver(product, manager, id)).state, 'undone');
  }
  assert.equal(await count('stores'), 2);
});

test('one import of a brand runs at a time', async () => {
  const waiting = await upload(product, manager, 'stores', STORES);
  const holder = await product.owner.connect();
  await holder.query("select pg_advisory_lock(hashtextextended('import ' || $1, 0))", [brandId]);
  const refused = await manager.post(`/api/v1/imports/${waiting.id}/apply`, {});
  assert.deepEqual([refused.status, refused.body.type], [409, '/problems/import-running']);
  await holder.query("select pg_advisory_unlock(hashtextextended('import ' || $1, 0))", [brandId]);
  holder.release();
  assert.equal((await manager.get(`/api/v1/imports/${waiting.id}`)).body.state, 'staged');
});

test('where a server died before it wrote anything, the import is staged again', async () => {
  const { id } = await upload(product, manager, 'stores', STORES);
  await product.owner.query('update imports set started_at = now() where id = $1', [id]);
  assert.equal((await manager.get(`/api/v1/imports/${id}`)).body.state, 'applying');
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.interrupted], ['staged', true]);
});

test('the list has the brand’s imports page by page, newest first', async () => {
  const first = (await manager.get('/api/v1/imports?limit=2')).body;
  assert.equal(first.items.length, 2);
  const second = (await manager.get(`/api/v1/imports?limit=2&cursor=${first.next}`)).body;
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  assert.equal(new Set(ids).size, 4);
  assert.deepEqual(ids.toSorted().toReversed(), ids);
});
