/** What readers think of the vendor's own article: one answer for each reader and version of its text, kept by brand. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import type { HelpAnswers } from '#db/schema.ts';

/** Stands in the place of a brand for the answers of the vendor's support, which belongs to none. */
export const VENDOR = '00000000-0000-0000-0000-000000000000';

/** A later answer of the same reader to the same text takes the place of the earlier one, comment and all. */
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

/** The brands whose readers answered, `VENDOR` among them. Outside any brand. */
export const listHelpAnswerBrands = preparedRead<{ article: string }>()('list_help_answer_brands', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select help_answer_brands(${p.article}::text))::text[]`.as('ids')),
);

/** One brand's answers, counted by version. */
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

/** Which answers have a comment, newest first, up to `fromAt` (null: from the newest), less the first `skip`. Outside any brand. */
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

/** The comments of one brand's readers. */
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
