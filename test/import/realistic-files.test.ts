/** Imports four files with realistic data as a till writes them, and checks every count and every refused row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDatabase } from '#kit/database.ts';
import { createImportBrand, dataFile, type Read } from './import-fixture.ts';

const { db, owner } = await withDatabase();
const brand = await createImportBrand(db, owner);

/** The numbers of rows, counted with another program (Python's csv). */
const LINES = { stores: 12, sellers: 79, customers: 5000, purchases: 10_000 };
const NAMELESS = 10;
const WITHOUT_STORE = 16;

const countByCode = (findings: Read['faults']) =>
  Object.fromEntries([...Map.groupBy(findings, ({ code }) => code)].map(([code, all]) => [code, all.length]));
const readNumber = async (text: string) => (await brand.rows<{ n: number }>(text))[0]?.n;

test('stores: all twelve are created, and the zones of three are derived (C1)', async () => {
  const report = await brand.importRows('stores', dataFile('lojas.csv'));
  assert.deepEqual(report.counts, {
    rows: LINES.stores,
    created: 12,
    changed: 0,
    unchanged: 0,
    joined: 0,
    refused: 0,
  });
  assert.deepEqual(
    report.notes.map(({ line, column, code, about }) => [line, column, code, about]),
    [
      [5, 'fuso', 'zone_derived', 'America/Bahia'],
      [6, 'fuso', 'zone_derived', 'America/Recife'],
      [7, 'fuso', 'zone_derived', 'America/Noronha'],
      [8, 'abre_domingo', 'hours_half_given', null],
      [10, 'abre_domingo', 'hours_half_given', null],
    ],
  );
  const hours = await brand.rows(`select h.weekday, h.opens_minute, h.closes_minute from store_hours h
    join stores s on s.brand_id = h.brand_id and s.id = h.store_id
    where h.brand_id = $1 and s.code in ('AM01', 'SP01') and h.weekday in (0, 5, 6) order by s.code, 1`);
  assert.deepEqual(
    hours.map((row) => Object.values(row)),
    [
      [0, 600, 1320],
      [5, 600, 1320],
      [0, 600, 1320],
      [5, 600, 1320],
      [6, 840, 1200],
    ],
  );
  const [{ zones } = {}] = await brand.rows<{ zones: string[] }>(
    'select store_zones as zones from brands where brand_id = $1',
  );
  assert.equal(zones?.length, 9);
});

test('sellers: all seventy-nine are created, and those who left are inactive', async () => {
  const report = await brand.importRows('sellers', dataFile('vendedores.csv'));
  assert.equal(report.counts.created, LINES.sellers);
  assert.deepEqual([report.faults, report.notes], [[], []]);
  assert.equal(await readNumber(`select count(*) as n from people where brand_id = $1 and role = 'store_manager'`), 12);
  assert.equal(await readNumber(`select count(*) as n from people where brand_id = $1 and not active`), 5);
});

test('customers: no row is written while a row is refused, and each refused row is named', async () => {
  const report = await brand.importRows('customers', dataFile('clientes.csv'));
  assert.equal(report.written, false);
  assert.deepEqual(countByCode(report.faults), {
    name_missing: NAMELESS,
    store_unknown: WITHOUT_STORE,
    refusal_in_refused_row: 2,
  });
  assert.deepEqual(report.faults[0], {
    line: 154,
    column: 'nome',
    code: 'name_missing',
    value: '',
    about: null,
  });
  assert.equal(await readNumber('select count(*) as n from customers where brand_id = $1'), 0);
});

test('customers: all good rows of five thousand are written where bad rows are skipped', async () => {
  const report = await brand.importRows('customers', dataFile('clientes.csv'), true);
  assert.deepEqual(report.counts, {
    rows: LINES.customers,
    created: 4867,
    changed: 0,
    unchanged: 0,
    joined: 107,
    refused: NAMELESS + WITHOUT_STORE,
  });
  assert.deepEqual(countByCode(report.notes), {
    phone_missing: 50,
    phone_placeholder: 19,
    phone_landline: 113,
    phone_area_code_assumed: 140,
    phone_of_another: 21,
    duplicate: 107,
    permission_kept: 17,
    birth_date_impossible: 12,
  });
  assert.equal(report.unusedColumns.length, 0);
});

test('customers: numbers are unique, landlines are marked, an empty permission is unknown, and text is stored as text', async () => {
  const present = `from customers where brand_id = $1 and availability = 'present'`;
  assert.equal(await readNumber(`select count(phone) - count(distinct phone) as n ${present}`), 0);
  assert.equal(
    await readNumber(
      `select count(*) as n ${present} and phone ~ '^\\+55\\d{2}[2-5]\\d{7}$' and phone_kind <> 'landline'`,
    ),
    0,
  );
  assert.equal(await readNumber(`select count(*) as n ${present} and phone_kind = 'landline'`), 108);
  assert.equal(await readNumber(`select count(*) as n ${present} and permission = 'unknown' and code = 'C000011'`), 1);
  assert.equal(
    await readNumber(`select count(*) as n ${present} and note = '=HYPERLINK("http://x","oi")' and code = 'C000029'`),
    1,
  );
  assert.equal(
    await readNumber(`select count(*) as n ${present} and note = E'linha 1\\nlinha 2' and code = 'C000034'`),
    1,
  );
  assert.equal(await readNumber(`select count(*) as n ${present} and born_on = '1956-04-17' and code = 'C000001'`), 1);
  assert.equal(
    await readNumber(`select count(*) as n ${present} and phone = '+5521908683282' and code = 'C000015'`),
    1,
  );
});

test('customers: each of the 5,000 was created, merged into another or refused', async () => {
  const [{ there, joined } = {}] = await brand.rows(`select
    count(*) filter (where availability = 'present') as there,
    count(*) filter (where availability = 'merged' and merged_into is not null) as joined
    from customers where brand_id = $1`);
  assert.deepEqual([there, joined], [4867, 107]);
});

test('customers: a refusal in one row stops the number, also for another customer with it (D2)', async () => {
  const refused = await brand.rows(`select code, permission, opted_out_at is not null as stopped from customers
    where brand_id = $1 and code in ('C000001', 'C000002') order by code`);
  assert.deepEqual(refused, [
    { code: 'C000001', permission: 'refused', stopped: true },
    { code: 'C000002', permission: 'refused', stopped: true },
  ]);
  const open = `from customers c where brand_id = $1 and availability = 'present' and phone is not null
    and permission = 'refused' and opted_out_at is null`;
  assert.equal(await readNumber(`select count(*) as n ${open}`), 0);
});

test('purchases: those of known customers and of merged codes are written, and the others are named', async () => {
  const report = await brand.importRows('purchases', dataFile('compras.csv'), true);
  assert.equal(report.counts.created + report.counts.refused, LINES.purchases);
  assert.deepEqual(countByCode(report.faults), { customer_unknown: 67 });
  assert.deepEqual(report.notes, []);
  const [bought] = await brand.rows(`select u.total_cents, u.items, u.bought_on from purchases u
    join customers c on c.brand_id = u.brand_id and c.id = u.customer_id
    where u.brand_id = $1 and c.code = 'C003618' and u.bought_on = '2026-07-13'`);
  assert.deepEqual(bought, { total_cents: 36_416, items: 'Calça alfaiataria', bought_on: '2026-07-13' });
  assert.equal(
    await readNumber(`select count(*) as n from purchases u join customers c on c.brand_id = u.brand_id
    and c.id = u.customer_id where u.brand_id = $1 and c.availability = 'merged'`),
    198,
  );
});

test('a second import of the same files changes nothing', async () => {
  const before = await digest();
  const files = { stores: 'lojas.csv', sellers: 'vendedores.csv', customers: 'clientes.csv', purchases: 'compras.csv' };
  for (const [kind, name] of Object.entries(files)) {
    const { counts } = await brand.importRows(kind as keyof typeof files, dataFile(name), true);
    assert.deepEqual([counts.created, counts.changed], [0, 0], kind);
  }
  assert.equal(await digest(), before);
});

async function digest(): Promise<unknown> {
  const [row] = await brand.rows(`select
    (select md5(string_agg(t::text, '' order by id)) from customers t where brand_id = $1) as customers,
    (select md5(string_agg(t::text, '' order by id)) from purchases t where brand_id = $1) as purchases,
    (select md5(string_agg(t::text, '' order by number_hash)) from opt_outs t where brand_id = $1) as stops,
    (select md5(string_agg(t::text, '' order by word, customer_id)) from customer_words t where brand_id = $1) as words`);
  return JSON.stringify(row);
}
