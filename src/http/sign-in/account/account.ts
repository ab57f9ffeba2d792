/** Routes of the account that is signed in: its password, its sessions, and the warning about wrong passwords. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { listAccountSessions } from '#db/sign-in/account/account-sessions.ts';
import { forgetWrongPasswords } from '#db/sign-in/account/wrong-passwords.ts';
import { changePassword } from '#flows/sign-in/account/change-password.ts';
import { endAllSessions, endOneSession, endOtherSessions } from '#flows/sign-in/account/own-sessions.ts';
import type { SignInDeps } from '#flows/sign-in/sign-in.ts';
import { requireSession } from '#http/core/caller/actor.ts';
import type { SessionCookies } from '#http/core/caller/session-cookies.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { type OpenSessionDeps, tellPasswordRefusal } from '#http/sign-in/open-session.ts';
import { secondsUntil } from '#http/sign-in/pin-refusal.ts';
import { presentSessions } from './present-sessions.ts';

export interface AccountDeps extends SignInDeps, Pick<OpenSessionDeps, 'onPasswordRefused'> {
  readonly cookies: SessionCookies;
}

export function accountRoutes(deps: AccountDeps): FastifyPluginAsync {
  const clear = (reply: FastifyReply) => {
    deps.cookies.clearSession(reply);
    return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null);
  };

  return async (app) => {
    serve(app, 'GET /api/v1/account', async (request) => {
      const { kind, name, email } = requireSession(request).session;
      return { kind, name, email };
    });

    serve(app, 'POST /api/v1/password', async (request, reply) => {
      const { session } = requireSession(request);
      const answer = await changePassword(deps, session, request.body);
      request.log.info({ accountId: session.accountId, answer: answer.kind }, 'change of a password answered');
      if (answer.kind === 'changed') return reply.code(204).send(null);
      tellPasswordRefusal(deps, answer);
      if (answer.kind !== 'too_many_requests') throw problem(answer.kind);
      const seconds = secondsUntil(answer.nextAt, deps.hostNow());
      throw problem('too_many_requests', { retryAfterSeconds: seconds }, { seconds });
    });

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
        return clear(reply);
      }
      await endOtherSessions(deps, session);
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/sessions/:id', async (request, reply) => {
      const { session } = requireSession(request);
      const { id } = request.params;
      if (!(await endOneSession(deps, session, id))) throw problem('not_found');
      request.log.info({ accountId: session.accountId, ended: id }, 'session ended');
      return id === session.id ? clear(reply) : reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/account/wrong-passwords', async (request, reply) => {
      await forgetWrongPasswords(deps.auth, requireSession(request).session.accountId);
      return reply.code(204).send(null);
    });
  };
}
