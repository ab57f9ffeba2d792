/** Tests that a large import is written in short steps, completely or not at all, and that decisions are made meanwhile. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { deleteImportedCustomers } from '#db/import/imports.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { importFile } from '#flows/import/import-file.ts';
import { applyImport, ImportFailed } from '#flows/import/write/carry-out-import.ts';
import { openCommandInstallation } from '#kit/commands.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish } from '#kit/hold-helpers.ts';
import { waitUntilBlocked } from '#kit/wait-until.ts';
import { createImportBrand, NUMBER_KEY } from './import-fixture.ts';

const { db, owner, folder, run, commandEnv } = await openCommandInstallation();
const NOON = '2026-11-23T15:00:00Z';

const HEADER = 'codigo;nome;loja;vendedor;telefone;permite_whatsapp';
const phone = (n: number) => `+55119${String(20_000_000 + n)}`;
const row = (n: number, name: string, permission = 'sim', number = n) =>
  `C${n};${name} ${n};SP01;1;${phone(number)};${permission}`;
const fileOf = (rows: readonly string[]) => [HEADER, ...rows].join('\n');
const numbered = (count: number) => Array.from({ length: count }, (_, n) => n);

async function createFilledBrand(count: number) {
  const brand = await createImportBrand(db, owner, NOON);
  await brand.importRows('stores', 'codigo;nome;cidade;uf;abre;fecha\nSP01;Paulista;São Paulo;SP;08:00;22:00');
  await brand.importRows('sellers', 'codigo;nome;loja\n1;Ana Lima;SP01');
  if (count > 0) await brand.importRows('customers', fileOf(numbered(count).map((n) => row(n, 'Marina'))));
  return brand;
}
type Brand = Awaited<ReturnType<typeof createFilledBrand>>;

const TABLES = ['customers', 'customer_words', 'opt_outs', 'purchases', 'holds', 'attempts', 'import_rows'];

async function tablesOf(brand: Brand, leaveOut = ''): Promise<Record<string, unknown>> {
  const entries = TABLES.map(async (table) => {
    const rows = await brand.rows<{ row: string }>(
      `select (to_jsonb(t) - string_to_array('${leaveOut}', ','))::text as row from ${table} t where brand_id = $1 order by 1`,
    );
    return [table, rows.map((each) => each.row)];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Makes each write of a matching row fail, and returns a function that removes this fault. */
async function failOn(table: string, condition: string): Promise<() => Promise<unknown>> {
  await owner.query(`create function fail_here() returns trigger language plpgsql as
    $$ begin if ${condition} then raise exception 'injected'; end if; return new; end $$`);
  await owner.query(
    `create trigger fail_here before insert or update on ${table} for each row execute function fail_here()`,
  );
  return () => owner.query('drop function fail_here cascade');
}

test('where a later step of a customer import fails, every table is as before', async () => {
  const brand = await createFilledBrand(1_200);
  const before = await tablesOf(brand);
  // New and changed customers, exchanged numbers and duplicates, in several steps.
  const rows = numbered(2_600).map((n) =>
    row(n, n % 3 === 0 ? 'Bia' : 'Marina', 'sim', n < 1_200 ? (n + 1) % 1_200 : n),
  );
  const removeFault = await failOn('customers', `new.name like '% 2590' and new.brand_id = '${brand.brandId}'`);
  const file = fileOf([...rows, `D1;Marina 2000;SP01;1;${phone(2_000)};sim`]);
  await assert.rejects(brand.importRows('customers', file), ImportFailed);
  await removeFault();
  const [half] = await brand.rows<{ state: string; failure: string }>(
    'select state, failure from imports where brand_id = $1 order by created_at desc, id desc limit 1',
  );
  assert.deepEqual([half?.state, half?.failure], ['failed', 'injected']);
  await brand.importRows('purchases', 'cliente;data;loja;valor\nC1;01/07/2026;SP01;10,00');
  const after = await tablesOf(brand);
  assert.deepEqual({ ...after, purchases: [], import_rows: [] }, { ...before, purchases: [], import_rows: [] });
  assert.equal((await brand.importRows('customers', file)).counts.created, 1_400);
});

test('where a later step of a purchase import fails, added purchases are deleted and changed ones restored', async () => {
  const brand = await createFilledBrand(10);
  const file = (count: number, items: string) =>
    [
      'cliente;data;loja;valor;itens;cupom',
      ...numbered(count).map((n) => `C${n % 10};01/07/2026;SP01;10,00;${items} ${n};R${n}`),
    ].join('\n');
  await brand.importRows('purchases', file(2_500, 'Vestido'));
  const before = await tablesOf(brand);
  const removeFault = await failOn('purchases', `new.items = 'Saia 4990' and new.brand_id = '${brand.brandId}'`);
  await assert.rejects(brand.importRows('purchases', file(5_000, 'Saia')), ImportFailed);
  await removeFault();
  await brand.importRows('purchases', file(1, 'Vestido'));
  assert.deepEqual(await tablesOf(brand), before);
});

test('D2: refusals of a failed import stay in force, and its permissions do not', async () => {
  const brand = await createFilledBrand(1_000);
  const first = await brand.importRows('customers', fileOf([row(999, 'Marina', 'não')]));
  assert.equal(first.counts.changed, 1);
  // The refusals are in the last step, whose rows are never written.
  const rows = numbered(2_000).map((n) => row(n, 'Bia', n >= 1_900 || n === 5 ? 'não' : 'sim'));
  const removeFault = await failOn('customers', `new.name = 'Bia 1200' and new.brand_id = '${brand.brandId}'`);
  await assert.rejects(brand.importRows('customers', fileOf(rows)), ImportFailed);
  await removeFault();
  const refused = await brand.rows(`select code, permission, opted_out_at is not null as stopped, name from customers
    where brand_id = $1 and (permission <> 'granted' or opted_out_at is not null) order by code`);
  assert.deepEqual(refused, [
    { code: 'C5', permission: 'refused', stopped: true, name: 'Marina 5' },
    { code: 'C999', permission: 'refused', stopped: true, name: 'Marina 999' },
  ]);
  const [{ stops } = {}] = await brand.rows<{ stops: number }>(
    'select count(*) as stops from opt_outs where brand_id = $1',
  );
  assert.equal(stops, 102, 'C5, C999 and a hundred numbers of customers who were not written');
  assert.equal((await brand.rows('select from customers where brand_id = $1')).length, 1_000);
});

test('the undo of an import keeps a customer whom a seller has contacted, without the permission of the file', async () => {
  const brand = await createFilledBrand(0);
  const rows = numbered(1_000).map((n) => row(n, 'Bia'));
  // The second step fails after it waited for the test's lock, so a seller can contact a customer of the first step.
  const removeFault = await failOn(
    'customers',
    `new.name = 'Bia 999' and pg_advisory_xact_lock(77) is not null and new.brand_id = '${brand.brandId}'`,
  );
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock(77)');
  const failing = assert.rejects(brand.importRows('customers', fileOf(rows)), ImportFailed);
  await waitUntilBlocked(owner);
  const [seen] = await brand.rows<{ id: string; store: string; seller: string }>(
    'select id, store_id as store, seller_id as seller from customers where brand_id = $1 limit 1',
  );
  assert.ok(seen);
  const seller = {
    brandId: brand.brandId,
    personId: seen.seller,
    role: 'seller',
    storeId: seen.store,
    turnId: null,
  } as const;
  assert.equal((await attemptContact(createFlowDeps(db, NOON), seller, aWish(seen.id))).kind, 'allowed');
  await holder.query('select pg_advisory_unlock(77)');
  holder.release();
  await failing;
  await removeFault();
  assert.deepEqual(await brand.rows('select id, permission from customers where brand_id = $1'), [
    { id: seen.id, permission: 'unknown' },
  ]);
});

test('an import does not overwrite a refusal that was recorded while it runs', async () => {
  const brand = await createFilledBrand(600);
  const removeFault = await failOn(
    'customers',
    `new.name = 'Bia 0' and pg_advisory_xact_lock(78) is null and new.brand_id = '${brand.brandId}'`,
  );
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock(78)');
  const importing = brand.importRows('customers', fileOf(numbered(600).map((n) => row(n, 'Bia'))));
  await waitUntilBlocked(owner);
  // C599 is in the second step, which was planned with the earlier permission of C599.
  await owner.query(
    `update customers set permission = 'refused', wrong_number_at = '${NOON}' where brand_id = $1 and code = 'C599'`,
    [brand.brandId],
  );
  await holder.query('select pg_advisory_unlock(78)');
  holder.release();
  await importing;
  await removeFault();
  const [after] = await brand.rows(
    `select name, permission, wrong_number_at is not null as wrong from customers where brand_id = $1 and code = 'C599'`,
  );
  assert.deepEqual(after, { name: 'Bia 599', permission: 'refused', wrong: true });
});

/** The number of customers, enough for many steps; by default a fifth of the number with `--all`. */
const MANY = process.env.OTO_TEST_ALL === '1' ? 20_000 : 4_000;

test('decisions are made during a large import, no transaction writes more than a step, and none sees half a customer', async () => {
  const count = MANY;
  const brand = await createFilledBrand(count);
  const [{ store, seller } = { store: '', seller: '' }] = await brand.rows<{ store: string; seller: string }>(
    'select store_id as store, id as seller from people where brand_id = $1',
  );
  const ids = await brand.rows<{ id: string }>('select id from customers where brand_id = $1 order by md5(id::text)');
  // The trigger counts every change of a customer by its transaction.
  await owner.query(`create table written (tx xid8, brand_id uuid)`);
  await owner.query(`grant insert on written to oto_runtime`);
  await owner.query(`create function count_written() returns trigger language plpgsql as $$ begin
    insert into written values (pg_current_xact_id(), new.brand_id); return new; end $$`);
  await owner.query(
    `create trigger count_written after insert or update on customers for each row execute function count_written()`,
  );
  // Each customer gets another number, and one in ten refuses: a new number without its refusal would be half a customer.
  const rows = numbered(count).map((n) => row(n, 'Marina', n % 10 === 0 ? 'não' : 'sim', n + count));
  let isOver = false;
  const importing = brand.importRows('customers', fileOf(rows)).finally(() => {
    isOver = true;
  });
  const flowDeps = createFlowDeps(db, NOON);
  const who = { brandId: brand.brandId, personId: seller, role: 'seller', storeId: store, turnId: null } as const;
  const took: number[] = [];
  for (const { id } of ids) {
    if (isOver) break;
    const asked = performance.now();
    await attemptContact(flowDeps, who, aWish(id));
    took.push(performance.now() - asked);
    const half =
      await brand.rows(`select from customers where brand_id = $1 and right(code, 1) = '0' and permission = 'granted'
      and phone >= '${phone(count)}' limit 1`);
    assert.equal(half.length, 0);
  }
  await importing;
  const most = Math.max(...took);
  process.stdout.write(
    `${took.length} decisions beside an import of ${count}: the longest took ${most.toFixed(0)} ms\n`,
  );
  assert.ok(took.length > 5, 'too few decisions were answered during the import');
  const { rows: perTransaction } = await owner.query(
    `select count(*)::int as n from written where brand_id = $1 group by tx order by n desc limit 1`,
    [brand.brandId],
  );
  // A customer whose number changes is written twice in a step, and a third time where a stop is copied.
  assert.ok(perTransaction[0].n <= 3 * 500, `${perTransaction[0].n} changes in one transaction`);
  await owner.query('drop function count_written cascade');
});

test('after a kill in the middle of an import, the next command finishes it, says so, and runs its own import', async () => {
  const brand = await createFilledBrand(0);
  const removeFault = await failOn(
    'customers',
    `new.name = 'Bia 1400' and pg_advisory_xact_lock(79) is null and new.brand_id = '${brand.brandId}'`,
  );
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock(79)');
  const file = join(folder, 'killed.csv');
  writeFileSync(file, fileOf(numbered(1_500).map((n) => row(n, 'Bia'))));
  const args = ['--brand', brand.slug, '--kind', 'customers', file];
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main/import/import-cli.ts'), ...args], {
    env: { ...process.env, ...commandEnv },
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await untilChildWaits(child);
  child.kill('SIGKILL');
  await closed;
  const there = await brand.rows('select from customers where brand_id = $1');
  assert.equal(there.length, 1_000, 'two steps of three must be written');
  await holder.query('select pg_advisory_unlock(79)');
  holder.release();
  await removeFault();
  const { status, stdout, stderr } = run('import/import-cli.ts', args);
  assert.equal(status, 0, stderr);
  assert.match(
    stdout,
    /^Uma importação anterior de clientes tinha parado no meio: o que faltava foi importado agora\.$/m,
  );
  assert.match(stdout, /1\.500 linhas lidas: 1\.500 sem mudança\./);
  assert.equal((await brand.rows('select from customers where brand_id = $1')).length, 1_500);
  const states = await brand.rows(`select state from imports where brand_id = $1 and kind = 'customers'`);
  assert.deepEqual(states, [{ state: 'applied' }, { state: 'applied' }]);
  assert.deepEqual(await brand.rows('select from import_rows where brand_id = $1'), []);
});

/** Resolves when the process waits for the test's lock; throws where the process ends before. */
async function untilChildWaits(child: ReturnType<typeof spawn>): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the command ended with ${child.exitCode}`);
    try {
      return await waitUntilBlocked(owner);
    } catch {
      // The process is still starting.
    }
  }
}

test('an import that has already ended cannot be applied again', async () => {
  const brand = await createFilledBrand(0);
  const deps = { db, now: () => Date.parse(NOON), newId: uuidv7, numberKey: NUMBER_KEY, keepTurn: () => undefined };
  await importFile(deps, {
    brandId: brand.brandId,
    kind: 'customers',
    file: Buffer.from(fileOf([row(1, 'Bia')])),
    skipBadRows: false,
  });
  const [done] = await brand.rows<{ id: string }>(`select id from imports where brand_id = $1 and kind = 'customers'`);
  await assert.rejects(applyImport(deps, brand.brandId, { id: done?.id ?? '', kind: 'customers' }), /ended already/);
});

test('the runtime login can delete only customers that an import in undo has created, and only in its brand', async () => {
  const [brand, other] = [await createFilledBrand(10), await createFilledBrand(0)];
  const id = uuidv7();
  await owner.query(
    `insert into imports (brand_id, id, kind, state, steps, steps_done, counts, created_at)
     values ($1, $2, 'customers', 'applying', 1, 1, '{}', now())`,
    [brand.brandId, id],
  );
  await owner.query(
    `insert into import_rows (brand_id, import_id, step, record_id, before, after)
     select brand_id, $2, 0, id, case when code = 'C1' then '{}'::jsonb end, '{}' from customers
     where brand_id = $1 and code in ('C1', 'C2')`,
    [brand.brandId, id],
  );
  const deleteImported = async (brandId: string) => {
    const [deleted] = await db.inBrand(brandId, (tx) => tx.run(deleteImportedCustomers, { id, step: 0 }));
    return deleted?.ids.length;
  };
  assert.equal(await deleteImported(brand.brandId), 0, 'the import is not in undo');
  await owner.query('update imports set undoing = true where id = $1', [id]);
  assert.equal(await deleteImported(other.brandId), 0, 'the import is of another brand');
  assert.equal(await deleteImported(brand.brandId), 1, 'only C2 was created by the import');
  const left = await brand.rows<{ code: string }>('select code from customers where brand_id = $1 order by code');
  assert.deepEqual(left.map(({ code }) => code).slice(0, 3), ['C0', 'C1', 'C3']);
});
