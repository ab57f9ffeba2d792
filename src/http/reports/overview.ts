/** The route of the brand's figures in a stretch of time, for its manager. */
import type { FastifyPluginAsync } from 'fastify';
import type { Reads } from '#db/core/db.ts';
import { readOverview } from '#flows/reports/read-overview.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function overviewRoutes(deps: { readonly db: Reads }): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/overview', async (request) => {
      const { brandId } = requirePerson(request);
      const [from, to] = [instantOf(request.query.from), instantOf(request.query.to)];
      const read = await readOverview(deps.db, brandId, from, to);
      if (read === 'unusable') throw problem('invalid', { faults: [{ path: 'to', code: 'custom' }] });
      return { from: instantText(from), to: instantText(to), ...read };
    });
  };
}
