/** Routes of the help article’s ratings. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { HelpRatings, HelpRatingsQuery, MyHelpAnswer, SayHelpful } from '#contract/support/help.ts';
import type { Routes } from './route.ts';

// The article is any text here, so that an unknown one gets `not_found` and not `invalid`.
const OfArticle = z.object({ article: z.string().max(60) });

export const HELP_ROUTES = {
  'GET /api/v1/help/:article/feedback': {
    may: ['rate_help'],
    tags: ['help'],
    summary: 'Read the caller’s rating of an article',
    params: OfArticle,
    response: { 200: MyHelpAnswer, 404: Problem },
  },
  'POST /api/v1/help/:article/feedback': {
    may: ['rate_help'],
    tags: ['help'],
    summary: 'Rate an article; a second rating of the same text replaces the first',
    params: OfArticle,
    body: SayHelpful,
    response: { 200: MyHelpAnswer, 404: Problem },
  },
  'GET /api/v1/help/:article/ratings': {
    may: ['read_help_ratings'],
    tags: ['support'],
    summary: 'Read how many readers an article helped, and what readers missed',
    params: OfArticle,
    querystring: HelpRatingsQuery,
    response: { 200: HelpRatings, 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
