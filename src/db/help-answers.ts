/** What readers think of the vendor's own article: of no brand, one answer for each reader and version of its text. */
import { type SqlBool, sql } from 'kysely';
import { preparedRead, preparedWrite } from './prepared.ts';
import { instant } from './values.ts';

/** A later answer of the same reader to the same text takes the place of the earlier one, comment and all. */
export const helpAnswered = preparedWrite<{
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
      article: p.article,
      version: p.version,
      reader_id: p.readerId,
      language: p.language,
      helpful: p.helpful,
      comment: p.comment,
      answered_at: instant(p.at),
    })
    .onConflict((clash) =>
      clash.columns(['article', 'version', 'reader_id']).doUpdateSet(({ ref }) => ({
        language: ref('excluded.language'),
        helpful: ref('excluded.helpful'),
        comment: ref('excluded.comment'),
        answered_at: ref('excluded.answered_at'),
      })),
    ),
);

export const helpAnswerOf = preparedRead<{ article: string; version: number; readerId: string }>()(
  'help_answer_of',
  (q, p) =>
    q
      .selectFrom('help_answers')
      .where('article', '=', p.article)
      .where('version', '=', p.version)
      .where('reader_id', '=', p.readerId)
      .select(['helpful', 'comment']),
);

/** The newest version first. */
export const helpRatings = preparedRead<{ article: string }>()('help_ratings', (q, p) =>
  q
    .selectFrom('help_answers')
    .where('article', '=', p.article)
    .groupBy('version')
    .orderBy('version', 'desc')
    .select([
      'version',
      sql<number>`count(*) filter (where helpful)::int`.as('helpful'),
      sql<number>`count(*) filter (where not helpful)::int`.as('notHelpful'),
    ]),
);

/** Newest first, up to `fromAt` (null: from the newest), less the first `skip`. Who said it is not read. */
export const helpComments = preparedRead<{ article: string; fromAt: number | null; skip: number; limit: number }>()(
  'help_comments',
  (q, p) =>
    q
      .selectFrom('help_answers')
      .where('article', '=', p.article)
      .where('comment', 'is not', null)
      .where(sql<SqlBool>`(${instant(p.fromAt)} is null or answered_at <= ${instant(p.fromAt)})`)
      .orderBy('answered_at', 'desc')
      .orderBy('reader_id')
      .offset(sql<number>`${p.skip}::int`)
      .limit(sql<number>`${p.limit}::int`)
      .select([
        'version',
        'helpful',
        sql<string>`comment`.as('comment'),
        sql<'pt-BR' | 'en' | 'es'>`language`.as('language'),
        'answered_at as at',
      ]),
);
