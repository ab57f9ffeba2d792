/** Where the demo's clock stands, for all servers of the database, over restarts. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

export const demoClockRead = preparedRead<Record<never, never>>()('demo_clock_read', (q) =>
  q.selectFrom('demoClock').select(['shiftMs', 'frozenAt', 'moved']),
);

export const demoClockMoved = preparedWrite<{ shiftMs: number; frozenAt: number | null }>()(
  'demo_clock_moved',
  (q, p) =>
    q.updateTable('demoClock').set({
      shiftMs: p.shiftMs,
      frozenAt: instant(p.frozenAt),
      moved: sql`moved + 1`,
    }),
);

export const clockFollowersWoken = preparedWrite<Record<never, never>>()('clock_followers_woken', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_clock', '')`.as('woken')),
);
