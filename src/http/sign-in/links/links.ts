/** Routes for people who are not signed in: they open and accept links, ask for a reset, and set a new password. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Account } from '#flows/people/accounts.ts';
import { type AcceptAnswer, acceptLink } from '#flows/sign-in/links/accept-link.ts';
import type { AfterAnswer } from '#flows/sign-in/links/after-answer.ts';
import type { LinkDeps } from '#flows/sign-in/links/link-deps.ts';
import { type LinkCaller, type OpenedLink, openLink } from '#flows/sign-in/links/open-link.ts';
import { mailReset, type ResetAnswer, resetPassword } from '#flows/sign-in/links/reset-password.ts';
import type { SupportHost } from '#http/core/caller/support-host.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';
import { networkOf } from '#http/core/requests/network.ts';
import { serve } from '#http/core/serve.ts';
import { secondsUntil } from '#http/sign-in/pin-refusal.ts';
import { invalidFieldText } from '#words/core/catalogue/problems.ts';

export interface LinkRoutesDeps extends LinkDeps {
  readonly supportHost: SupportHost;
  readonly afterAnswer: AfterAnswer;
}

export function linkRoutes(deps: LinkRoutesDeps): FastifyPluginAsync {
  const callerOf = (request: FastifyRequest, token: string): LinkCaller => ({
    token,
    network: networkOf(request.ip),
    admits: (kind) => deps.supportHost.admits(request, kind),
  });
  return async (app) => {
    serve(app, 'POST /api/v1/links/open', async (request) => {
      const answer = await openLink(deps, callerOf(request, request.body.token));
      if (answer.kind !== 'link') throw refusedLink(answer, request, deps.hostNow());
      const { purpose, name, email, expiresAt } = answer.link;
      return { purpose, name, email, until: instantText(expiresAt) };
    });

    serve(app, 'POST /api/v1/links/accept', async (request, reply) => {
      const { token, password, name = null, email = null } = request.body;
      const answer = await acceptLink(deps, callerOf(request, token), { password, name, email });
      if (answer.kind !== 'accepted') throw refusedLink(answer, request, deps.hostNow());
      request.log.info({ accountId: answer.accountId }, 'account made by a link');
      return reply.code(204).send(null);
    });

    serve(app, 'GET /api/v1/password/forgot', async () => ({ mailed: deps.mailer !== null }));

    serve(app, 'POST /api/v1/password/forgot', async (request, reply) => {
      const { email } = request.body;
      const admitted = KINDS.filter((kind) => deps.supportHost.admits(request, kind));
      const admits = (kind: Account['kind']) => admitted.includes(kind);
      const asked = { email, network: networkOf(request.ip), language: languageOf(request), admits };
      const isAdded = deps.afterAnswer.add(() => mailReset(deps, asked));
      if (!isAdded) request.log.warn('too many forgotten passwords wait, and one was dropped');
      return reply.code(204).send(null);
    });

    serve(app, 'POST /api/v1/password/reset', async (request, reply) => {
      const answer = await resetPassword(deps, callerOf(request, request.body.token), request.body.next);
      if (answer.kind !== 'reset') throw refusedLink(answer, request, deps.hostNow());
      request.log.info({ accountId: answer.accountId }, 'password reset by a link');
      return reply.code(204).send(null);
    });
  };
}

const KINDS: readonly Account['kind'][] = ['store', 'person', 'support'];

type LinkRefusal = Exclude<OpenedLink | AcceptAnswer | ResetAnswer, { kind: 'link' | 'accepted' | 'reset' }>;

function refusedLink(refusal: LinkRefusal, request: FastifyRequest, now: number): ProblemError {
  request.log.info({ refused: refusal.kind, network: networkOf(request.ip) }, 'link refused');
  switch (refusal.kind) {
    case 'fields_missing':
      return fieldProblem(refusal.fields, 'invalid_type', request);
    case 'fields_unasked':
      return fieldProblem(refusal.fields, 'unrecognized_keys', request);
    case 'too_many_requests': {
      const seconds = secondsUntil(refusal.nextAt, now);
      return problem(refusal.kind, { retryAfterSeconds: seconds }, { seconds });
    }
    default:
      return problem(refusal.kind);
  }
}

function fieldProblem(fields: readonly string[], code: string, { headers }: FastifyRequest): ProblemError {
  const faults = fields.map((path) => ({
    path,
    code,
    message: invalidFieldText(languageOf({ headers }), code, { keys: [path] }),
  }));
  return problem('invalid', { faults });
}
