/** Stores the shift of the demo's clock, for all servers of the database and across restarts. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

export const readDemoClock = preparedRead<Record<never, never>>()('read_demo_clock', (q) =>
  q.selectFrom('demoClock').select(['shiftMs', 'frozenAt', 'moved']),
);

export const moveDemoClock = preparedWrite<{ shiftMs: number; frozenAt: number | null }>()('move_demo_clock', (q, p) =>
  q.updateTable('demoClock').set({
    shiftMs: p.shiftMs,
    frozenAt: instant(p.frozenAt),
    moved: sql`moved + 1`,
  }),
);

export const wakeClockFollowers = preparedWrite<Record<never, never>>()('wake_clock_followers', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_clock', '')`.as('woken')),
);
