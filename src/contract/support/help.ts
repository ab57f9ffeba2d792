/** What readers think of the help article: one answer for each reader and version of its text. */
import { z } from 'zod';
import { Cursor, InstantText, Language, listOf, writtenText } from '#contract/core/common.ts';

/** The articles there are, each with the number of its text: a new text is asked about anew. */
export const ARTICLES = { 'horario-de-silencio': 1 } as const;
export const Article = z.enum(['horario-de-silencio']);

export const SayHelpful = z.strictObject({
  helpful: z.boolean(),
  comment: writtenText(2000).optional(),
});
/** The reader's own answer; null where there is none yet. */
export const MyHelpAnswer = z.object({
  article: Article,
  version: z.int(),
  answer: z.object({ helpful: z.boolean(), comment: z.string().nullable() }).nullable(),
});

/** For support: the counts of one version, and the comments, newest first. Who said it is not told. */
export const HelpRatings = z.object({
  article: Article,
  versions: z.array(z.object({ version: z.int(), helpful: z.int(), notHelpful: z.int() })),
  comments: listOf(
    z.object({
      version: z.int(),
      helpful: z.boolean(),
      comment: z.string(),
      language: Language,
      at: InstantText,
    }),
  ),
});
export const HelpRatingsQuery = z.strictObject({ cursor: Cursor.optional() });
