/** Deletes what is older than a brand keeps, in small batches, and remembers how far the deletion has come (R1, R3). */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

/** Reads the brand's days and the progress. `doneOn`: `YYYY-MM-DD`; null: never. */
export const readRetention = preparedRead<{ brandId: string }>()('read_retention', (q, p) =>
  q
    .selectFrom('brands as b')
    .leftJoin('retentionProgress as r', 'r.brandId', 'b.brandId')
    .where('b.brandId', '=', p.brandId)
    .select(['b.textsDays', 'b.draftsDays', 'r.doneOn', 'r.textsTo', 'r.draftsTo']),
);

/** Stores the progress. A null argument leaves what is stored. */
export const updateRetentionProgress = preparedWrite<{
  brandId: string;
  doneOn: string | null;
  textsTo: number | null;
  draftsTo: number | null;
}>()('update_retention_progress', (q, p) =>
  q
    .insertInto('retentionProgress')
    .values({ brandId: p.brandId, doneOn: p.doneOn, textsTo: instant(p.textsTo), draftsTo: instant(p.draftsTo) })
    .onConflict((clash) =>
      clash.column('brandId').doUpdateSet({
        doneOn: sql`coalesce(excluded.done_on, retention_progress.done_on)`,
        textsTo: sql`coalesce(excluded.texts_to, retention_progress.texts_to)`,
        draftsTo: sql`coalesce(excluded.drafts_to, retention_progress.drafts_to)`,
      }),
    ),
);

/**
 * Empties the texts of up to `limit` attempts in these states that were made from `from` on and before `before`, oldest
 * first, and did not change since `before`. Returns when each was made.
 */
export const clearOldTexts = preparedWrite<{
  brandId: string;
  states: readonly string[];
  from: number;
  before: number;
  limit: number;
}>()('clear_old_texts', (q, p) =>
  q
    .updateTable('attempts')
    .set({ text: null, sellerStretches: sql`'[]'`, speaksAs: null })
    .where('brandId', '=', p.brandId)
    .where(
      sql<boolean>`id = any(array(select o.id from attempts o where o.brand_id = ${p.brandId}::uuid
        and o.created_at >= ${instant(p.from)} and o.created_at < ${instant(p.before)} and o.updated_at < ${instant(p.before)}
        and o.text is not null and o.state = any(${p.states}::text[]) order by o.created_at limit ${p.limit}::int))`,
    )
    .returning('createdAt'),
);

/** Deletes up to `limit` tokens of warnings that expired before `before`: a token works for two minutes and once (D13). */
export const deleteExpiredAcknowledgements = preparedWrite<{ brandId: string; before: number; limit: number }>()(
  'delete_expired_acknowledgements',
  (q, p) =>
    q
      .deleteFrom('acknowledgements')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`ctid = any(array(select k.ctid from acknowledgements k where k.brand_id = ${p.brandId}::uuid
          and k.expires_at < ${instant(p.before)} limit ${p.limit}::int))`,
      )
      .returning('attemptId'),
);

/** Deletes up to `limit` turns that ended before `before`. */
export const deleteEndedTurns = preparedWrite<{ brandId: string; before: number; limit: number }>()(
  'delete_ended_turns',
  (q, p) =>
    q
      .deleteFrom('turns')
      .where('brandId', '=', p.brandId)
      .where(
        sql<boolean>`id = any(array(select t.id from turns t where t.brand_id = ${p.brandId}::uuid
          and t.ended_at < ${instant(p.before)} limit ${p.limit}::int))`,
      )
      .returning('id'),
);

/** Deletes up to `most` of the oldest receipts that are old enough. `lastNumber` null: none is. */
export const deleteOldReceipts = preparedWrite<{ most: number }>()('delete_old_receipts', (q, p) =>
  q
    .selectFrom(
      sql<{
        lastNumber: number | null;
        lastLink: Buffer | null;
        receipts: number;
      }>`delete_old_receipts(${p.most}::int)`.as<'d'>(sql`d`),
    )
    .select(['d.lastNumber', 'd.lastLink', 'd.receipts']),
);

/** Deletes up to `most` entries of the log of support's access that are older than two years. */
export const deleteOldSupportAccesses = preparedWrite<{ most: number }>()('delete_old_support_accesses', (q, p) =>
  q.selectNoFrom(sql<number>`delete_old_support_accesses(${p.most}::int)`.as('deleted')),
);

/** The last deleted receipt of a brand. `day`: `YYYY-MM-DD`. */
export interface Mark {
  readonly number: number;
  readonly link: Buffer;
  readonly day: string;
  readonly seal: Buffer;
}

export const writeMark = preparedWrite<Mark & { brandId: string }>()('write_mark', (q, p) =>
  q
    .insertInto('recordMarks')
    .values({ brandId: p.brandId, number: p.number, link: p.link, day: p.day, seal: p.seal })
    .onConflict((clash) =>
      clash.column('brandId').doUpdateSet(({ ref }) => ({
        number: ref('excluded.number'),
        link: ref('excluded.link'),
        day: ref('excluded.day'),
        seal: ref('excluded.seal'),
      })),
    ),
);

export const readMark = preparedRead<{ brandId: string }>()('read_mark', (q, p) =>
  q.selectFrom('recordMarks').where('brandId', '=', p.brandId).select(['number', 'link', 'day', 'seal']),
);
