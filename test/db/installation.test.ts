/** Tests the check that a secret, a database and a program belong to the same installation, and that nothing changes where they do not. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { checkInstallation, prepareInstallation } from '#db/core/installation/installation.ts';
import { InstallationFault } from '#db/core/installation/installation-fault.ts';
import { migrate, readMigrations, SchemaMismatch } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES, type Role, roleNamesOf, withRoleNames } from '#db/core/installation/role-names.ts';
import { ensureRoles, type Logins, urlOf } from '#db/core/installation/roles.ts';
import { databaseName, dropDatabase, emptyDatabase, openTestPostgres } from '#kit/postgres.ts';

const postgres = await openTestPostgres();
const made: string[] = [];
after(async () => {
  for (const name of made) await dropDatabase(postgres, name);
  await postgres.close();
});

const MIGRATIONS = readMigrations();
const OURS = 'the secret of the installation, thirty-two characters and more';
const OTHER = 'the secret of another installation, also long enough for it';
const NO_ROTATION = { previousSecret: null, rotate: false };

async function emptyInstallation(secret: string): Promise<Logins> {
  const name = databaseName('test');
  made.push(name);
  await emptyDatabase(postgres, name);
  return { ownerUrl: postgres.urlOf(name), secret, given: { oto_runtime: null, oto_auth: null } };
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const nameOf = (logins: Logins) => new URL(logins.ownerUrl).pathname.slice(1);
const asSuperuser = (logins: Logins) => postgres.urlOf(nameOf(logins), 'postgres');

/** Reads everything that a start with a wrong secret could change: the verifiers of the logins, the schema and the rights. */
async function stateOf(logins: Logins) {
  const superuser = asSuperuser(logins);
  return {
    verifiers: await ask(superuser, `select rolname, rolpassword from pg_authid where rolname like $1 order by 1`, [
      `oto\\_%${nameOf(logins)}%`,
    ]),
    schema: await ask(superuser, `select to_regclass('schema_migrations') as has, to_regclass('installation') as row`),
    rights: await ask(
      superuser,
      `select relname, relacl::text from pg_class where relnamespace = 'public'::regnamespace order by 1`,
    ),
  };
}

const currentUser = async (logins: Logins, role: Role = 'oto_runtime') =>
  (await ask<{ who: string }>(urlOf(role, logins), 'select current_user as who'))[0]?.who;

const fault = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof InstallationFault, String(error));
  assert.match(error.message, pattern);
  return true;
};

test('a second preparation changes nothing, the logins have the database name in theirs, and the check passes', async () => {
  const logins = await emptyInstallation(OURS);
  const { names, applied } = await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  assert.deepEqual(names, roleNamesOf(nameOf(logins)));
  assert.equal(applied, MIGRATIONS.length);
  assert.equal(await currentUser(logins), `oto_runtime_${nameOf(logins)}`);
  assert.equal(await currentUser(logins, 'oto_auth'), `oto_auth_${nameOf(logins)}`);
  assert.deepEqual(await checkInstallation(logins, MIGRATIONS, null), names);
  const before = await stateOf(logins);
  const again = await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  assert.equal(again.applied, 0);
  assert.deepEqual(await stateOf(logins), before);
});

test('programs that start at the same time on an empty database all find it prepared', async () => {
  const logins = await emptyInstallation(OURS);
  await Promise.all(Array.from({ length: 4 }, () => prepareInstallation(logins, MIGRATIONS, NO_ROTATION)));
  await checkInstallation(logins, MIGRATIONS, null);
});

test('a check, a preparation and a rotation with a wrong secret change nothing, and the error says that the secret differs', async () => {
  const logins = await emptyInstallation(OURS);
  await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  const before = await stateOf(logins);
  const wrong = { ...logins, secret: OTHER };
  const isFault = fault(/OTO_SECRET is not the secret of the installation in the database oto_test_.*DATABASE_URL/);
  await assert.rejects(checkInstallation(wrong, MIGRATIONS, null), isFault);
  await assert.rejects(prepareInstallation(wrong, MIGRATIONS, NO_ROTATION), isFault);
  await assert.rejects(prepareInstallation(wrong, MIGRATIONS, { previousSecret: null, rotate: true }), isFault);
  await assert.rejects(prepareInstallation(wrong, MIGRATIONS, { previousSecret: `${OTHER}!`, rotate: true }), isFault);
  assert.deepEqual(await stateOf(logins), before);
  assert.equal(await currentUser(logins), `oto_runtime_${nameOf(logins)}`);
});

test('only a rotation with the previous secret changes the secret', async () => {
  const before = await emptyInstallation(OURS);
  await prepareInstallation(before, MIGRATIONS, NO_ROTATION);
  const then = { ...before, secret: OTHER };
  const isFault = fault(/OTO_SECRET_PREVIOUS.*npm run migrate -- --rotate/s);
  await assert.rejects(checkInstallation(then, MIGRATIONS, OURS), isFault);
  await assert.rejects(prepareInstallation(then, MIGRATIONS, { previousSecret: OURS, rotate: false }), isFault);
  assert.equal(await currentUser(before), `oto_runtime_${nameOf(before)}`);

  await prepareInstallation(then, MIGRATIONS, { previousSecret: OURS, rotate: true });
  assert.equal(await currentUser(then), `oto_runtime_${nameOf(before)}`);
  await assert.rejects(currentUser(before), /password authentication failed/);
  await checkInstallation(then, MIGRATIONS, OURS);
  await assert.rejects(checkInstallation(before, MIGRATIONS, null), fault(/OTO_SECRET is not/));
});

test('the check creates no schema, and says where the database is not prepared, older or newer', async () => {
  const logins = await emptyInstallation(OURS);
  await assert.rejects(checkInstallation(logins, MIGRATIONS, null), fault(/has not been prepared.*npm run migrate/s));
  assert.deepEqual(await stateOf(logins), { verifiers: [], schema: [{ has: null, row: null }], rights: [] });

  await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  const newer = { number: MIGRATIONS.length + 1, name: '9999_next.sql', sql: 'create table next ()', checksum: 'x' };
  await assert.rejects(
    checkInstallation(logins, [...MIGRATIONS, newer], null),
    fault(/older than this program.*9999_next\.sql.*npm run migrate/s),
  );
  await assert.rejects(checkInstallation(logins, MIGRATIONS.slice(0, -1), null), SchemaMismatch);
  await assert.rejects(prepareInstallation(logins, MIGRATIONS.slice(0, -1), NO_ROTATION), SchemaMismatch);
});

test('the database of another program is not changed', async () => {
  const logins = await emptyInstallation(OURS);
  await ask(logins.ownerUrl, 'create table schema_migrations (version text primary key)');
  const before = await stateOf(logins);
  await assert.rejects(prepareInstallation(logins, MIGRATIONS, NO_ROTATION), fault(/belongs to another program/));
  await assert.rejects(checkInstallation(logins, MIGRATIONS, null), fault(/belongs to another program/));
  assert.deepEqual(await stateOf(logins), before);
});

test('two installations with different secrets on one cluster both work after either starts', async () => {
  const [one, two] = [await emptyInstallation(OURS), await emptyInstallation(OTHER)];
  for (const logins of [one, two, one, two]) {
    await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  }
  for (const logins of [one, two]) {
    assert.equal(await currentUser(logins), `oto_runtime_${nameOf(logins)}`);
    assert.equal(await currentUser(logins, 'oto_auth'), `oto_auth_${nameOf(logins)}`);
    assert.deepEqual(await ask(urlOf('oto_runtime', logins), 'select public.brand_ids()'), []);
  }
  const strange = { ...one, ownerUrl: two.ownerUrl, names: roleNamesOf(nameOf(one)) };
  await assert.rejects(ask(urlOf('oto_runtime', strange), 'select * from public.brands'), /permission denied/);
});

/** Creates a database of an earlier version: shared logins and no row of the installation. `before` is the number of its migrations. */
async function oldInstallation(secret: string, before = 10): Promise<Logins> {
  const logins = { ...(await emptyInstallation(secret)), names: PLAIN_NAMES };
  await ensureRoles(logins);
  await migrate(logins.ownerUrl, MIGRATIONS.slice(0, before), PLAIN_NAMES);
  return logins;
}

// The cluster of the tests has one pair of logins with plain names; their passwords derive from this secret.
const { secret: PLAIN_SECRET } = await import('#kit/postgres.ts');

test('a start gives an installation of an earlier version, in a database of another name, its own logins', async () => {
  const old = await oldInstallation(PLAIN_SECRET);
  const { names: _plain, ...logins } = old;
  await assert.rejects(checkInstallation(logins, MIGRATIONS, null), fault(/older than this program/));
  const { names } = await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  assert.deepEqual(names, roleNamesOf(nameOf(logins)));
  assert.equal(await currentUser(logins), `oto_runtime_${nameOf(logins)}`);
  assert.equal(await currentUser(old), 'oto_runtime', 'the plain login lost its password, which others may use');
  const rights = await ask<{ login: string; n: number }>(
    logins.ownerUrl,
    `select g.grantee::regrole::text as login, count(*)::int as n
     from pg_class c, aclexplode(c.relacl) g where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner group by 1`,
  );
  assert.deepEqual(
    rights.map(({ login }) => login),
    [names.oto_runtime],
    'the plain login still has rights in this database',
  );
  assert.deepEqual(await ask(urlOf('oto_runtime', logins), 'select public.brand_ids()'), []);
  assert.deepEqual(await ask(urlOf('oto_auth', logins), 'select * from auth."user"'), []);
});

test('a connected server of the earlier version keeps its rights until it disconnects', async () => {
  const old = await oldInstallation(PLAIN_SECRET);
  const { names: _plain, ...logins } = old;
  const server = new pg.Client({ connectionString: urlOf('oto_runtime', old) });
  await server.connect();
  try {
    const { formerLogins } = await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
    assert.deepEqual(formerLogins, ['oto_runtime']);
    assert.deepEqual((await server.query('select slug from brands')).rows, []);
  } finally {
    await server.end();
  }
  const gone = async () =>
    (
      await ask(
        logins.ownerUrl,
        `select from pg_stat_activity where datname = current_database() and usename = 'oto_runtime'`,
      )
    ).length === 0;
  while (!(await gone()));
  assert.deepEqual((await prepareInstallation(logins, MIGRATIONS, NO_ROTATION)).formerLogins, []);
  await assert.rejects(ask(urlOf('oto_runtime', old), 'select slug from brands'), /permission denied/);
});

test('an earlier installation whose login has another password is upgraded only by a rotation', async () => {
  const { names: _plain, ...old } = await oldInstallation(PLAIN_SECRET);
  const wrong = { ...old, secret: OTHER };
  const plain = () =>
    ask(
      asSuperuser(old),
      `select rolpassword from pg_authid where rolname in ('oto_runtime', 'oto_auth') order by rolname`,
    );
  const [before, verifiers] = [await stateOf(old), await plain()];
  const isFault = fault(/The login oto_runtime exists.*npm run migrate -- --rotate/s);
  await assert.rejects(prepareInstallation(wrong, MIGRATIONS, NO_ROTATION), isFault);
  assert.deepEqual(await stateOf(old), before);
  await prepareInstallation(wrong, MIGRATIONS, { previousSecret: null, rotate: true });
  assert.equal(await currentUser(wrong), `oto_runtime_${nameOf(old)}`);
  assert.deepEqual(await plain(), verifiers, 'the logins that others may use got other passwords');
});

test('a copy of an installation under another name gets its own logins', async () => {
  const original = await emptyInstallation(OURS);
  await prepareInstallation(original, MIGRATIONS, NO_ROTATION);
  const copy = `${nameOf(original)}_copy`;
  made.push(copy);
  await ask(
    postgres.urlOf('postgres', 'postgres'),
    `create database ${copy} template ${nameOf(original)} owner oto_owner`,
  );
  const logins = { ...original, ownerUrl: postgres.urlOf(copy) };
  await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  assert.equal(await currentUser(logins), `oto_runtime_${copy}`);
  await assert.rejects(
    ask(urlOf('oto_runtime', { ...logins, names: roleNamesOf(nameOf(original)) }), 'select slug from brands'),
    /permission denied/,
  );
  assert.equal(await currentUser(original), `oto_runtime_${nameOf(original)}`);
});

test('the error names a login whose password was changed, and a rotation sets the password again', async () => {
  const logins = await emptyInstallation(OURS);
  const { names } = await prepareInstallation(logins, MIGRATIONS, NO_ROTATION);
  await ask(logins.ownerUrl, `alter role ${names.oto_runtime} password 'another'`);
  const isFault = fault(/does not take the password that derives from OTO_SECRET.*--rotate/s);
  await assert.rejects(checkInstallation(logins, MIGRATIONS, null), isFault);
  await assert.rejects(prepareInstallation(logins, MIGRATIONS, NO_ROTATION), isFault);
  await prepareInstallation(logins, MIGRATIONS, { previousSecret: null, rotate: true });
  assert.equal(await currentUser(logins), names.oto_runtime);
});

test('an owner without the right to create logins gets an error of one sentence, and nothing is changed', async () => {
  const logins = await emptyInstallation(OURS);
  const name = nameOf(logins);
  const owner = `oto_poor_${process.pid}`;
  const superuser = asSuperuser(logins);
  await ask(superuser, `create role ${owner} login password 'poor'`);
  await ask(superuser, `alter database ${name} owner to ${owner}`);
  try {
    const url = new URL(logins.ownerUrl);
    [url.username, url.password] = [owner, 'poor'];
    await assert.rejects(
      prepareInstallation({ ...logins, ownerUrl: url.href }, MIGRATIONS, NO_ROTATION),
      fault(
        new RegExp(
          `^The owner ${owner} may not create the login oto_runtime_${name}: .*createrole.*DATABASE_AUTH_URL\\.$`,
        ),
      ),
    );
    assert.deepEqual(await ask(superuser, `select to_regclass('schema_migrations') as has`), [{ has: null }]);
  } finally {
    await ask(superuser, `alter database ${name} owner to oto_owner`);
    await ask(superuser, `drop owned by ${owner}`);
    await ask(superuser, `drop role ${owner}`);
  }
});

test('the name of a login contains the name of its database, for any name of a database', () => {
  assert.deepEqual(roleNamesOf('oto'), PLAIN_NAMES);
  assert.deepEqual(roleNamesOf('sales'), { oto_runtime: 'oto_runtime_sales', oto_auth: 'oto_auth_sales' });
  const odd = ['Sales', 'sales-2', "a'b", 'x'.repeat(63), `${'x'.repeat(62)}y`].map(
    (name) => roleNamesOf(name).oto_runtime,
  );
  assert.equal(new Set(odd).size, odd.length);
  for (const name of odd) assert.match(name, /^[a-z0-9_]{1,63}$/);
  assert.equal(
    withRoleNames('grant select on t to oto_runtime; -- oto_auth, not oto_runtimes', roleNamesOf('sales')),
    'grant select on t to oto_runtime_sales; -- oto_auth_sales, not oto_runtimes',
  );
});
