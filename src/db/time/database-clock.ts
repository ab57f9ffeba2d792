/** What the database's own clock shows, and how an operator tells every server that the host's is right (D8). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';

/** `clock_timestamp()` and not `now()`: the moment of reading, not of BEGIN. Epoch milliseconds. */
export const databaseClock = preparedRead<Record<never, never>>()('database_clock', (q) =>
  q.selectNoFrom(sql<number>`clock_timestamp()`.as('now')),
);

export const clockWatchesCleared = preparedWrite<Record<never, never>>()('clock_watches_cleared', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_clock_clear', '')`.as('told')),
);
