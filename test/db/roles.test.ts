/** Tests the logins of the program, and the check that they cannot bypass row-level security. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { ensureRoles, findBypasses, type Logins, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { withDatabase, withEmptyDatabase } from '#kit/database.ts';

const { db, owner, logins } = await withDatabase();

async function askAs<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

test('the logins accept only the passwords that derive from the secret', async () => {
  for (const role of ['oto_runtime', 'oto_auth'] as const) {
    assert.deepEqual(await askAs(urlOf(role, logins), 'select current_user as who'), [{ who: role }]);
    const other = urlOf(role, { ...logins, secret: 'another secret, of thirty-two characters' });
    await assert.rejects(askAs(other, 'select 1'), /password authentication failed/);
  }
  assert.notEqual(new URL(urlOf('oto_runtime', logins)).password, new URL(urlOf('oto_auth', logins)).password);
});

test('programs that start at the same time all find the logins created', async () => {
  const empty = await withEmptyDatabase();
  await Promise.all(Array.from({ length: 5 }, () => ensureRoles(empty)));
  assert.deepEqual(await askAs(urlOf('oto_runtime', empty), 'select 1 as n'), [{ n: 1 }]);
});

test('the runtime login has timeouts for statements, locks and idle transactions, and the time zone UTC', async () => {
  const [settings] = await askAs(
    urlOf('oto_runtime', logins),
    `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
       current_setting('idle_in_transaction_session_timeout') as idle, current_setting('timezone') as zone`,
  );
  assert.deepEqual(settings, { statement: '10s', lock: '5s', idle: '15s', zone: 'UTC' });
});

test('the runtime login of a migrated database cannot bypass row-level security', async () => {
  assert.deepEqual(await findBypasses(db), []);
});

test('the check reports a login that owns tables or is the owner', async () => {
  const asOwner = openDatabase({ url: logins.ownerUrl, max: 1, onError: assert.fail });
  try {
    assert.deepEqual(await findBypasses(asOwner), [
      'The runtime login owns tables',
      "The runtime login is the database's owner or its member",
    ]);
  } finally {
    await asOwner.close();
  }
});

test('the check reports a table of brands without forced row-level security', async () => {
  await owner.query('alter table stores no force row level security');
  assert.deepEqual(await findBypasses(db), ['A table of brands is without forced row-level security']);
  await owner.query('alter table stores force row level security');
  assert.deepEqual(await findBypasses(db), []);
});

test('a login that the operator gives is used without a change of its password', async () => {
  const given: Logins = { ...logins, given: { oto_runtime: logins.ownerUrl, oto_auth: null } };
  assert.equal(urlOf('oto_runtime', given), logins.ownerUrl);
  await ensureRoles({ ...given, secret: logins.secret });
  assert.deepEqual(
    await askAs(urlOf('oto_runtime', logins), 'select 1 as n'),
    [{ n: 1 }],
    'the password of the login was changed',
  );
});

test('an owner who is no superuser can prepare and migrate a database', async () => {
  const empty = await withEmptyDatabase();
  assert.deepEqual(await askAs(empty.ownerUrl, 'select rolsuper from pg_roles where rolname = current_user'), [
    { rolsuper: false },
  ]);
  await ensureRoles(empty);
  await migrate(empty.ownerUrl, readMigrations(), PLAIN_NAMES);
});
