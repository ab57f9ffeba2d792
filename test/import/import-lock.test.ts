/** Tests the import lock: imports of one brand run one after the other, and one that lost the lock or its process does no harm. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#db/core/db.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { importFile } from '#flows/import/import-file.ts';
import { ImportBusy, takeImportTurn } from '#flows/import/import-turn.ts';
import { applyImport, ImportUnfinished, type Recovered } from '#flows/import/write/carry-out-import.ts';
import { openCommandInstallation } from '#kit/commands.ts';
import { waitUntilBlocked } from '#kit/wait-until.ts';
import { createImportBrand, NUMBER_KEY } from './import-fixture.ts';

const { db, owner, logins, folder, run, commandEnv } = await openCommandInstallation();
const NOON = '2026-11-23T15:00:00Z';

const HEADER = 'codigo;nome;loja;vendedor;telefone;permite_whatsapp';
const phone = (n: number) => `+55119${String(20_000_000 + n)}`;
const row = (n: number, name: string) => `C${n};${name} ${n};SP01;1;${phone(n)};sim`;
const customersFile = (count: number, name: string) =>
  [HEADER, ...Array.from({ length: count }, (_, n) => row(n, name))].join('\n');

async function createFilledBrand(count: number) {
  const brand = await createImportBrand(db, owner, NOON);
  await brand.importRows('stores', 'codigo;nome;cidade;uf;abre;fecha\nSP01;Paulista;São Paulo;SP;08:00;22:00');
  await brand.importRows('sellers', 'codigo;nome;loja\n1;Ana Lima;SP01');
  if (count > 0) await brand.importRows('customers', customersFile(count, 'Marina'));
  return brand;
}

const depsOn = (database: Database) => ({
  db: database,
  now: () => Date.parse(NOON),
  newId: uuidv7,
  numberKey: NUMBER_KEY,
});

const customersWish = (brandId: string, count: number, name: string) => ({
  brandId,
  kind: 'customers' as const,
  file: Buffer.from(customersFile(count, name)),
  skipBadRows: false,
});

/** Returns `db` with `before` called before each transaction that writes to the brand. */
function withPauses(before: () => Promise<void>): Database {
  return {
    ...db,
    async inBrand(brandId, work) {
      await before();
      return db.inBrand(brandId, work);
    },
  };
}

test('an import waits while another import of the brand runs, reports the wait once, and then runs or gives up', async () => {
  const brand = await createFilledBrand(0);
  const wish = customersWish(brand.brandId, 3, 'Bia');
  let told = 0;
  const onWaiting = () => {
    told += 1;
  };
  const waiting = Promise.withResolvers<void>();
  let second: Promise<unknown> | undefined;
  await takeImportTurn(db, brand.brandId, { onWaiting: assert.fail }, async () => {
    await assert.rejects(importFile({ ...depsOn(db), onWaiting, longestWaitMs: 500 }, wish), ImportBusy);
    assert.equal(told, 1);
    assert.deepEqual(
      await brand.rows('select from customers where brand_id = $1'),
      [],
      'the refused import wrote rows',
    );
    second = importFile({ ...depsOn(db), onWaiting: waiting.resolve }, wish);
    await waiting.promise;
  });
  await second;
  assert.equal((await brand.rows('select from customers where brand_id = $1')).length, 3);
});

test('an import of another brand does not wait', async () => {
  const [one, other] = [await createFilledBrand(0), await createFilledBrand(0)];
  await takeImportTurn(db, one.brandId, { onWaiting: assert.fail }, () =>
    other.importRows('customers', customersFile(1, 'Bia')),
  );
});

test('a process whose import another process took over writes no further step, and the other process finishes it', async () => {
  const brand = await createFilledBrand(0);
  const [taken, stopped] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let taking: Promise<void> | undefined;
  // The first process pauses after its first step until the second process has taken the import over.
  const first = withPauses(async () => {
    const [open] = await brand.rows<{ id: string; done: number }>(
      `select id, steps_done as done from imports where brand_id = $1 and state = 'applying'`,
    );
    if (open?.done !== 1 || taking !== undefined) return;
    taking = applyImport({ ...depsOn(second), keepTurn: () => undefined }, brand.brandId, {
      id: open.id,
      kind: 'customers',
    });
    taking.catch(taken.reject);
    await taken.promise;
  });
  let begun = 0;
  // The second process takes the import over, and pauses until the first process has given up.
  const second = withPauses(async () => {
    begun += 1;
    if (begun === 1) return;
    taken.resolve();
    await stopped.promise;
  });
  await assert.rejects(importFile(depsOn(first), customersWish(brand.brandId, 1_200, 'Bia')), (error) => {
    assert.ok(error instanceof ImportUnfinished, String(error));
    assert.match(error.message, /taken the import over/);
    return true;
  });
  assert.equal(
    (await brand.rows('select from customers where brand_id = $1')).length,
    500,
    'only the first step was written',
  );
  stopped.resolve();
  await taking;
  assert.equal((await brand.rows('select from customers where brand_id = $1')).length, 1_200);
  assert.deepEqual(await brand.rows(`select state from imports where brand_id = $1 and kind = 'customers'`), [
    { state: 'applied' },
  ]);
});

test('the next import finishes an import that lost its lock with its connection, which then writes nothing more', async () => {
  const brand = await createFilledBrand(0);
  const recovered: Recovered['how'][] = [];
  let isLost = false;
  const first = withPauses(async () => {
    const [open] = await brand.rows<{ done: number }>(
      `select steps_done as done from imports where brand_id = $1 and state = 'applying'`,
    );
    if (open?.done !== 1 || isLost) return;
    isLost = true;
    await endLockConnection();
    await importFile(
      { ...depsOn(db), onRecovered: ({ how }) => recovered.push(how) },
      customersWish(brand.brandId, 1_300, 'Lia'),
    );
  });
  await assert.rejects(importFile(depsOn(first), customersWish(brand.brandId, 1_200, 'Bia')));
  assert.deepEqual(recovered, ['finished']);
  const names = await brand.rows(
    `select split_part(name, ' ', 1) as name, count(*)::int as n from customers where brand_id = $1 group by 1`,
  );
  assert.deepEqual(names, [{ name: 'Lia', n: 1_300 }]);
});

/** Ends the connection that has the import lock, as the runtime login, because the owner may not. */
async function endLockConnection(): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('oto_runtime', logins) });
  await client.connect();
  const { rows } = await client.query(
    `select pg_terminate_backend(pid, 5000) as ended from pg_locks where locktype = 'advisory' and database =
     (select oid from pg_database where datname = current_database())`,
  );
  await client.end();
  assert.deepEqual(rows, [{ ended: true }]);
}

test('only the last transaction of an import waits for the disk, so staging and steps lock customers for a shorter time', async () => {
  const brand = await createFilledBrand(0);
  // The Postgres of the tests never waits for the disk; here `synchronous_commit` is set as in production.
  const [{ name } = { name: '' }] = (await owner.query<{ name: string }>('select current_database() as name')).rows;
  await owner.query(`alter database ${name} set synchronous_commit = on`);
  await owner.query(`create table commits (what text, waits text)`);
  await owner.query(`grant insert on commits to public`);
  await owner.query(`create function note_commit() returns trigger language plpgsql as $$ begin
    insert into commits values (tg_argv[0], current_setting('synchronous_commit')); return new; end $$`);
  await owner.query(`create trigger note_commit after insert on import_rows execute function note_commit('staging')`);
  await owner.query(`create trigger note_commit after insert on customers execute function note_commit('step')`);
  await owner.query(
    `create trigger note_commit after update of ended_at on imports execute function note_commit('end')`,
  );
  const asInProduction = openDatabase({ url: urlOf('oto_runtime', logins), onError: assert.fail });
  try {
    await importFile(depsOn(asInProduction), customersWish(brand.brandId, 600, 'Bia'));
  } finally {
    await asInProduction.close();
    await owner.query('drop function note_commit cascade');
    await owner.query(`alter database ${name} reset synchronous_commit`);
  }
  const { rows } = await owner.query('select distinct what, waits from commits order by what');
  assert.deepEqual(rows, [
    { what: 'end', waits: 'on' },
    { what: 'staging', waits: 'off' },
    { what: 'step', waits: 'off' },
  ]);
});

test('after a kill during the undo of an import, the next command finishes the undo, says so, and runs its own import', async () => {
  const brand = await createFilledBrand(0);
  const file = join(folder, 'undone.csv');
  const args = ['--brand', brand.slug, '--kind', 'customers', file];
  // The command imports this file too, because stops are hashed with the installation's key.
  writeFileSync(file, customersFile(1_200, 'Marina'));
  assert.equal(run('import/import-cli.ts', args).status, 0);
  const readAll = () =>
    brand.rows(`select to_jsonb(c) as customer, (select array_agg(w.word order by w.word) from customer_words w
      where w.brand_id = c.brand_id and w.customer_id = c.id) as words from customers c where brand_id = $1 order by id`);
  const before = await readAll();
  // The last step fails. The undo begins there and waits at a customer of the second step for the test's lock.
  await owner.query(`create function fail_here() returns trigger language plpgsql as $$ begin
    if new.name = 'Bia 1190' then raise exception 'injected'; end if;
    if new.name = 'Marina 300' then perform pg_advisory_xact_lock(80); end if;
    return new; end $$`);
  await owner.query(
    'create trigger fail_here before insert or update on customers for each row execute function fail_here()',
  );
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock(80)');
  // The import has 600 new customers, written first, and 1,200 changed ones, in four steps.
  writeFileSync(file, customersFile(1_800, 'Bia'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main/import/import-cli.ts'), ...args], {
    env: { ...process.env, ...commandEnv },
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await untilChildWaits(child);
  child.kill('SIGKILL');
  await closed;
  await holder.query('select pg_advisory_unlock(80)');
  holder.release();
  const [open] = await brand.rows('select state, undoing, steps from imports where brand_id = $1 and ended_at is null');
  assert.deepEqual(open, { state: 'applying', undoing: true, steps: 4 });
  assert.ok((await readAll()).length > 1_200, 'no new customer is left, so the undo was already finished');
  await owner.query('drop function fail_here cascade');

  writeFileSync(file, customersFile(1, 'Marina'));
  const { status, stdout, stderr } = run('import/import-cli.ts', args);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Uma importação anterior de clientes tinha parado no meio e foi desfeita agora\./m);
  assert.match(stdout, /1 linha lida: 1 sem mudança\./);
  const left = await readAll();
  assert.equal(left.length, before.length);
  assert.deepEqual(
    left.filter((each, n) => JSON.stringify(each) !== JSON.stringify(before[n])),
    [],
  );
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
