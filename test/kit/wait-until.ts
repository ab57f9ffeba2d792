/** For tests in which somebody has to wait for somebody else: until they do, by what the database says, never by the clock. */
import type pg from 'pg';

/** Looks until so many connections of this database wait for a lock; throws where they never do. */
export async function waitUntilBlocked(owner: pg.Pool, count = 1): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    const { rows } = await owner.query<{ waiting: number }>(
      `select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database()`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
  throw new Error(`there never were ${count} waiting for a lock`);
}

/** Does `work` in a transaction of the owner's, and commits it when `meanwhile` is over: what that answered. */
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
