/** Tests migrations that are applied step by step: they can be resumed, run beside other programs, and wait without blocking them (decision 0025). */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { type Migration, migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles } from '#db/core/installation/roles.ts';
import { withEmptyDatabase } from '#kit/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'oto-steps-'));
after(() => rmSync(folder, { recursive: true }));

const START = 'create table t (n integer, m integer); insert into t select n from generate_series(1, 10) n';
const steps = (sql: string): Migration[] => {
  const each = mkdtempSync(join(folder, 'set-'));
  writeFileSync(join(each, '0001_start.sql'), START);
  writeFileSync(join(each, '0002_steps.sql'), `-- concurrently\n${sql}`);
  return readMigrations(each);
};

async function emptyDatabase() {
  const { ownerUrl: url, ...logins } = await withEmptyDatabase();
  await ensureRoles({ ownerUrl: url, ...logins });
  const rows = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  return { url, rows };
}

const applied = 'select count(*)::int from schema_migrations';
const validIndexes = `select c.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = 't'::regclass order by 1`;

test('a file that stopped in the middle continues there, and repeats no finished step', async () => {
  const { url, rows } = await emptyDatabase();
  const file = steps(`insert into t values (100);
    select 1 / count(*) from t where n = 200;
    insert into t values (300);`);
  await assert.rejects(migrate(url, file, PLAIN_NAMES), /0002_steps\.sql could not be applied: division by zero/);
  assert.deepEqual(await rows(applied), [{ count: 1 }]);
  await rows('insert into t values (200)');
  await migrate(url, file, PLAIN_NAMES);
  assert.deepEqual(await rows('select n from t where n >= 100 order by n'), [{ n: 100 }, { n: 200 }, { n: 300 }]);
  assert.deepEqual(await rows(applied), [{ count: 2 }]);
  assert.deepEqual(await rows(`select to_regclass('migration_steps') as progress`), [{ progress: null }]);
});

test('an invalid index of a failed try is dropped and created again', async () => {
  const { url, rows } = await emptyDatabase();
  const file = steps('create unique index concurrently t_n on t (n);');
  await migrate(url, file.slice(0, 1), PLAIN_NAMES);
  await rows('insert into t values (1)');
  await assert.rejects(migrate(url, file, PLAIN_NAMES), /could not create unique index/);
  assert.deepEqual(await rows(validIndexes), [{ relname: 't_n', indisvalid: false }]);
  await rows('delete from t where ctid in (select min(ctid) from t where n = 1)');
  await migrate(url, file, PLAIN_NAMES);
  assert.deepEqual(await rows(validIndexes), [{ relname: 't_n', indisvalid: true }]);
});

test('an index that was created before the program was killed is not created again', async () => {
  const { url, rows } = await emptyDatabase();
  const file = steps('create index concurrently t_n on t (n);');
  await migrate(url, file.slice(0, 1), PLAIN_NAMES);
  await rows('create index t_n on t (n)');
  await migrate(url, file, PLAIN_NAMES);
  assert.deepEqual(await rows(validIndexes), [{ relname: 't_n', indisvalid: true }]);
});

test('a statement marked `-- repeat` runs until it changes no row, each time in its own transaction', async () => {
  const { url, rows } = await emptyDatabase();
  const batch = `-- repeat
    update t set m = pg_current_xact_id()::text::integer
    where ctid in (select ctid from t where m is null limit 4);`;
  await migrate(url, steps(batch), PLAIN_NAMES);
  assert.deepEqual(await rows('select count(*)::int from t group by m order by m'), [
    { count: 4 },
    { count: 4 },
    { count: 2 },
  ]);
});

test('programs that start at the same time apply each step once, and all of them succeed', async () => {
  const { url, rows } = await emptyDatabase();
  const file = steps('insert into t values (100); create index concurrently t_n on t (n); insert into t values (200);');
  await Promise.all(Array.from({ length: 5 }, () => migrate(url, file, PLAIN_NAMES)));
  assert.deepEqual(await rows('select n from t where n >= 100 order by n'), [{ n: 100 }, { n: 200 }]);
  assert.deepEqual(await rows(validIndexes), [{ relname: 't_n', indisvalid: true }]);
});

test('a file that was changed after a part of it was applied is refused', async () => {
  const { url } = await emptyDatabase();
  await assert.rejects(
    migrate(url, steps('insert into t values (100); select 1 / 0;'), PLAIN_NAMES),
    /division by zero/,
  );
  await assert.rejects(migrate(url, steps('insert into t values (101); select 1;'), PLAIN_NAMES), /was changed/);
});

for (const [form, header] of [
  ['step by step', '-- concurrently\n'],
  ['as a whole', ''],
] as const) {
  test(`a migration applied ${form} does not block other queries while it waits for a lock`, async () => {
    const { url, rows } = await emptyDatabase();
    const each = mkdtempSync(join(folder, 'set-'));
    writeFileSync(join(each, '0001_start.sql'), START);
    writeFileSync(join(each, '0002_alter.sql'), `${header}alter table t add column added integer;`);
    const files = readMigrations(each);
    await migrate(url, files.slice(0, 1), PLAIN_NAMES);
    const reader = new pg.Client({ connectionString: url });
    await reader.connect();
    await reader.query('begin');
    await reader.query('select count(*) from t');
    const migrating = migrate(url, files, PLAIN_NAMES);
    // The loop ends when the migration waits for its lock; a query behind it would otherwise wait until the reader commits.
    while ((await rows('select from pg_locks where not granted')).length === 0);
    assert.deepEqual(await rows('select count(*)::int from t'), [{ count: 10 }]);
    await reader.query('commit');
    await reader.end();
    await migrating;
    assert.deepEqual(await rows('select count(added)::int from t'), [{ count: 0 }]);
  });
}
