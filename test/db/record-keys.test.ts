/** Tests the stored signing keys over changes of the secret: each key is added once, signed by the previous key, and none is lost (R3). */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { prepareInstallation } from '#db/core/installation/installation.ts';
import { InstallationFault } from '#db/core/installation/installation-fault.ts';
import { readMigrations } from '#db/core/installation/migrate.ts';
import { type Logins, urlOf } from '#db/core/installation/roles.ts';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { readRecordKeys, signatureFault, signHeads, trustKeys } from '#flows/record/record-keys.ts';
import { databaseName, dropDatabase, emptyDatabase, openTestPostgres } from '#kit/postgres.ts';

const postgres = await openTestPostgres();
const made: string[] = [];
after(async () => {
  for (const name of made) await dropDatabase(postgres, name);
  await postgres.close();
});

/** The migrations up to the table of keys, so that a test can remove the table again. */
const MIGRATIONS = readMigrations().filter(({ name }) => name <= '0031_record_keys.sql');
const [FIRST, SECOND, THIRD] = ['first', 'second', 'third'].map(
  (which) => `the ${which} secret of this installation`,
) as [string, string, string];
const HEADS = { '01a2258f-85b0-7a18-ba83-92e9cb8b748f': { number: 1, link: 'c9'.repeat(32) } };

/** Statements that change the database to the version before the table of keys. */
const TAKE_KEYS_AWAY = 'drop table record_keys; delete from schema_migrations where number = 31';

async function installation() {
  const name = databaseName('test');
  made.push(name);
  await emptyDatabase(postgres, name);
  const ownerUrl = postgres.urlOf(name);
  const loginsOf = (secret: string): Logins => ({ ownerUrl, secret, given: { oto_runtime: null, oto_auth: null } });
  const start = (secret: string, previousSecret: string | null = null, rotate = false) =>
    prepareInstallation(loginsOf(secret), MIGRATIONS, { previousSecret, rotate });
  await prepareInstallation(loginsOf(FIRST), MIGRATIONS, { previousSecret: null, rotate: false });
  return {
    start,
    rotate: (secret: string, previousSecret: string) => start(secret, previousSecret, true),
    /** Reads the keys as a server with this secret does. */
    readKeys: async (secret: string) => {
      const { names } = await start(secret);
      const url = urlOf('oto_runtime', { ...loginsOf(secret), names });
      const db = openDatabase({ url, max: 1, onError: assert.fail });
      try {
        return await readRecordKeys(db);
      } finally {
        await db.close();
      }
    },
    asOwner: async (text: string) => {
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        return (await client.query(text)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

test('each new secret adds one key, and heads signed with earlier keys keep a valid signature', async () => {
  const { rotate, readKeys } = await installation();
  const today = new Date().toISOString().slice(0, 10);
  const heads = [FIRST, SECOND, THIRD].flatMap((secret) => signHeads(signingKeyOf(secret), today, HEADS));
  assert.equal((await readKeys(FIRST)).length, 1);
  for (const [i, secret] of [SECOND, THIRD].entries()) {
    const before = i === 0 ? FIRST : SECOND;
    await rotate(secret, before);
    await rotate(secret, before);
    const keys = await readKeys(secret);
    const { trusted, fault } = trustKeys(signingKeyOf(secret), keys);
    assert.deepEqual([keys.length, trusted.size, fault], [i + 2, i + 2, null]);
    assert.equal(keys.at(-1)?.previous, signingKeyOf(before).kid);
    const found = heads.map((head) => signatureFault(head, trusted));
    assert.deepEqual(found.slice(0, i + 2), Array(i + 2).fill(null));
    assert.deepEqual(found.slice(i + 2), Array(1 - i).fill('unknown_key'));
  }
});

test('a database of the previous version gets its first key with the table, whatever its earlier secrets were', async () => {
  const { start, asOwner, readKeys } = await installation();
  await asOwner(TAKE_KEYS_AWAY);
  await start(FIRST, SECOND);
  const [key, ...others] = await readKeys(FIRST);
  assert.deepEqual([key?.kid, key?.previous, others], [signingKeyOf(FIRST).kid, null, []]);
});

test('of several programs that start at the same time, one adds the key, at the first start and after a rotation', async () => {
  const { start, rotate, readKeys, asOwner } = await installation();
  await asOwner(TAKE_KEYS_AWAY);
  await Promise.all(Array.from({ length: 3 }, () => start(FIRST)));
  assert.equal((await readKeys(FIRST)).length, 1);
  await rotate(SECOND, FIRST);
  await asOwner('delete from record_keys where number = 2');
  await Promise.all(Array.from({ length: 3 }, () => start(SECOND, FIRST)));
  const keys = await readKeys(SECOND);
  assert.deepEqual([keys.length, trustKeys(signingKeyOf(SECOND), keys).fault], [2, null]);
});

test('a rotation that ended before its key was added continues at the next start with both secrets, and not with one', async () => {
  const { start, rotate, asOwner, readKeys } = await installation();
  await rotate(SECOND, FIRST);
  await asOwner('delete from record_keys where number = 2');
  const isFault = (error: unknown) =>
    error instanceof InstallationFault &&
    /record_keys.*OTO_SECRET_PREVIOUS.*Nothing was changed\./s.test(error.message);
  await assert.rejects(start(SECOND), isFault);
  await assert.rejects(start(SECOND, THIRD), isFault);
  await start(SECOND, FIRST);
  assert.equal((await readKeys(SECOND)).length, 2);
});

test('neither a secret nor a private key is in the database', async () => {
  const { rotate, asOwner } = await installation();
  await rotate(SECOND, FIRST);
  const rows = await asOwner('select r::text from record_keys r');
  assert.equal(rows.length, 2);
  const columns = await asOwner(
    `select column_name as name from information_schema.columns where table_name = 'record_keys' order by ordinal_position`,
  );
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['number', 'public_key', 'since', 'signature', 'previous_signature'],
  );
});
