/** The route with which support creates a brand. */
import type { FastifyPluginAsync } from 'fastify';
import { type CreateBrandDeps, createBrand } from '#flows/people/create-brand.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { brandDetail } from './brand-pages.ts';

export interface NewBrandRoutesDeps extends CreateBrandDeps {
  readonly timelines: Timelines;
  readonly isTicking: () => boolean;
}

export function newBrandRoutes(deps: NewBrandRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/brands', async (request, reply) => {
      const author = requireSupport(request);
      const brand = { ...request.body, portfolioOnly: false };
      const answer = await createBrand(deps, { brand, manager: null, author });
      if (answer.kind === 'faulty') throw problem('invalid', { faults: answer.faults });
      if (answer.kind === 'slug_taken') throw problem('slug_taken');
      return reply.code(201).send(await brandDetail(deps, answer.brandId, languageOf(request)));
    });
  };
}
