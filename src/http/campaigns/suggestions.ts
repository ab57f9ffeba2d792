/** Routes of the seller's day: reads the customers that campaigns suggest, and dismisses a suggestion. */
import etag from '@fastify/etag';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { Database } from '#db/core/db.ts';
import { dismissSuggestion } from '#flows/campaigns/dismiss-suggestion.ts';
import { openSuggestion } from '#flows/campaigns/open-suggestion.ts';
import { readSuggestions } from '#flows/campaigns/read-suggestions.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { cursorOf, keysOf } from '#http/core/cursor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { customerRow } from '#http/customers/present-customer.ts';
import { heldMark } from '#http/holds/present-hold.ts';
import { suggestionReason } from '#words/campaigns/suggestion.ts';
import { silenceNewsText } from '#words/customers/silences/silence-news.ts';

export interface SuggestionRoutesDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => number;
  readonly hostNow: () => number;
}

export function suggestionRoutes(deps: SuggestionRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(etag);
    serve(app, 'GET /api/v1/suggestions', async (request) => {
      const language = languageOf(request);
      const { cursor, limit } = request.query;
      const page = { after: cursor === undefined ? null : afterOf(cursor), limit };
      const read = await readSuggestions(deps.db, requirePerson(request), page, deps.now());
      const { suggestions, silenceNews, last } = read;
      return {
        items: suggestions.map(({ id, customerId, campaign, reason, text, held, todayOn, ...customer }) => ({
          id,
          customer: customerRow({ ...customer, id: customerId }),
          campaign,
          reason: suggestionReason(language, reason, todayOn),
          reasonCode: reason.code,
          text,
          held: held && heldMark(held),
        })),
        next: last && cursorOf([last.priority, last.id]),
        silenceNews: silenceNews.map(({ id, customer, firstName, ...news }) => ({
          ...{ id, customer, sentence: silenceNewsText(language, { ...news, customer: firstName }) },
        })),
      };
    });

    serve(app, 'POST /api/v1/suggestions/:id/dismiss', async (request, reply) => {
      const answer = await dismissSuggestion(deps, requirePerson(request), request.params.id, request.body.reason);
      if (answer !== 'dismissed') throw problem(answer);
      return reply.code(204).send(null);
    });

    serve(app, 'POST /api/v1/suggestions/:id/open', async (request, reply) => {
      const isFound = await openSuggestion(deps, requirePerson(request), request.params.id);
      if (!isFound) throw problem('not_found');
      return reply.code(204).send(null);
    });
  };
}

/** The keys of a cursor: a campaign's priority, which is a `smallint`, and the suggestion's id. */
const SuggestionKeys = z.tuple([z.int().min(0).max(32_767), Id]);

function afterOf(cursor: string): { priority: number; id: string } {
  const [priority, id] = keysOf(cursor, SuggestionKeys);
  return { priority, id };
}
