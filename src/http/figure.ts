/** The brand's own figure of what left in the usual quiet hours, for its manager. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { QuietFigure } from '#contract/impact.ts';
import { quietFigure } from '#flows/quiet-figure.ts';
import { requirePerson } from './actor.ts';

export function figureRoutes(deps: Parameters<typeof quietFigure>[0]): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/quiet-hours/figure',
      { schema: { tags: ['quiet hours'], response: { 200: QuietFigure } } },
      async (request) => quietFigure(deps, requirePerson(request, 'brand_manager').brandId),
    );
  };
}
