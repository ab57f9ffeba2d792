/** What the database's own clock shows, and how an operator tells every server that the host's is right (D8). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

/** `clock_timestamp()` and not `now()`: the moment of reading, not of BEGIN. Epoch milliseconds. */
export const readDatabaseClock = preparedRead<Record<never, never>>()('read_database_clock', (q) =>
  q.selectNoFrom(sql<number>`clock_timestamp()`.as('now')),
);

export const clearClockWatches = preparedWrite<Record<never, never>>()('clear_clock_watches', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_clock_clear', '')`.as('told')),
);
