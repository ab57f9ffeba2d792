/** The embedded Postgres of a test run: the first process that needs it starts it, the last stops it, and the data stay for the next run. */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { prepareInstallation } from '#db/core/installation/installation.ts';
import { readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES, roleNamesOf } from '#db/core/installation/role-names.ts';
import type { Logins } from '#db/core/installation/roles.ts';
import { type EmbeddedPostgres, openPostgres } from '#main/core/postgres/postgres.ts';
import { isAlive } from '#main/core/process-life.ts';

/** The tests' OTO_SECRET, of the form that production requires; it protects only test data. */
export const secret = 'b0f2d6c1947e43a8a5c0e19d7362f84b';

const given = { oto_runtime: null, oto_auth: null };
const CLONING = 7_300_020;

/** Returns the logins of the database `name`. All test databases share two logins, so that a copy can be used at once. */
export function loginsOf(postgres: EmbeddedPostgres, name: string): Logins {
  return { ownerUrl: postgres.urlOf(name), secret, given, names: PLAIN_NAMES };
}

/** Opens the tests' Postgres, which does not wait for the disk. The caller closes it. Tests of durability start another Postgres. */
export function openTestPostgres(): Promise<EmbeddedPostgres> {
  const dataDir = join(import.meta.dirname, '..', '..', '.tmp', 'postgres');
  return openPostgres({
    dataDir,
    durable: false,
    onLost: (error) => {
      throw error;
    },
  });
}

/** Creates the database `name` with the present schema and no rows, in about 30 ms once the template exists. */
export async function cloneDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, async (client) => {
    const template = await readyTemplate(postgres, client);
    await client.query(`create database ${name} template ${template} owner oto_owner`);
    // A copy has the default rights of a new database.
    await client.query(`revoke temporary on database ${name} from public`);
  });
}

/** Creates the database `name` without the project's schema. */
export async function emptyDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, (client) => client.query(`create database ${name} owner oto_owner`));
}

/** Drops a database once its connections have ended; after five seconds it ends the remaining connections. */
export async function dropLeftDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, async (client) => {
    await client.query(`drop database ${name}`).catch(() => undefined);
    await dropWithLogins(client, name);
  });
}

/** Drops a database and the logins named after it, and ends its connections. */
export async function dropDatabase(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asSuperuser(postgres, (client) => dropWithLogins(client, name));
}

async function dropWithLogins(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`);
  const { oto_runtime: runtime, oto_auth: auth } = roleNamesOf(name);
  await client.query(`drop role if exists ${runtime}, ${auth}`);
}

/** Returns the template database, named after the digest of the migrations; creates it and removes older ones where it is missing. */
async function readyTemplate(postgres: EmbeddedPostgres, client: pg.Client): Promise<string> {
  const migrations = readMigrations();
  const digest = createHash('sha256').update([secret, ...migrations.map(({ checksum }) => checksum)].join());
  const template = `oto_template_${digest.digest('hex').slice(0, 12)}`;
  const { rows } = await client.query('select from pg_database where datname = $1', [template]);
  if (rows.length > 0) return template;

  await client.query('select pg_advisory_lock($1)', [CLONING]);
  try {
    const { rows: made } = await client.query('select from pg_database where datname = $1', [template]);
    if (made.length > 0) return template;
    await removeLeftovers(client);
    const building = `${template}_building`;
    await client.query(`create database ${building} owner oto_owner`);
    // The logins outlive the databases, so a rotation sets their passwords again whatever an earlier run left.
    await prepareInstallation(loginsOf(postgres, building), migrations, { previousSecret: null, rotate: true });
    await client.query(`alter database ${building} rename to ${template}`);
    return template;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [CLONING]);
  }
}

/** Drops templates of other schemas, and databases whose process was killed before it could drop them. */
async function removeLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'oto\\_%'`,
  );
  for (const { datname } of rows) {
    const [, pid] = /^oto_(?:test|schema)_(\d+)/.exec(datname) ?? [];
    if (pid === undefined || !isAlive(Number(pid))) await dropWithLogins(client, datname);
  }
}

/** Returns a name for a database with the process id, by which later runs see whether the database is still in use. */
export function databaseName(purpose: 'test' | 'schema'): string {
  return `oto_${purpose}_${process.pid}_${randomBytes(4).toString('hex')}`;
}

/** Runs `work` on a connection of the superuser to the database `postgres`, and ends the connection. */
export async function asSuperuser<T>(postgres: EmbeddedPostgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.urlOf('postgres', 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
