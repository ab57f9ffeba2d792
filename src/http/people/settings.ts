/** Routes of a brand's settings, for its manager and for support. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Database } from '#db/core/db.ts';
import { changeBrandSettings, readBrandSettings } from '#flows/people/settings.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireActor } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export interface SettingsRoutesDeps {
  readonly db: Database;
  readonly hostNow: () => number;
  readonly newId: () => string;
}

export function settingsRoutes(deps: SettingsRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/settings', async (request) => {
      const brandId = await brandOf(deps, request, request.query.brandId);
      return (await readBrandSettings(deps.db, brandId)) ?? notFound();
    });

    serve(app, 'PATCH /api/v1/settings', async (request) => {
      const brandId = await brandOf(deps, request, request.query.brandId);
      const settings = (await changeBrandSettings(deps.db, brandId, request.body)) ?? notFound();
      request.log.info({ brandId, ...settings }, 'settings changed');
      return settings;
    });
  };
}

/** Returns the brand of the manager, or the brand that support names; the access of support is written to the brand's log. */
async function brandOf(deps: SettingsRoutesDeps, request: FastifyRequest, named: string | undefined): Promise<string> {
  const actor = requireActor(request);
  if (actor.kind === 'person') return named === undefined || named === actor.brandId ? actor.brandId : notFound();
  if (named === undefined || (await readBrandSettings(deps.db, named)) === null) return notFound();
  await logSupportAccess(deps, named, actor, 'settings');
  return named;
}

function notFound(): never {
  throw problem('not_found');
}
