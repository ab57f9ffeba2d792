/** Routes of the help article's ratings: a reader's own answer to the current version, and for support all answers. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { ARTICLES, Article, type HelpRatings, type MyHelpAnswer } from '#contract/support/help.ts';
import type { Database } from '#db/core/db.ts';
import type { Actor } from '#flows/people/identify-caller.ts';
import { answerHelp, readHelpAnswer } from '#flows/support/answer-help.ts';
import { readHelpComments, readHelpVersions } from '#flows/support/read-help-ratings.ts';
import { requireActor, requireSupport } from '#http/core/caller/actor.ts';
import { cursorOf, InstantKey, keysOf } from '#http/core/cursor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';

export interface HelpRoutesDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => number;
}

const COMMENTS_A_PAGE = 50;

export function helpRoutes(deps: HelpRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/help/:article/feedback', async (request) =>
      myAnswer(deps, requireActor(request), articleOf(request.params.article)),
    );

    serve(
      app,
      'POST /api/v1/help/:article/feedback',
      async (request) => {
        const reader = requireActor(request);
        const article = articleOf(request.params.article);
        const { helpful, comment = null } = request.body;
        const language = languageOf(request);
        await answerHelp(deps, reader, { article, version: ARTICLES[article], language, helpful, comment });
        return myAnswer(deps, reader, article);
      },
      { config: { rateLimit: WRITING_LIMIT } },
    );

    serve(app, 'GET /api/v1/help/:article/ratings', async (request) => {
      requireSupport(request);
      return ratings(deps, articleOf(request.params.article), request.query.cursor);
    });
  };
}

function articleOf(name: string): z.infer<typeof Article> {
  const known = Article.safeParse(name);
  if (!known.success) throw problem('not_found');
  return known.data;
}

async function myAnswer(
  { db }: HelpRoutesDeps,
  reader: Actor,
  article: z.infer<typeof Article>,
): Promise<z.infer<typeof MyHelpAnswer>> {
  const version = ARTICLES[article];
  return { article, version, answer: await readHelpAnswer(db, reader, { article, version }) };
}

async function ratings(
  { db }: HelpRoutesDeps,
  article: z.infer<typeof Article>,
  cursor: string | undefined,
): Promise<z.infer<typeof HelpRatings>> {
  const { fromAt, skip } = cursor === undefined ? { fromAt: null, skip: 0 } : commentsFrom(cursor);
  const [versions, rows] = await Promise.all([
    readHelpVersions(db, article),
    readHelpComments(db, { article, fromAt, skip, limit: COMMENTS_A_PAGE + 1 }),
  ]);
  const page = rows.slice(0, COMMENTS_A_PAGE);
  const lastAt = rows.length > page.length ? (page.at(-1)?.at ?? null) : null;
  const ofThatInstant = page.filter(({ at }) => at === lastAt).length + (lastAt === fromAt ? skip : 0);
  const items = page.map((row) => ({ ...row, at: instantText(row.at) }));
  return { article, versions, comments: { items, next: lastAt === null ? null : cursorOf([lastAt, ofThatInstant]) } };
}

const CommentKeys = z.tuple([InstantKey, z.int().min(0).max(1_000_000)]);

/**
 * Decodes a cursor: an instant, and how many comments of that instant were already shown. A cursor with ids would tell
 * support who wrote a comment.
 */
function commentsFrom(cursor: string): { fromAt: number; skip: number } {
  const [fromAt, skip] = keysOf(cursor, CommentKeys);
  return { fromAt, skip };
}
