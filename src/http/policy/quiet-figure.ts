/** The brand's own figure of what left in the usual quiet hours, for its manager. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Problem } from '#contract/core/problem.ts';
import { QuietFigure } from '#contract/policy/impact.ts';
import type { HeavyQueues } from '#flows/core/heavy-queue.ts';
import { quietFigure } from '#flows/policy/quiet-figure.ts';
import { requirePerson } from '#http/core/caller/actor.ts';

type FigureDeps = Parameters<typeof quietFigure>[0] & { readonly heavy: HeavyQueues };

export function figureRoutes(deps: FigureDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/quiet-hours/figure',
      { schema: { tags: ['quiet hours'], response: { 200: QuietFigure, 429: Problem } } },
      async (request) => {
        const { brandId, personId } = requirePerson(request, 'brand_manager');
        return deps.heavy.impacts.run(personId, () => quietFigure(deps, brandId));
      },
    );
  };
}
