/**
 * Stores readers' ratings of the vendor's help article: one answer for each reader and version of the text, stored by
 * brand.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { HelpAnswers } from '#db/schema.ts';

/** The brand id of answers by the vendor's support, which belongs to no brand. */
export const VENDOR = '00000000-0000-0000-0000-000000000000';

/** Inserts an answer, or replaces the same reader's earlier answer to the same text, comment included. */
export const upsertHelpAnswer = preparedWrite<{
  brandId: string;
  article: string;
  version: number;
  readerId: string;
  language: HelpAnswers['language'];
  helpful: boolean;
  comment: string | null;
  at: number;
}>()('upsert_help_answer', (q, p) =>
  q
    .insertInto('helpAnswers')
    .values({
      brandId: p.brandId,
      article: p.article,
      version: p.version,
      readerId: p.readerId,
      language: p.language,
      helpful: p.helpful,
      comment: p.comment,
      answeredAt: instant(p.at),
    })
    .onConflict((clash) =>
      clash.columns(['brandId', 'article', 'version', 'readerId']).doUpdateSet(({ ref }) => ({
        language: ref('excluded.language'),
        helpful: ref('excluded.helpful'),
        comment: ref('excluded.comment'),
        answeredAt: ref('excluded.answeredAt'),
      })),
    ),
);

export const findHelpAnswer = preparedRead<{ brandId: string; article: string; version: number; readerId: string }>()(
  'find_help_answer',
  (q, p) =>
    q
      .selectFrom('helpAnswers')
      .where('brandId', '=', p.brandId)
      .where('article', '=', p.article)
      .where('version', '=', p.version)
      .where('readerId', '=', p.readerId)
      .select(['helpful', 'comment']),
);

/**
 * Returns one row with `ids`: the brands whose readers answered, `VENDOR` included. The database function reads without
 * the row security of one brand, and returns ids only.
 */
export const listHelpAnswerBrands = preparedRead<{ article: string }>()('list_help_answer_brands', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select help_answer_brands(${p.article}::text))::text[]`.as('ids')),
);

/** Counts one brand's answers by version. */
export const countHelpRatings = preparedRead<{ brandId: string; article: string }>()('count_help_ratings', (q, p) =>
  q
    .selectFrom('helpAnswers')
    .where('brandId', '=', p.brandId)
    .where('article', '=', p.article)
    .groupBy('version')
    .select([
      'version',
      sql<number>`count(*) filter (where helpful)::int`.as('helpful'),
      sql<number>`count(*) filter (where not helpful)::int`.as('notHelpful'),
    ]),
);

/**
 * Lists the keys of answers with a comment, newest first, from `fromAt` backwards (null: from the newest), without the
 * first `skip`. The database function reads without the row security of one brand, and returns keys only.
 */
export const listHelpCommentIds = preparedRead<{
  article: string;
  fromAt: number | null;
  skip: number;
  limit: number;
}>()('list_help_comment_ids', (q, p) =>
  q
    .selectFrom(
      sql<{ brandId: string; version: number; readerId: string }>`help_comment_ids(${p.article}::text,
          ${instant(p.fromAt)}, ${p.skip}::int, ${p.limit}::int)`.as('t'),
    )
    .select(['t.brandId', 't.version', 't.readerId']),
);

/** Lists comments of one brand's readers. */
export const listHelpComments = preparedRead<{
  brandId: string;
  article: string;
  of: readonly { readonly version: number; readonly readerId: string }[];
}>()('list_help_comments', (q, p) =>
  q
    .selectFrom('helpAnswers as a')
    .innerJoin(
      sql<{ version: number; readerId: string }>`(select t.version, t."readerId" as reader_id
        from jsonb_to_recordset(${json(p.of)}) as t(version integer, "readerId" uuid))`.as('r'),
      (join) => join.onRef('r.version', '=', 'a.version').onRef('r.readerId', '=', 'a.readerId'),
    )
    .where('a.brandId', '=', p.brandId)
    .where('a.article', '=', p.article)
    .where('a.comment', 'is not', null)
    .select([
      'a.version',
      'a.readerId',
      'a.helpful',
      sql<string>`a.comment`.as('comment'),
      'a.language',
      'a.answeredAt as at',
    ]),
);
