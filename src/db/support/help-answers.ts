/** What readers think of the vendor's own article: one answer for each reader and version of its text, kept by brand. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/values.ts';

/** Stands in the place of a brand for the answers of the vendor's support, which belongs to none. */
export const VENDOR = '00000000-0000-0000-0000-000000000000';

/** A later answer of the same reader to the same text takes the place of the earlier one, comment and all. */
export const helpAnswered = preparedWrite<{
  brandId: string;
  article: string;
  version: number;
  readerId: string;
  language: string;
  helpful: boolean;
  comment: string | null;
  at: number;
}>()('help_answered', (q, p) =>
  q
    .insertInto('help_answers')
    .values({
      brand_id: p.brandId,
      article: p.article,
      version: p.version,
      reader_id: p.readerId,
      language: p.language,
      helpful: p.helpful,
      comment: p.comment,
      answered_at: instant(p.at),
    })
    .onConflict((clash) =>
      clash.columns(['brand_id', 'article', 'version', 'reader_id']).doUpdateSet(({ ref }) => ({
        language: ref('excluded.language'),
        helpful: ref('excluded.helpful'),
        comment: ref('excluded.comment'),
        answered_at: ref('excluded.answered_at'),
      })),
    ),
);

export const helpAnswerOf = preparedRead<{ brandId: string; article: string; version: number; readerId: string }>()(
  'help_answer_of',
  (q, p) =>
    q
      .selectFrom('help_answers')
      .where('brand_id', '=', p.brandId)
      .where('article', '=', p.article)
      .where('version', '=', p.version)
      .where('reader_id', '=', p.readerId)
      .select(['helpful', 'comment']),
);

/** The brands whose readers answered, `VENDOR` among them. Outside any brand. */
export const helpAnswerBrands = preparedRead<{ article: string }>()('help_answer_brands', (q, p) =>
  q.selectNoFrom(sql<string[]>`array(select help_answer_brands(${p.article}::text))::text[]`.as('ids')),
);

/** One brand's answers, counted by version. */
export const helpRatings = preparedRead<{ brandId: string; article: string }>()('help_ratings', (q, p) =>
  q
    .selectFrom('help_answers')
    .where('brand_id', '=', p.brandId)
    .where('article', '=', p.article)
    .groupBy('version')
    .select([
      'version',
      sql<number>`count(*) filter (where helpful)::int`.as('helpful'),
      sql<number>`count(*) filter (where not helpful)::int`.as('notHelpful'),
    ]),
);

/** Which answers have a comment, newest first, up to `fromAt` (null: from the newest), less the first `skip`. Outside any brand. */
export const helpCommentIds = preparedRead<{ article: string; fromAt: number | null; skip: number; limit: number }>()(
  'help_comment_ids',
  (q, p) =>
    q
      .selectFrom(
        sql<{ brand_id: string; version: number; reader_id: string }>`help_comment_ids(${p.article}::text,
          ${instant(p.fromAt)}, ${p.skip}::int, ${p.limit}::int)`.as('t'),
      )
      .select(['t.brand_id as brandId', 't.version', 't.reader_id as readerId']),
);

/** The comments of one brand's readers. */
export const helpComments = preparedRead<{
  brandId: string;
  article: string;
  of: readonly { readonly version: number; readonly readerId: string }[];
}>()('help_comments', (q, p) =>
  q
    .selectFrom('help_answers as a')
    .innerJoin(
      sql<{ version: number; reader_id: string }>`(select t.version, t."readerId" as reader_id
        from jsonb_to_recordset(${json(p.of)}) as t(version integer, "readerId" uuid))`.as('r'),
      (join) => join.onRef('r.version', '=', 'a.version').onRef('r.reader_id', '=', 'a.reader_id'),
    )
    .where('a.brand_id', '=', p.brandId)
    .where('a.article', '=', p.article)
    .where('a.comment', 'is not', null)
    .select([
      'a.version',
      'a.reader_id as readerId',
      'a.helpful',
      sql<string>`a.comment`.as('comment'),
      sql<'pt-BR' | 'en' | 'es'>`a.language`.as('language'),
      'a.answered_at as at',
    ]),
);
