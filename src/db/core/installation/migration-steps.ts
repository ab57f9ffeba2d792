/**
 * Migrations of tables that are large and in use (decision 0025). A file whose first line is `-- concurrently` is applied
 * statement by statement, not as a whole: each statement commits by itself, what is done is recorded, and a program that
 * was killed goes on where it stopped. A statement below a line `-- repeat` is run again until it changes no row.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { splitStatements } from './sql-statements.ts';

export interface StepsFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface Step {
  readonly sql: string;
  readonly kind: 'once' | 'repeat' | 'concurrent';
}

export function isConcurrent(sql: string): boolean {
  return /^-- concurrently *\r?\n/.test(sql);
}

/** The statements of a file, in order. Throws where a statement would end the transaction around it. */
export function stepsOf(sql: string): Step[] {
  return splitStatements(sql).map(({ text, comments }) => {
    if (/^(begin|commit|rollback|start|end)\b/i.test(text)) throw new Error(`a step is a transaction already: ${text}`);
    if (comments.some((comment) => /^-- repeat *$/.test(comment))) return { sql: text, kind: 'repeat' };
    return { sql: text, kind: CONCURRENT.test(text) ? 'concurrent' : 'once' };
  });
}

/** What Postgres refuses inside a transaction. */
const CONCURRENT = /^(create (unique )?index concurrently|drop index concurrently|reindex .*concurrently|vacuum)\b/i;

/** Applies a file of steps. Of several programs that begin together one does the work, and the others wait for it. */
export async function applySteps(client: pg.Client, file: StepsFile): Promise<void> {
  // A wait inside the database would be a transaction that `create index concurrently` waits for in its turn.
  while (!(await tryLock(client))) await pause(POLL_MS);
  try {
    if (await isApplied(client, file.number)) return;
    const done = await stepsDone(client, file);
    for (const [index, step] of stepsOf(file.sql).entries())
      if (!done.has(index)) await runStep(client, file, index, step);
    await finish(client, file);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  }
}

const LOCK = 7_300_011;
const POLL_MS = 100;

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [LOCK]);
  return rows[0]?.locked === true;
}

async function isApplied(client: pg.Client, number: number): Promise<boolean> {
  const { rowCount } = await client.query('select from schema_migrations where number = $1', [number]);
  return rowCount === 1;
}

async function stepsDone(client: pg.Client, { number, name, checksum }: StepsFile): Promise<ReadonlySet<number>> {
  await client.query(`create table if not exists public.migration_steps (
    number integer not null,
    step integer not null,
    checksum text not null,
    primary key (number, step)
  )`);
  const { rows } = await client.query<{ step: number; checksum: string }>(
    'select step, checksum from migration_steps where number = $1',
    [number],
  );
  if (rows.some((row) => row.checksum !== checksum)) {
    throw new Error(`${name} was changed after this database applied a part of it: start the program that began it.`);
  }
  return new Set(rows.map(({ step }) => step));
}

async function runStep(client: pg.Client, file: StepsFile, index: number, { sql, kind }: Step): Promise<void> {
  if (kind === 'concurrent') {
    if (!(await isIndexThere(client, sql))) await client.query(sql);
  } else if (kind === 'repeat') {
    while ((await inShortTransaction(client, () => client.query(sql))).rowCount !== 0);
  } else {
    await inShortTransaction(client, async () => {
      await client.query(sql);
      await recordStep(client, file, index);
    });
    return;
  }
  await recordStep(client, file, index);
}

function recordStep(client: pg.Client, { number, checksum }: StepsFile, index: number): Promise<unknown> {
  return client.query('insert into migration_steps (number, step, checksum) values ($1, $2, $3)', [
    number,
    index,
    checksum,
  ]);
}

/**
 * Whether the index that `sql` creates is there already, from a program that was killed before it recorded the step.
 * An invalid one, left by a program that was killed while it built the index, is dropped.
 */
async function isIndexThere(client: pg.Client, sql: string): Promise<boolean> {
  const [, name] =
    /^create (?:unique )?index concurrently (?:if not exists )?(?:public\.)?"?(\w+)"? on\b/i.exec(sql) ?? [];
  if (name === undefined) return false;
  const { rows } = await client.query<{ valid: boolean }>(
    `select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relname = $1 and c.relnamespace = 'public'::regnamespace`,
    [name],
  );
  if (rows[0]?.valid === false) await client.query(`drop index concurrently public."${name}"`);
  return rows[0]?.valid === true;
}

async function finish(client: pg.Client, { number, name, checksum }: StepsFile): Promise<void> {
  await inShortTransaction(client, async () => {
    await client.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ]);
    // There while a file is under way only. The lock of this file keeps every other program away from it.
    await client.query('drop table migration_steps');
  });
}

/**
 * Does `work` in a transaction that waits for no lock longer than half a second: whoever comes after a waiting `alter
 * table` waits with it, and those are contacts. Where the lock cannot be had, all is undone and tried again.
 */
export async function inShortTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    await client.query('begin');
    try {
      await client.query(`set local lock_timeout = '${LOCK_WAIT_MS}ms'`);
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (!isLockTimeout(error) || tries === MOST_TRIES) throw error;
    }
    await pause(GIVE_WAY_MS);
  }
}

export const LOCK_WAIT_MS = 500;
/** Meanwhile who waited behind the lock goes on. */
const GIVE_WAY_MS = 1_000;
/** About five minutes. */
const MOST_TRIES = 200;

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}
