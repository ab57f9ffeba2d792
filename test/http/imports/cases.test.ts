/** Files that imports once read wrongly get the same answer in the browser as from the command. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { ImportKind } from '#contract/import/import-report.ts';
import { importFile } from '#flows/import/import-file.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { openImportBrand, upload, whenOver } from '#kit/import-client.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { reasonText } from '#words/import/import-report.ts';

const product = await startDemoServer();
const NOON = '2026-11-23T15:00:00.000Z';
await product.at(NOON);
const { db, owner } = product;
const { brandId: browserBrand, manager } = await openImportBrand(product, 'navegador');
const { brandId: commandBrand } = await openImportBrand(product, 'comando');

const FOLDER = join(import.meta.dirname, '..', '..', 'import', 'data', 'cases');
/** The kinds of the files that are not of customers. */
const KINDS: Readonly<Record<string, ImportKind>> = { '00-lojas.csv': 'stores', '16-three-decimals.csv': 'purchases' };

/** Imports the file with the code of the command. */
async function importByCommand(kind: ImportKind, file: Buffer) {
  const deps = { db, now: () => Date.parse(NOON), newId: uuidv7, numberKey: keysOf(secret).numbers };
  const report = await importFile(deps, { brandId: commandBrand, kind, file, skipBadRows: true });
  assert.ok(report.kind === 'read' && report.written);
  const { created, ...counts } = report.counts;
  const said = (findings: typeof report.faults) =>
    findings.map((finding) => ({ line: finding.line, column: finding.column, reason: reasonText(finding, 'pt-BR') }));
  const { encodings, separator, headerLine, dates, permissions } = report.assumptions;
  return {
    counts: { ...counts, new: created },
    assumed: { encodings, separator, headerLine, dates, permissions },
    refused: said(report.faults),
    notes: said(report.notes),
  };
}

/** Uploads and applies the file, and returns what the upload said. */
async function importInBrowser(kind: ImportKind, file: Uint8Array<ArrayBuffer>) {
  const { id, counts, assumed, refused, notes } = await upload(product, manager, kind, file);
  const { status, body } = await manager.post(`/api/v1/imports/${id}/apply`, { skipBadRows: true });
  assert.equal(status, 202, JSON.stringify(body));
  assert.equal((await whenOver(product, manager, id)).state, 'applied');
  return { counts, assumed, refused, notes };
}

async function rowsOf(brandId: string) {
  const read = async (columns: string, from: string) =>
    (await owner.query(`select ${columns} from ${from} where t.brand_id = $1 order by 1, 2, 3`, [brandId])).rows;
  const customer = 'join customers c on c.brand_id = t.brand_id and c.id = t.customer_id';
  return {
    stores: await read('t.code, t.name, t.city, t.state, t.zone', 'stores t'),
    customers: await read(
      't.code, t.name, t.phone, t.permission, t.permission_on, t.note, t.availability',
      'customers t',
    ),
    purchases: await read('c.code, t.bought_on, t.total_cents, t.items', `purchases t ${customer}`),
    stops: (await read('count(*)::int as n, 1 as one, 1 as other', 'opt_outs t'))[0],
  };
}

for (const name of readdirSync(FOLDER).toSorted()) {
  test(`${name}: the browser reads and writes what the command reads and writes`, async () => {
    const kind = KINDS[name] ?? 'customers';
    const file = readFileSync(join(FOLDER, name));
    const byCommand = await importByCommand(kind, file);
    assert.deepEqual(await importInBrowser(kind, new Uint8Array(file)), byCommand);
    assert.deepEqual(await rowsOf(browserBrand), await rowsOf(commandBrand));
  });
}
