/** Reads the database's own clock, and lets an operator tell every server that the host's clock is right (D8). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

/**
 * Reads the clock in epoch milliseconds: `clock_timestamp()` is the instant of reading, `now()` would be that of BEGIN.
 */
export const readDatabaseClock = preparedRead<Record<never, never>>()('read_database_clock', (q) =>
  q.selectNoFrom(sql<number>`clock_timestamp()`.as('now')),
);

export const clearClockWatches = preparedWrite<Record<never, never>>()('clear_clock_watches', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_clock_clear', '')`.as('told')),
);
