/** Routes with which support sees and ends the sessions of a person of a brand. */
import type { FastifyPluginAsync } from 'fastify';
import {
  endPersonSession,
  endPersonSessions,
  type PersonSessionsDeps,
  readPersonSessions,
} from '#flows/sign-in/account/person-sessions.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { presentSessions } from './present-sessions.ts';

export function personSessionRoutes(deps: PersonSessionsDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/brands/:id/people/:personId/sessions', async (request) => {
      const { id: brandId, personId } = request.params;
      const sessions = await readPersonSessions(deps, requireSupport(request), { brandId, personId });
      if (sessions === null) throw problem('not_found');
      return presentSessions(sessions, null, languageOf(request));
    });

    serve(app, 'DELETE /api/v1/brands/:id/people/:personId/sessions', async (request, reply) => {
      const support = requireSupport(request);
      const { id: brandId, personId } = request.params;
      if (!(await endPersonSessions(deps, support, { brandId, personId }))) throw problem('not_found');
      request.log.info({ brandId, personId, supportId: support.supportId }, 'sessions of a person ended');
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/brands/:id/people/:personId/sessions/:sessionId', async (request, reply) => {
      const support = requireSupport(request);
      const { id: brandId, personId, sessionId } = request.params;
      if (!(await endPersonSession(deps, support, { brandId, personId }, sessionId))) throw problem('not_found');
      request.log.info({ brandId, personId, supportId: support.supportId }, 'session of a person ended');
      return reply.code(204).send(null);
    });
  };
}
