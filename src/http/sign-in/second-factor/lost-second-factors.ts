/** Routes with which support removes second factors that people have lost. */
import type { FastifyPluginAsync } from 'fastify';
import { readSecondFactors } from '#flows/sign-in/second-factor/read-second-factors.ts';
import {
  type RemovalAnswer,
  removeOfPerson,
  removeOfSupport,
} from '#flows/sign-in/second-factor/remove-second-factor.ts';
import type { SecondFactorDeps } from '#flows/sign-in/second-factor/second-factor-deps.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function lostSecondFactorRoutes(deps: SecondFactorDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/brands/:id/second-factors', async (request) => {
      const who = requireSupport(request);
      const { id } = request.params;
      const people = await readSecondFactors(deps, id);
      if (people === null) throw problem('not_found');
      await logSupportAccess(deps, id, who, 'second factors');
      return { items: [...people], next: null };
    });

    serve(app, 'DELETE /api/v1/brands/:id/people/:personId/second-factor', async (request, reply) => {
      const who = requireSupport(request);
      const { id: brandId, personId } = request.params;
      const answer = await removeOfPerson(deps, who, { brandId, personId, reason: request.body.reason });
      refuseUnlessDone(answer);
      request.log.info({ brandId, personId, supportId: who.supportId }, 'second factor removed by support');
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/support/second-factor', async (request, reply) => {
      const { supportId } = requireSupport(request);
      refuseUnlessDone(await removeOfSupport(deps, supportId, request.body));
      request.log.info({ supportId }, 'second factor of a support person removed');
      return reply.code(204).send(null);
    });
  };
}

function refuseUnlessDone({ kind }: RemovalAnswer): void {
  if (kind !== 'done') throw problem(kind);
}
