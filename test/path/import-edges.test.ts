/** What an import in the browser does at its edges: waiting too long, a closed tab, live events, and a brand that changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expireOldUploads } from '#flows/import/upload/expire-uploads.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { importRows, openImportBrand, upload, whenOver } from '#kit/import-client.ts';
import { liveStream } from '#kit/live-stream.ts';

const product = await startDemoServer();
const MORNING = '2026-11-23T15:00:00.000Z';
const NEXT_AFTERNOON = '2026-11-24T16:00:00.000Z';
await product.at(MORNING);
const { owner } = product;

const STORES = 'codigo;nome;cidade;uf\nSP01;Paulista;São Paulo;SP\n';
const CUSTOMERS = 'codigo;nome;telefone;loja\nC1;Marina Alves;11 91234-5678;SP01\n';

async function countRows(table: string, brandId: string): Promise<number> {
  return (await owner.query(`select count(*)::int as n from ${table} where brand_id = $1`, [brandId])).rows[0].n;
}

test('an upload that waited a day ends, its file and refused rows are deleted, and rows kept for an undo too', async (t) => {
  t.after(() => product.at(MORNING));
  const { brandId, manager } = await openImportBrand(product, 'espera');
  await importRows(product, manager, 'stores', STORES);
  const { id } = await upload(product, manager, 'customers', `${CUSTOMERS}C2;Lia;11 91234-0002;XX99\n`);
  const kept = async () =>
    Promise.all(['import_files', 'import_findings', 'import_rows'].map((table) => countRows(table, brandId)));
  const chore = (at: string) => expireOldUploads({ db: product.db, now: () => Date.parse(at) }, brandId);
  await chore('2026-11-24T14:59:00.000Z');
  assert.deepEqual(await kept(), [1, 1, 1], 'everything is kept for a day');
  await product.at(NEXT_AFTERNOON);
  await chore(NEXT_AFTERNOON);
  assert.deepEqual(await kept(), [0, 0, 0]);
  const { body } = await manager.get(`/api/v1/imports/${id}`);
  assert.equal(body.state, 'failed');
  assert.match(body.failure, /esperou um dia/);
  const late = await manager.post(`/api/v1/imports/${id}/apply`, { skipBadRows: true });
  assert.deepEqual([late.status, late.body.type], [409, '/problems/import-changed']);
  assert.equal(await countRows('customers', brandId), 0);
});

test('open screens hear of the progress of an import and of its end, and those of other brands do not', async () => {
  const { manager } = await openImportBrand(product, 'aovivo');
  const { manager: other } = await openImportBrand(product, 'outra');
  await importRows(product, manager, 'stores', STORES);
  const [stream, otherStream] = [await liveStream(product.base, manager), await liveStream(product.base, other)];
  const rows = Array.from({ length: 2_600 }, (_, n) => `C${n};Bia ${n};+55119${30_000_000 + n};SP01`);
  const { id } = await upload(product, manager, 'customers', ['codigo;nome;telefone;loja', ...rows].join('\n'));
  assert.equal((await manager.post(`/api/v1/imports/${id}/apply`, {})).status, 202);
  const heard = await stream.until(new RegExp(`(event: import\\ndata: .*${id}[\\s\\S]*){2}`));
  assert.doesNotMatch(heard, /Bia/, 'an event has no row of the file');
  assert.equal((await whenOver(product, manager, id)).state, 'applied');

  await importRows(product, other, 'stores', STORES);
  assert.doesNotMatch(await otherStream.until(/event: import/), new RegExp(id));
});

test('a tab that is closed in the middle of an upload leaves nothing', async () => {
  const { brandId, manager } = await openImportBrand(product, 'fechada');
  const cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const boundary = 'um-limite';
  const field = (name: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = `${field('kind')}stores\r\n${field('file', '; filename="lojas.csv"')}`;
  const closing = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(head));
      // Two parts of the stored file, of which the end never comes.
      controller.enqueue(Buffer.alloc(1024 * 1024, 'a;b;c\n'));
    },
  });
  const sent = fetch(`${product.base}/api/v1/imports`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
    signal: closing.signal,
  } as RequestInit);
  while ((await countRows('import_files', brandId)) === 0);
  closing.abort();
  await assert.rejects(sent);
  const states = async () =>
    (await owner.query('select state, failure from imports where brand_id = $1', [brandId])).rows;
  while ((await states())[0]?.state === 'staged');
  assert.deepEqual(await states(), [{ state: 'failed', failure: 'not_received' }]);
  assert.equal(await countRows('import_files', brandId), 0);
  assert.deepEqual((await manager.get('/api/v1/imports')).body.items, []);
});

test('where a row is refused that was not refused before, nothing is written, and the import waits with the new reading', async () => {
  const { brandId, manager } = await openImportBrand(product, 'mudou');
  await importRows(product, manager, 'stores', STORES);
  const { id, counts } = await upload(product, manager, 'customers', `${CUSTOMERS}C2;Lia;11 91234-0002;SP01\n`);
  assert.equal(counts.refused, 0);
  await owner.query("update stores set code = 'SP02' where brand_id = $1", [brandId]);
  assert.equal((await manager.post(`/api/v1/imports/${id}/apply`, {})).status, 202);
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.interrupted, over.counts.refused], ['staged', false, 2]);
  assert.equal(over.refused[0].reason, 'a loja “SP01” não existe nesta marca');
  assert.equal(await countRows('customers', brandId), 0);
});

test('a file with one bad row is written whole or not at all, except where the bad rows are to be left out', async () => {
  const { brandId, manager } = await openImportBrand(product, 'inteira');
  await importRows(product, manager, 'stores', STORES);
  const { id } = await upload(product, manager, 'customers', `${CUSTOMERS}C2;Lia;11 91234-0002;XX99\n`);
  for (const wish of [{}, { skipBadRows: false }]) {
    const refused = await manager.post(`/api/v1/imports/${id}/apply`, wish);
    assert.deepEqual([refused.status, refused.body.type], [409, '/problems/import-rows-refused']);
  }
  assert.equal(await countRows('customers', brandId), 0);
  assert.equal((await manager.post(`/api/v1/imports/${id}/apply`, { skipBadRows: true })).status, 202);
  const over = await whenOver(product, manager, id);
  assert.deepEqual([over.state, over.counts.new, over.counts.refused], ['applied', 1, 1]);
  assert.equal(await countRows('customers', brandId), 1);
});
