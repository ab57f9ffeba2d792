/** Routes of a store's sign-in: its one-time password, and the devices on which the store is signed in. */
import type { FastifyPluginAsync } from 'fastify';
import type { StoreDeps } from '#flows/stores/store-deps.ts';
import { endStoreSessions, giveStorePassword, listStoreSessions } from '#flows/stores/store-sign-in.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { presentSessions } from '#http/sign-in/account/present-sessions.ts';
import { signInBody } from './present-store.ts';

export function storeSignInRoutes(deps: StoreDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/stores/:id/password', async (request, reply) => {
      const author = requirePerson(request);
      const { id } = request.params;
      const answer = await giveStorePassword(deps, author, id, request.body.email);
      if (answer.kind === 'email_missing') throw problem('invalid', { faults: [{ path: 'email', code: 'required' }] });
      if (answer.kind !== 'given') throw problem(answer.kind);
      request.log.info({ brandId: author.brandId, storeId: id, personId: author.personId }, 'store password given');
      return reply.code(201).send(signInBody(answer));
    });

    serve(app, 'GET /api/v1/stores/:id/sessions', async (request) => {
      const sessions = await listStoreSessions(deps, requirePerson(request), request.params.id);
      if (sessions === null) throw problem('not_found');
      return presentSessions(sessions, requireSession(request).session.id, languageOf(request));
    });

    serve(app, 'DELETE /api/v1/stores/:id/sessions', async (request, reply) => {
      const author = requirePerson(request);
      const { id } = request.params;
      if (!(await endStoreSessions(deps, author, id, null))) throw problem('not_found');
      request.log.info({ brandId: author.brandId, storeId: id, personId: author.personId }, 'store signed out');
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/stores/:id/sessions/:sessionId', async (request, reply) => {
      const author = requirePerson(request);
      const { id, sessionId } = request.params;
      if (!(await endStoreSessions(deps, author, id, sessionId))) throw problem('not_found');
      request.log.info({ brandId: author.brandId, storeId: id, ended: sessionId }, 'device of a store signed out');
      return reply.code(204).send(null);
    });
  };
}
