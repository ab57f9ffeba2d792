/**
 * Keeps the runs that make suggestions: one for each store and day. A run belongs to the server that claimed it, until
 * its lease ends; a fence number keeps a server that was too slow from writing.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Lists the brands for which a run may have work. Runs outside any brand. */
export const findBrandsWithSuggestions = preparedRead<Record<never, never>>()('find_brands_with_suggestions', (q) =>
  q.selectNoFrom(sql<string[]>`array(select brands_with_suggestions())`.as('brandIds')),
);

/** Lists the finished runs of a brand since a date (`YYYY-MM-DD`). */
export const listFinishedRuns = preparedRead<{ brandId: string; since: string }>()('list_finished_runs', (q, p) =>
  q
    .selectFrom('suggestionRuns')
    .where('brandId', '=', p.brandId)
    .where(sql<boolean>`on_date >= ${p.since}::date`)
    .where('finishedAt', 'is not', null)
    .select(['storeId', 'onDate']),
);

interface Run {
  readonly brandId: string;
  readonly storeId: string;
  readonly on: string;
}

/** Claims a run until an instant of the host's clock. No row: the run is finished, or another server has it. */
export const claimSuggestionRun = preparedWrite<Run & { byHost: number; until: number }>()(
  'claim_suggestion_run',
  (q, p) =>
    q
      .insertInto('suggestionRuns')
      .columns(['brandId', 'storeId', 'onDate', 'fence', 'leaseUntil'])
      .expression(sql`select ${p.brandId}::uuid, ${p.storeId}::uuid, ${p.on}::date, 1, ${instant(p.until)}`)
      .onConflict((conflict) =>
        conflict
          .columns(['brandId', 'storeId', 'onDate'])
          .doUpdateSet({ fence: sql`suggestion_runs.fence + 1`, leaseUntil: instant(p.until) })
          .where('suggestionRuns.finishedAt', 'is', null)
          .where(
            sql<boolean>`(suggestion_runs.lease_until is null or suggestion_runs.lease_until <= ${instant(p.byHost)})`,
          ),
      )
      .returning('fence'),
);

/** Locks a run until the end of the transaction. No row: the fence number is outdated, and the caller writes nothing. */
export const lockSuggestionRun = preparedWrite<Run & { fence: number }>()('lock_suggestion_run', (q, p) =>
  q
    .selectFrom('suggestionRuns')
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where(sql<boolean>`on_date = ${p.on}::date`)
    .where('fence', '=', p.fence)
    .where('finishedAt', 'is', null)
    .select('fence')
    .forUpdate(),
);

export const markSuggestionRunFinished = preparedWrite<Run & { at: number }>()('mark_suggestion_run_finished', (q, p) =>
  q
    .updateTable('suggestionRuns')
    .set({ finishedAt: instant(p.at), leaseUntil: null })
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where(sql<boolean>`on_date = ${p.on}::date`),
);

/** Gives a run back after a failure, so that the next round tries again. */
export const releaseSuggestionRun = preparedWrite<Run & { fence: number }>()('release_suggestion_run', (q, p) =>
  q
    .updateTable('suggestionRuns')
    .set({ leaseUntil: null })
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where(sql<boolean>`on_date = ${p.on}::date`)
    .where('fence', '=', p.fence),
);

/** Makes the brand's runs since a date due again. A run under way writes nothing and is done again. */
export const reopenSuggestionRuns = preparedWrite<{ brandId: string; since: string }>()(
  'reopen_suggestion_runs',
  (q, p) =>
    q
      .updateTable('suggestionRuns')
      .set({ finishedAt: null, leaseUntil: null, fence: sql`fence + 1` })
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`on_date >= ${p.since}::date`),
);

/** Deletes runs of days before a date: nothing reads them. */
export const deleteOldSuggestionRuns = preparedWrite<{ brandId: string; before: string }>()(
  'delete_old_suggestion_runs',
  (q, p) =>
    q.deleteFrom('suggestionRuns').where('brandId', '=', p.brandId).where(sql<boolean>`on_date < ${p.before}::date`),
);

/** Wakes the rounds of every server after the commit. */
export const wakeSuggestionRounds = preparedWrite<Record<never, never>>()('wake_suggestion_rounds', (q) =>
  q.selectNoFrom(sql`pg_notify('oto_suggestions', '')`.as('woken')),
);
