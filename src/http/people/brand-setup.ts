/** The route that tells a brand's manager what the brand still lacks. */
import type { FastifyPluginAsync } from 'fastify';
import { readBrandSetup } from '#flows/people/read-brand-setup.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function brandSetupRoutes(deps: Parameters<typeof readBrandSetup>[0]): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/brand/setup', async (request) => {
      const missing = await readBrandSetup(deps, requirePerson(request).brandId);
      if (missing === null) throw problem('not_found');
      return { missing };
    });
  };
}
