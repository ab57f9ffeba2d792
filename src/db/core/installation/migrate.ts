/** Brings a database to the schema this program knows: numbered SQL files, forward only, each whole or step by step (`migration-steps.ts`). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import type { Reads } from '#db/core/db.ts';
import { InstallationFault } from './installation-fault.ts';
import { applySteps, inShortTransaction, isConcurrent, LOCK_WAIT_MS } from './migration-steps.ts';
import { databaseOf, type RoleNames, roleNamesOf, withRoleNames } from './role-names.ts';

export interface Migration {
  readonly number: number;
  /** The file's name, `0001_core.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file: what has been applied is not changed afterwards. */
  readonly checksum: string;
}

/** The database cannot be brought to this schema; the message says why, for the one who operates it. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}

/** The files in `folder`, in order. Throws where a number is missing or there twice. */
export function readMigrations(folder: string = join(import.meta.dirname, '..', '..', 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1)
      throw new Error(`${name} should be number ${index + 1}: migrations are 0001_name.sql, 0002_…`);
    const text = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql: text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Applies what is missing, as the owner at `ownerUrl`. The logins the files grant to exist already, under `names`.
 * Of several programs that begin together, one applies each file and the others wait for it.
 * Throws `SchemaMismatch` for a database that is newer, or that was made from other files.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  names: RoleNames = roleNamesOf(databaseOf(ownerUrl)),
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await keepRecord(client, names);
    const applied = (await appliedMigrations(client)) ?? [];
    compareMigrations(applied, migrations);
    for (const migration of migrations.slice(applied.length)) {
      const named = { ...migration, sql: withRoleNames(migration.sql, names) };
      if (isConcurrent(migration.sql)) await applyConcurrently(client, named);
      else await apply(client, named);
    }
  } finally {
    await client.end();
  }
}

/** What has been applied, in order; null where nothing ever was. Throws where the table is another program's. */
export async function appliedMigrations(client: pg.Client): Promise<Applied[] | null> {
  const { rows: tables } = await client.query(`select to_regclass('public.schema_migrations') as record`);
  if (tables[0]?.record === null) return null;
  try {
    const { rows } = await client.query<Applied>(
      'select number, name, checksum from public.schema_migrations order by number',
    );
    return rows;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42703') throw error;
    throw new InstallationFault(
      `The database ${client.database} belongs to another program: its table schema_migrations is not this program's. ` +
        'Check DATABASE_URL. Nothing was changed.',
    );
  }
}

/** The files this database still lacks. Readable by the runtime login. */
export async function missingMigrations(database: Reads, migrations: readonly Migration[]): Promise<Migration[]> {
  return database.readOutside(async (db) => {
    const { rows } = await sql<{ number: number }>`select number from schema_migrations`.execute(db.q);
    const applied = new Set(rows.map((row) => row.number));
    return migrations.filter(({ number }) => !applied.has(number));
  });
}

export type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>;

/** Throws `SchemaMismatch` for a database that is newer, or that was made from other files. */
export function compareMigrations(applied: readonly Applied[], known: readonly Migration[]): void {
  if (applied.length > known.length) {
    throw new SchemaMismatch(
      `The database is at ${applied.at(-1)?.name}, this program knows ${known.length} migrations: start the newer program.`,
    );
  }
  applied.forEach(({ name, checksum }, index) => {
    if (checksum !== known[index]?.checksum) {
      throw new SchemaMismatch(`${name} was changed after this database applied it: add a migration instead.`);
    }
  });
}

/** The row comes first, so that a second program waits on it and then finds the work done. */
async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  try {
    await inShortTransaction(client, async () => {
      // Another program may need longer for this file than a lock is waited for.
      await client.query('set local lock_timeout = 0');
      const { rowCount } = await client.query(
        'insert into schema_migrations (number, name, checksum) values ($1, $2, $3) on conflict do nothing',
        [number, name, checksum],
      );
      await client.query(`set local lock_timeout = '${LOCK_WAIT_MS}ms'`);
      if (rowCount === 1) await client.query(sql);
    });
  } catch (error) {
    throw notApplied(name, error);
  }
}

async function applyConcurrently(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await applySteps(client, migration);
  } catch (error) {
    throw notApplied(migration.name, error);
  }
}

function notApplied(name: string, error: unknown): Error {
  return new Error(`${name} could not be applied: ${(error as Error).message}`, { cause: error });
}

async function keepRecord(client: pg.Client, names: RoleNames): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.schema_migrations') as record`);
  if (rows[0]?.record !== null) return;
  // Without the lock, two that begin together may both find no table and make it.
  await client.query(`
    begin;
    select pg_advisory_xact_lock(7300010);
    create table if not exists public.schema_migrations (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    grant select on public.schema_migrations to ${names.oto_runtime};
    commit`);
}
