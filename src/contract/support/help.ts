/** Shapes of the help article's ratings: one answer for each reader and version. */
import { z } from 'zod';
import { Cursor, InstantText, Language, listOf, writtenText } from '#contract/core/common.ts';

/**
 * The one help article and the number of its version. A new text (`words/support/help.*.ts`) needs a new number, so that
 * its readers are asked again.
 */
export const ARTICLES = { 'horario-de-silencio': 4 } as const;
export const Article = z.enum(['horario-de-silencio']);

export const SayHelpful = z.strictObject({
  helpful: z.boolean(),
  comment: writtenText(2000).optional(),
});
/** The reader's own answer; null if there is none yet. */
export const MyHelpAnswer = z.object({
  article: Article,
  version: z.int(),
  answer: z.object({ helpful: z.boolean(), comment: z.string().nullable() }).nullable(),
});

/** For support: the counts of each version, and the comments, newest first. The answers do not name their authors. */
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
