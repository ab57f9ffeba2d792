/** Queues the mails with the summary of a week, once for each brand and week. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** A brand and the Monday of a week, as `YYYY-MM-DD`. */
interface WeekOfBrand {
  readonly brandId: string;
  readonly weekOn: string;
}

/** Finds whether the mails of the week were queued; no row: they were not. */
export const findWeekMails = preparedRead<WeekOfBrand>()('find_week_mails', (q, p) =>
  q
    .selectFrom('weekMails')
    .where('brandId', '=', p.brandId)
    .where('weekOn', '=', sql<string>`${p.weekOn}::date`)
    .select('queuedAt'),
);

/** Marks the week as queued. Returns a row only to the one transaction that may queue the mails. */
export const markWeekQueued = preparedWrite<WeekOfBrand & { at: number }>()('mark_week_queued', (q, p) =>
  q
    .insertInto('weekMails')
    .values({ brandId: p.brandId, weekOn: sql<string>`${p.weekOn}::date`, queuedAt: instant(p.at) })
    .onConflict((known) => known.columns(['brandId', 'weekOn']).doNothing())
    .returning('weekOn'),
);

/** Queues a mail to each manager of the brand or of a store who has an account. `at`: by the host's clock. */
export const insertWeekMails = preparedWrite<WeekOfBrand & { at: number }>()('insert_week_mails', (q, p) =>
  q.selectNoFrom(sql`insert_week_mails(${p.brandId}::uuid, ${p.weekOn}::date, ${instant(p.at)})`.as('queued')),
);
