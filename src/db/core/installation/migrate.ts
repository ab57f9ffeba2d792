/**
 * Migrates a database to the schema of this program: numbered SQL files, forward only, each applied as a whole or step
 * by step (`migration-steps.ts`).
 */
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
  /** SHA-256 of the file. An applied file must not change. */
  readonly checksum: string;
}

/** The error for a database that cannot be migrated to this schema. The message tells the operator why. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}

/** Reads the migration files of `folder`, in order. Throws if a number is missing or occurs twice. */
export function readMigrations(folder: string = join(import.meta.dirname, '..', '..', 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1)
      throw new Error(`${name} should be number ${index + 1}: name migrations 0001_name.sql, 0002_… without a gap`);
    const text = readFileSync(join(folder, name), 'utf8');
    return { number, name, sql: text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Applies the missing migrations, as the owner at `ownerUrl`. The logins that the files grant rights to exist already,
 * under `names`. If several programs start at the same time, one applies each file and the others wait. Throws
 * `SchemaMismatch` if the database is newer, or was migrated with other files.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  names: RoleNames = roleNamesOf(databaseOf(ownerUrl)),
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await createMigrationsTable(client, names);
    const applied = (await listAppliedMigrations(client)) ?? [];
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

/**
 * Returns the applied migrations, in order; null if there never was one. Throws if the table belongs to another
 * program.
 */
export async function listAppliedMigrations(client: pg.Client): Promise<Applied[] | null> {
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

/** Returns the migrations that this database still lacks. The runtime login may call this. */
export async function listMissingMigrations(database: Reads, migrations: readonly Migration[]): Promise<Migration[]> {
  return database.readOutside(async (db) => {
    const { rows } = await sql<{ number: number }>`select number from schema_migrations`.execute(db.q);
    const applied = new Set(rows.map((row) => row.number));
    return migrations.filter(({ number }) => !applied.has(number));
  });
}

export type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>;

/** Throws `SchemaMismatch` if the database is newer, or was migrated with other files. */
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

/**
 * Applies one file as a whole. The row is inserted first: a second program waits for the row and then finds the file
 * applied.
 */
async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  try {
    await inShortTransaction(client, async () => {
      // Another program may need longer to apply this file than the usual lock timeout.
      await client.query('set local lock_timeout = 0');
      const { rowCount } = await client.query(
        'insert into schema_migrations (number, name, checksum) values ($1, $2, $3) on conflict do nothing',
        [number, name, checksum],
      );
      await client.query(`set local lock_timeout = '${LOCK_WAIT_MS}ms'`);
      if (rowCount === 1) await client.query(sql);
    });
  } catch (error) {
    throw toMigrationError(name, error);
  }
}

async function applyConcurrently(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await applySteps(client, migration);
  } catch (error) {
    throw toMigrationError(migration.name, error);
  }
}

function toMigrationError(name: string, error: unknown): Error {
  return new Error(`${name} could not be applied: ${(error as Error).message}`, { cause: error });
}

async function createMigrationsTable(client: pg.Client, names: RoleNames): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.schema_migrations') as record`);
  if (rows[0]?.record !== null) return;
  // Without the lock, two programs that start at the same time may both find no table and create it.
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
