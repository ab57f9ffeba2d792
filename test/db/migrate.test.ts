/** Tests how migrations bring a database to the schema of this program. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import {
  listMissingMigrations,
  type Migration,
  migrate as migrateAs,
  readMigrations,
  SchemaMismatch,
} from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { withEmptyDatabase } from '#kit/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'oto-migrations-'));
after(() => rmSync(folder, { recursive: true }));

const files = (texts: Record<string, string>): Migration[] => {
  const each = mkdtempSync(join(folder, 'set-'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(each, name), text);
  return readMigrations(each);
};
const first = { '0001_first.sql': 'create table first (n integer); insert into first values (1)' };
const second = { ...first, '0002_second.sql': 'create table second (n integer)' };

const migrate = (url: string, migrations: readonly Migration[]) => migrateAs(url, migrations, PLAIN_NAMES);

async function createEmptyDatabase() {
  const logins = await withEmptyDatabase();
  await ensureRoles(logins);
  const rows = async (text: string) => {
    const client = new pg.Client({ connectionString: logins.ownerUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  return { logins, url: logins.ownerUrl, rows };
}

test('files are applied in order, each once, however often the program starts', async () => {
  const { url, rows } = await createEmptyDatabase();
  await migrate(url, files(first));
  await migrate(url, files(second));
  await migrate(url, files(second));
  assert.deepEqual(await rows('select n from first'), [{ n: 1 }]);
  assert.deepEqual(await rows('select number, name from schema_migrations order by 1'), [
    { number: 1, name: '0001_first.sql' },
    { number: 2, name: '0002_second.sql' },
  ]);
});

test('programs that begin together apply each file once, and all of them succeed', async () => {
  const { url, rows } = await createEmptyDatabase();
  const slow = files({
    '0001_slow.sql': 'select pg_sleep(0.1); create table slow (n integer); insert into slow values (1)',
  });
  await Promise.all(Array.from({ length: 5 }, () => migrate(url, slow)));
  assert.deepEqual(await rows('select n from slow'), [{ n: 1 }]);
});

test('a file that fails changes nothing, and can be applied once it is corrected', async () => {
  const { url, rows } = await createEmptyDatabase();
  const broken = files({ ...first, '0002_second.sql': 'create table second (n integer); select nonsense' });
  await assert.rejects(migrate(url, broken), /0002_second\.sql could not be applied.*nonsense/s);
  assert.deepEqual(await rows(`select to_regclass('second') as second`), [{ second: null }]);
  await migrate(url, files(second));
  assert.deepEqual(await rows('select n from second'), []);
});

test('a database of a newer program is refused and not changed', async () => {
  const { url } = await createEmptyDatabase();
  await migrate(url, files(second));
  await assert.rejects(migrate(url, files(first)), (error: Error) => {
    assert.ok(error instanceof SchemaMismatch);
    assert.match(error.message, /0002_second\.sql/);
    return true;
  });
});

test('a file that was changed after it was applied is refused', async () => {
  const { url } = await createEmptyDatabase();
  await migrate(url, files(first));
  const changed = files({ '0001_first.sql': 'create table first (n bigint)' });
  await assert.rejects(migrate(url, changed), SchemaMismatch);
});

test('a missing or duplicate number is refused before the database is opened', () => {
  assert.throws(() => files({ '0002_second.sql': '' }), /0002_second\.sql should be number 1/);
  assert.throws(() => files({ ...first, '0001_other.sql': '' }), /should be number 2/);
  assert.throws(() => files({ 'first.sql': '' }), /first\.sql should be number 1/);
});

test('the runtime login can list the migrations that a database lacks', async () => {
  const { logins, url } = await createEmptyDatabase();
  await migrate(url, files(first));
  const database = openDatabase({ url: urlOf('oto_runtime', logins), max: 1, onError: assert.fail });
  try {
    const missing = await listMissingMigrations(database, files(second));
    assert.deepEqual(
      missing.map(({ name }) => name),
      ['0002_second.sql'],
    );
    assert.deepEqual(await listMissingMigrations(database, files(first)), []);
  } finally {
    await database.close();
  }
});
