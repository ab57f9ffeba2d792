/** A database of its own for each test file: today's schema, no rows, row-level security as in production. */
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
  /** As the application has it: the runtime login, one brand at a time. */
  readonly db: Database;
  /** As the owner: sees and writes every brand, for preparing and for looking. Values read as `db` reads them. */
  readonly owner: pg.Pool;
  /** The addresses: `urlOf('oto_runtime', logins)`, `urlOf('oto_auth', logins)`, `logins.ownerUrl`. */
  readonly logins: Logins;
}

/**
 * Call once, at the top of a test file:
 *
 *     const { db, owner } = await withDatabase();
 *
 * It is removed after the file's tests. Files may run side by side and by hand (`node --test test/x.test.ts`).
 */
export async function withDatabase({ connections = 4 } = {}): Promise<TestDatabase> {
  return (await openDatabaseBy(cloneDatabase, connections)).database;
}

/** As `withDatabase`, but with the demo in it. Answers also which devices are signed in there. */
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

/** As `withDatabase`, but with nothing in it: for tests of how a database comes to be. Answers how to sign in. */
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
