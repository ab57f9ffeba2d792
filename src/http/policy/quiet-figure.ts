/** The route of the quiet figure: for a brand manager, the number of contacts that left in the usual quiet hours. */
import type { FastifyPluginAsync } from 'fastify';
import type { HeavyQueues } from '#flows/core/heavy-queue.ts';
import { quietFigure } from '#flows/policy/quiet-figure.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { serve } from '#http/core/serve.ts';

type FigureDeps = Parameters<typeof quietFigure>[0] & { readonly heavy: HeavyQueues };

export function figureRoutes(deps: FigureDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/quiet-hours/figure', async (request) => {
      const { brandId, personId } = requirePerson(request);
      return deps.heavy.impacts.run(personId, () => quietFigure(deps, brandId));
    });
  };
}
