/** Routes with which people see where their account is signed in, and end sessions. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { listAccountSessions } from '#db/sign-in/account/account-sessions.ts';
import {
  endAllSessions,
  endOneSession,
  endOtherSessions,
  type OwnSessionsDeps,
} from '#flows/sign-in/account/own-sessions.ts';
import { requireSession } from '#http/core/caller/actor.ts';
import type { SessionCookies } from '#http/core/caller/session-cookies.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { presentSessions } from './present-sessions.ts';

interface Deps extends OwnSessionsDeps {
  readonly cookies: SessionCookies;
}

export function ownSessionRoutes(deps: Deps): FastifyPluginAsync {
  const signOut = (reply: FastifyReply) => {
    deps.cookies.clearSession(reply);
    return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
  };

  return async (app) => {
    serve(app, 'GET /api/v1/sessions', async (request) => {
      const { session } = requireSession(request);
      const sessions = await listAccountSessions(deps.auth, session.accountId, deps.hostNow());
      return presentSessions(sessions, session.id, languageOf(request));
    });

    serve(app, 'DELETE /api/v1/sessions', async (request, reply) => {
      const { session } = requireSession(request);
      request.log.info({ accountId: session.accountId, except: request.query.except }, 'sessions ended');
      if (request.query.except === undefined) {
        await endAllSessions(deps, session);
        return signOut(reply);
      }
      await endOtherSessions(deps, session);
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/sessions/:id', async (request, reply) => {
      const { session } = requireSession(request);
      const { id } = request.params;
      if (!(await endOneSession(deps, session, id))) throw problem('not_found');
      request.log.info({ accountId: session.accountId, ended: id }, 'session ended');
      return id === session.id ? signOut(reply) : reply.code(204).send(null);
    });
  };
}
