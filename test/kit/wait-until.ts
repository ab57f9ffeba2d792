/** Helpers for tests of locks: they wait until the database reports a waiting connection, and never for a fixed time. */
import type pg from 'pg';

/** Polls until `count` connections of this database wait for a lock; throws where that never happens. */
export async function waitUntilBlocked(owner: pg.Pool, count = 1): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    const { rows } = await owner.query<{ waiting: number }>(
      `select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database()`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
  throw new Error(`${count} connections never waited for a lock at the same time`);
}

/** Runs `work` in a transaction of the owner, commits it after `meanwhile`, and returns the result of `meanwhile`. */
export async function whileLocked<T>(
  owner: pg.Pool,
  work: (client: pg.PoolClient) => Promise<unknown>,
  meanwhile: () => Promise<T>,
): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await work(client);
    return await meanwhile();
  } finally {
    await client.query('commit');
    client.release();
  }
}

const MOST_POLLS = 5_000;
