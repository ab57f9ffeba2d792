/** Tests files of the kinds that stores send and that imports once read wrongly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDatabase } from '#kit/database.ts';
import { codesOf, createImportBrand, dataFile } from './import-fixture.ts';

const { db, owner } = await withDatabase();

/** Creates a brand with the store SP01 and imports the file of a case into it. */
async function importCase(name: string) {
  const brand = await createImportBrand(db, owner);
  await brand.importRows('stores', dataFile('cases/00-lojas.csv'));
  const report = await brand.importRows('customers', dataFile(`cases/${name}`));
  const customers = await brand.rows<{ code: string; name: string; phone: string; permission: string; note: string }>(
    'select code, name, phone, permission, note from customers where brand_id = $1 order by code',
  );
  return { brand, report, customers };
}

const permissionsOf = (customers: readonly { code: string; permission: string }[]) =>
  Object.fromEntries(customers.map(({ code, permission }) => [code, permission]));

test('01: a stray quote is part of its cell, and a refusal in the next row counts', async () => {
  const { report, customers } = await importCase('01-stray-quote.csv');
  assert.deepEqual(permissionsOf(customers), { Q1: 'granted', Q2: 'refused', Q3: 'granted', Q4: 'granted' });
  assert.deepEqual(
    customers.map(({ note }) => note),
    ['"VIP', 'pediu para parar', 'z', 'w'],
  );
  assert.deepEqual(codesOf(report.notes), ['stray_quote 2']);
});

test('03: names and refusals of a CP850 file are read correctly', async () => {
  const { report, customers } = await importCase('03-cp850.csv');
  assert.deepEqual(
    customers.map(({ name, permission }) => [name, permission]),
    [
      ['José Conceição', 'refused'],
      ['JOSÉ AÇAÍ', 'refused'],
    ],
  );
  assert.deepEqual(report.assumptions.encodings, [{ encoding: 'cp850', lines: 2, firstLine: 2 }]);
});

test('05: a country code after letters is recognised, so Peruvian numbers stay Peruvian', async () => {
  const { customers } = await importCase('05-plus-not-first.csv');
  assert.deepEqual(
    customers.map(({ phone }) => phone),
    ['+51912345678', '+51912345679'],
  );
});

test('06: a row may have missing or surplus empty cells at its end', async () => {
  const { report, customers } = await importCase('06-excel-trailing-cells.csv');
  assert.equal(report.counts.refused, 0);
  assert.deepEqual(permissionsOf(customers), { X1: 'granted', X2: 'unknown', X3: 'granted' });
});

test('07: refusals in words and in double encoding count as refusals', async () => {
  const { report, customers } = await importCase('07-refusals-in-words.csv');
  assert.deepEqual(permissionsOf(customers), { P1: 'refused', P5: 'refused', P8: 'refused' });
  assert.deepEqual(
    report.assumptions.encodings.map(({ encoding }) => encoding),
    ['utf-8', 'double'],
  );
});

test('09: a “sep=” line that a program saved as a row is not imported', async () => {
  const { report, customers } = await importCase('09-sep-resaved.csv');
  assert.deepEqual([report.counts.rows, report.assumptions.headerLine], [1, 2]);
  assert.deepEqual(permissionsOf(customers), { S1: 'granted' });
});

test('13, 14: a “sim” in an opt-out column is a refusal, whatever the permission column says', async () => {
  assert.deepEqual(permissionsOf((await importCase('13-opt-out-column.csv')).customers), {
    O1: 'refused',
    O2: 'refused',
  });
  assert.deepEqual(permissionsOf((await importCase('14-do-not-contact-column.csv')).customers), { O3: 'refused' });
});

test('15: none of seventy rows of a file with a stray quote is lost, and every refusal counts', async () => {
  const { report, customers } = await importCase('15-stray-quote-70-rows.csv');
  assert.equal(customers.length, 70);
  const lines = dataFile('cases/15-stray-quote-70-rows.csv').toString().trim().split('\n').slice(1);
  assert.deepEqual(
    permissionsOf(customers),
    Object.fromEntries(lines.map((line) => [line.slice(0, 3), line.includes(';não;') ? 'refused' : 'granted'])),
  );
  assert.deepEqual(codesOf(report.notes), ['stray_quote 6']);
});

test('16: an amount with three digits after the comma is refused as ambiguous', async () => {
  const { brand } = await importCase('01-stray-quote.csv');
  const report = await brand.importRows('purchases', dataFile('cases/16-three-decimals.csv'), true);
  assert.deepEqual(codesOf(report.faults), ['amount_ambiguous 2']);
  assert.deepEqual(await brand.rows('select total_cents from purchases where brand_id = $1'), [
    { total_cents: 25_932 },
  ]);
});

test('a refusal in a row that is not imported counts for the rows with the same code or number', async () => {
  const brand = await createImportBrand(db, owner);
  await brand.importRows('stores', dataFile('cases/00-lojas.csv'));
  const file = `codigo;nome;telefone;loja;permite_whatsapp
A;Ana;11912340001;SP01;sim
A;Ana Lima;11912340009;SP01;não
B;Bia;11912340002;SP01;sim
C;Caio;11912340002;ZZ;não`;
  const report = await brand.importRows('customers', file, true);
  assert.deepEqual(codesOf(report.faults), [
    'code_twice 3',
    'refusal_in_refused_row 3',
    'store_unknown 5',
    'refusal_in_refused_row 5',
  ]);
  assert.deepEqual(codesOf(report.notes), ['refusal_of_refused_row 2', 'refusal_of_refused_row 4']);
  assert.deepEqual(
    permissionsOf(await brand.rows('select code, permission from customers where brand_id = $1 order by code')),
    { A: 'refused', B: 'refused' },
  );
});

test('a file whose rows are all refused writes nothing, also where bad rows are skipped', async () => {
  const brand = await createImportBrand(db, owner);
  const report = await brand.importRows('customers', 'codigo;nome;loja\nA;Ana;ZZ', true);
  assert.equal(report.written, false);
});
