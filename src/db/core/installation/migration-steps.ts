/**
 * Applies migrations of large tables that are in use (decision 0025). A file whose first line is `-- concurrently` is
 * applied statement by statement, not as a whole: each statement commits by itself and is recorded, and after a kill
 * the next program continues with the first statement that is not recorded. A statement below a line `-- repeat` is
 * repeated until it changes no row.
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

/** Splits a file into its steps, in order. Throws if a statement would end the transaction around it. */
export function stepsOf(sql: string): Step[] {
  return splitStatements(sql).map(({ text, comments }) => {
    if (/^(begin|commit|rollback|start|end)\b/i.test(text))
      throw new Error(`A step runs in a transaction already; remove this statement: ${text}`);
    if (comments.some((comment) => /^-- repeat *$/.test(comment))) return { sql: text, kind: 'repeat' };
    return { sql: text, kind: CONCURRENT.test(text) ? 'concurrent' : 'once' };
  });
}

/** Statements that PostgreSQL refuses inside a transaction. */
const CONCURRENT = /^(create (unique )?index concurrently|drop index concurrently|reindex .*concurrently|vacuum)\b/i;

/** Applies a file of steps. If several programs start at the same time, one applies the steps and the others wait. */
export async function applySteps(client: pg.Client, file: StepsFile): Promise<void> {
  // Polls, because a lock that waits inside the database is an open transaction, and `create index concurrently` would
  // wait for that transaction to end.
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
 * Whether the index that `sql` creates exists already, because a program was killed before it recorded the step. Drops
 * an invalid index, which remains if a program was killed while it built the index.
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
    // The table exists only while a file is being applied. The lock of this file keeps every other program away from
    // the table.
    await client.query('drop table migration_steps');
  });
}

/**
 * Runs `work` in a transaction that waits at most half a second for a lock, because every contact that comes after a
 * waiting `alter table` waits behind it. If the lock is not available, the transaction is rolled back and tried again.
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
/** The pause between two tries, in which the transactions that waited behind the lock can continue. */
const GIVE_WAY_MS = 1_000;
/** About five minutes of tries. */
const MOST_TRIES = 200;

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}
