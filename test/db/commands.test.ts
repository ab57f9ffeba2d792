/** Runs every command with settings that do not fit the installation: each prints one sentence and changes nothing. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { openCommandInstallation } from '#kit/commands.ts';
import { openTestPostgres } from '#kit/postgres.ts';

const installation = await openCommandInstallation();
const PRODUCTION = { OTO_MODE: 'production', OTO_PUBLIC_URL: 'http://localhost', PORT: '0', OTO_HOST: '127.0.0.1' };
const WRONG = { ...PRODUCTION, OTO_SECRET: '7d0b93c1e58f42a6b09d3e71c84af562f1936ad0c27be845' };
const EVERY: readonly (readonly [file: string, ...args: string[]])[] = [
  ['time/clock-cli.ts'],
  ['time/clock-cli.ts', 'clear'],
  ['record/verify-cli.ts'],
  ['record/replay-cli.ts'],
  ['import/import-cli.ts', '--brand', 'aurora', '--kind', 'stores', join(import.meta.dirname, 'commands.test.ts')],
  ['sign-in/admin-cli.ts', 'create-support', 'sofia@oto.example'],
  ['sign-in/admin-cli.ts', 'create-brand', 'aurora', '--plan', 'growth'],
  ['core/installation/migrate-cli.ts'],
  ['core/installation/migrate-cli.ts', '--rotate'],
  ['server/server.ts'],
];

/** Reads the password verifiers of every login on the server. */
async function verifiers(): Promise<unknown[]> {
  const postgres = await openTestPostgres();
  const client = new pg.Client({ connectionString: postgres.urlOf('postgres', 'postgres') });
  await client.connect();
  try {
    const names = ['oto_owner', 'oto_runtime', 'oto_auth'];
    return (
      await client.query('select rolname, rolpassword from pg_authid where rolname = any($1) order by 1', [names])
    ).rows;
  } finally {
    await client.end();
    await postgres.close();
  }
}

test('with the OTO_SECRET of another installation, each command says so, fails, and changes no login and no row', async () => {
  const before = await verifiers();
  for (const [file, ...args] of EVERY) {
    const { status, stderr } = installation.run(file, args, WRONG);
    assert.ok(status === 1 || status === 2, `${file} ${args} ended with ${status}: ${stderr}`);
    assert.match(stderr, /^OTO_SECRET is not the secret of the installation in the database oto_test_.*\n$/, file);
  }
  assert.deepEqual(await verifiers(), before);
  assert.deepEqual((await installation.owner.query('select from brands')).rows, []);
  assert.deepEqual((await installation.owner.query('select from auth."user"')).rows, []);
});

test('only a server start or `migrate` brings an older schema up to date', async () => {
  const { rows } = await installation.owner.query<{ number: number; name: string; checksum: string }>(
    `delete from schema_migrations where number = (select max(number) from schema_migrations)
     returning number, name, checksum`,
  );
  try {
    for (const [file, ...args] of EVERY.filter(
      ([name]) => !['core/installation/migrate-cli.ts', 'server/server.ts'].includes(name),
    )) {
      const { status, stderr } = installation.run(file, args, PRODUCTION);
      assert.equal(status, 2, `${file}: ${stderr}`);
      assert.match(stderr, /is older than this program: it lacks 1 migrations.*npm run migrate/s, file);
    }
  } finally {
    await installation.owner.query(
      'insert into schema_migrations (number, name, checksum) select number, name, checksum from json_populate_recordset(null::schema_migrations, $1)',
      [JSON.stringify(rows)],
    );
  }
});

test('a command whose data folder does not exist creates no folder', () => {
  const folder = join(installation.folder, 'mistyped');
  for (const [file, ...args] of EVERY.filter(
    ([name]) => !['core/installation/migrate-cli.ts', 'server/server.ts'].includes(name),
  )) {
    const settings = { OTO_MODE: 'demo', OTO_DATA_DIR: folder, DATABASE_URL: '', OTO_SECRET: '' };
    const { status, stderr } = installation.run(file, args, settings);
    assert.equal(status, 2, `${file}: ${stderr}`);
    assert.match(stderr, /^There are no data in .*mistyped.*npm run migrate/, file);
    assert.equal(existsSync(folder), false, file);
  }
  mkdirSync(folder);
  const settings = { OTO_MODE: 'demo', OTO_DATA_DIR: folder, DATABASE_URL: '', OTO_SECRET: '' };
  assert.equal(installation.run('record/verify-cli.ts', [], settings).status, 2);
  assert.deepEqual(readdirSync(folder), [], 'the command wrote into the empty folder');
});

test('a command prints one sentence where no database answers', () => {
  const settings = { ...PRODUCTION, DATABASE_URL: 'postgres://owner:secret@127.0.0.1:1/oto' };
  const { status, stderr } = installation.run('record/verify-cli.ts', [], settings);
  assert.equal(status, 2);
  assert.match(stderr, /^The database of DATABASE_URL cannot be used: .*ECONNREFUSED.*\.\n$/);
});
