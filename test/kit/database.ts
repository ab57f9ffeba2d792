/** Creates a database for each test file, with the present schema, no rows, and row-level security as in production. */
import { after } from 'node:test';
import pg from 'pg';
import type { Database } from '#db/core/db.ts';
import { type Logins, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { parsers } from '#db/core/parsers.ts';
import type { EmbeddedPostgres } from '#main/core/postgres/postgres.ts';
import { cloneDemo, type SignedInDevice } from './demo-template.ts';
import { cloneDatabase, databaseName, dropDatabase, emptyDatabase, loginsOf, openTestPostgres } from './postgres.ts';

export interface TestDatabase {
  /** The database as the application uses it: the runtime login, one brand at a time. */
  readonly db: Database;
  /** A pool of the owner, who reads and writes every brand, to prepare and to check rows. Values are parsed as by `db`. */
  readonly owner: pg.Pool;
  /** The logins: `urlOf('oto_runtime', logins)`, `urlOf('oto_auth', logins)`, `logins.ownerUrl`. */
  readonly logins: Logins;
}

/**
 * Creates the database. A test file calls it once, at its top:
 *
 *     const { db, owner } = await withDatabase();
 *
 * The database is removed after the file's tests. Files may run in parallel and by hand (`node --test test/x.test.ts`).
 */
export async function withDatabase({ connections = 4 } = {}): Promise<TestDatabase> {
  return (await openDatabaseBy(cloneDatabase, connections)).database;
}

/** Like `withDatabase`, but the database contains the demo. Returns also the devices that are signed in there. */
export async function withDemoDatabase(): Promise<{ database: TestDatabase; devices: readonly SignedInDevice[] }> {
  const { database, made: devices } = await openDatabaseBy(cloneDemo, 4);
  return { database, devices };
}

async function openDatabaseBy<T>(clone: (postgres: EmbeddedPostgres, name: string) => Promise<T>, connections: number) {
  const postgres = await openTestPostgres();
  const name = databaseName('test');
  const made = await clone(postgres, name);
  const logins = loginsOf(postgres, name);
  const db = openDatabase({ url: urlOf('oto_runtime', logins), max: connections, onError: fail });
  const owner = new pg.Pool({ connectionString: logins.ownerUrl, max: 2, types: parsers });
  owner.on('error', (error) => owner.ending || fail(error));
  after(async () => {
    await Promise.all([db.close(), owner.end()]);
    await dropDatabase(postgres, name);
    await postgres.close();
  });
  return { database: { db, owner, logins }, made };
}

/** Creates an empty database without a schema, for tests of migrations and installations, and returns its logins. */
export async function withEmptyDatabase(): Promise<Logins> {
  const postgres = await openTestPostgres();
  const name = databaseName('test');
  await emptyDatabase(postgres, name);
  after(async () => {
    await dropDatabase(postgres, name);
    await postgres.close();
  });
  return loginsOf(postgres, name);
}

function fail(error: Error): never {
  throw error;
}
