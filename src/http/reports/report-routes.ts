/** Registers the routes of all reports. */
import type { FastifyPluginAsync } from 'fastify';
import { afterWarningRoutes } from './after-warning.ts';
import { beforeAfterRoutes } from './before-after.ts';
import { distributionRoutes } from './distribution.ts';
import { overviewRoutes } from './overview.ts';
import { panoramaRoutes } from './panorama.ts';
import { type WeekRoutesDeps, weekRoutes } from './week.ts';

export function reportRoutes(deps: Parameters<typeof panoramaRoutes>[0] & WeekRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    for (const routes of [
      afterWarningRoutes,
      beforeAfterRoutes,
      distributionRoutes,
      overviewRoutes,
      panoramaRoutes,
      weekRoutes,
    ])
      await app.register(routes(deps));
  };
}
