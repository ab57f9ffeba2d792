/** Routes of the account that is signed in: its password, and the warning about wrong passwords. */
import type { FastifyPluginAsync } from 'fastify';
import { forgetWrongPasswords } from '#db/sign-in/account/wrong-passwords.ts';
import { type ChooseMailsDeps, readMailChoices } from '#flows/mail/choose-mails.ts';
import { roleOf } from '#flows/people/identify-caller.ts';
import { changePassword } from '#flows/sign-in/account/change-password.ts';
import type { SignInDeps } from '#flows/sign-in/sign-in.ts';
import { requireActor, requireSession } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { type OpenSessionDeps, tellPasswordRefusal } from '#http/sign-in/open-session.ts';
import { secondsUntil } from '#http/sign-in/pin-refusal.ts';

export type AccountDeps = SignInDeps & ChooseMailsDeps & Pick<OpenSessionDeps, 'onPasswordRefused'>;

export function accountRoutes(deps: AccountDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/account', async (request) => {
      const { accountId, kind, name, email } = requireSession(request).session;
      const mails = await readMailChoices(deps, { accountId, kind, role: roleOf(requireActor(request)) });
      return { kind, name, email, mails };
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

    serve(app, 'DELETE /api/v1/account/wrong-passwords', async (request, reply) => {
      await forgetWrongPasswords(deps.auth, requireSession(request).session.accountId);
      return reply.code(204).send(null);
    });
  };
}
