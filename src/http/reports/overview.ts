/** The brand's figures of a stretch of time, for its manager. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Overview, OverviewQuery } from '#contract/contact/attempt.ts';
import { Problem } from '#contract/core/problem.ts';
import type { Reads } from '#db/core/db.ts';
import { readOverview } from '#flows/reports/read-overview.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';

export function overviewRoutes(deps: { readonly db: Reads }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/reports/overview',
      {
        schema: {
          tags: ['reports'],
          summary: 'How many attempts were put off, warned, and sent after a warning',
          querystring: OverviewQuery,
          response: { 200: Overview, 403: Problem },
        },
      },
      async (request) => {
        const { brandId } = requirePerson(request, 'brand_manager');
        const [from, to] = [instantOf(request.query.from), instantOf(request.query.to)];
        const read = await readOverview(deps.db, brandId, from, to);
        if (read === 'unusable') throw problem('invalid', { faults: [{ path: 'to', code: 'custom' }] });
        return { from: instantText(from), to: instantText(to), ...read };
      },
    );
  };
}
