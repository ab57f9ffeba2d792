/** Routes of one's own second factor: the code at the sign-in, setting up, removing, and confirming a session. */
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { giveCode } from '#flows/sign-in/second-factor/give-code.ts';
import {
  beginSecondFactor,
  confirmAgain,
  confirmSecondFactor,
  readOwnSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '#flows/sign-in/second-factor/own-second-factor.ts';
import type { SecondFactorDeps } from '#flows/sign-in/second-factor/second-factor-deps.ts';
import { requireSession } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';
import { networkOf } from '#http/core/requests/network.ts';
import { serve } from '#http/core/serve.ts';
import { takeSession } from '#http/sign-in/open-session.ts';
import { secondsUntil } from '#http/sign-in/pin-refusal.ts';
import { presentSession } from '#http/sign-in/present-session.ts';
import type { SessionDeps } from '#http/sign-in/session.ts';

export interface SecondFactorRoutesDeps extends SessionDeps, SecondFactorDeps {
  readonly newId: () => string;
}

export function secondFactorRoutes(deps: SecondFactorRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/session/totp', async (request, reply) => {
      const answer = await giveCode(deps, {
        cookie: deps.cookies.challenge(request),
        code: request.body.code,
        network: networkOf(request.ip),
        deviceKey: deps.cookies.deviceKey(request, reply, deps.newToken),
        userAgent: request.headers['user-agent'],
        language: languageOf(request),
        admits: (kind) => deps.supportHost.admits(request, kind),
      });
      if (answer.kind === 'signed_in') {
        const asker = await takeSession(deps, request, reply, answer);
        return presentSession(deps, asker, languageOf(request));
      }
      if (answer.kind === 'code_expired') deps.cookies.clearChallenge(reply);
      throw refusal(deps, request, answer);
    });

    serve(app, 'POST /api/v1/session/confirm', async (request, reply) => {
      const { session } = requireSession(request);
      const answer = await confirmAgain(deps, session, networkOf(request.ip), request.body);
      if (answer.kind !== 'done') throw refusal(deps, request, answer);
      return reply.code(204).send(null);
    });

    serve(app, 'GET /api/v1/second-factor', async (request) =>
      readOwnSecondFactor(deps, requireSession(request).session),
    );

    serve(app, 'POST /api/v1/second-factor', async (request) => {
      const { session } = requireSession(request);
      const { password } = request.body;
      const token = deps.accounts.tokenOf(deps.cookies.session(request) ?? '') ?? '';
      const answer = await beginSecondFactor(deps, session, networkOf(request.ip), { token, password });
      if (answer.kind !== 'begun') throw refusal(deps, request, answer);
      const { uri, secret, recoveryCodes } = answer.of;
      return { uri, secret, recoveryCodes: [...recoveryCodes] };
    });

    serve(app, 'POST /api/v1/second-factor/confirm', async (request, reply) => {
      const { session } = requireSession(request);
      const answer = await confirmSecondFactor(deps, session, networkOf(request.ip), request.body.code);
      if (answer.kind !== 'done') throw refusal(deps, request, answer);
      request.log.info({ accountId: session.accountId }, 'second factor set up');
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/second-factor', async (request, reply) => {
      const { session } = requireSession(request);
      const answer = await removeOwnSecondFactor(deps, session, networkOf(request.ip), request.body);
      if (answer.kind !== 'done') throw refusal(deps, request, answer);
      request.log.info({ accountId: session.accountId }, 'second factor removed by its user');
      return reply.code(204).send(null);
    });

    serveRecoveryCodes(app, deps);
  };
}

/** Serves new recovery codes, which the answer shows once. */
function serveRecoveryCodes(app: FastifyInstance, deps: SecondFactorRoutesDeps): void {
  serve(app, 'POST /api/v1/second-factor/recovery-codes', async (request) => {
    const { session } = requireSession(request);
    const answer = await renewRecoveryCodes(deps, session);
    if (answer.kind !== 'renewed') throw refusal(deps, request, answer);
    request.log.info({ accountId: session.accountId }, 'recovery codes renewed');
    return { recoveryCodes: [...answer.codes] };
  });
}

type Refusal =
  | { readonly kind: 'too_many_requests'; readonly nextAt: number }
  | { readonly kind: 'account_inactive'; readonly account: string }
  | {
      readonly kind:
        | 'not_found'
        | 'wrong_credentials'
        | 'wrong_code'
        | 'code_expired'
        | 'second_factor_on'
        | 'second_factor_off'
        | 'second_factor_required'
        | 'second_factor_in_demo';
    };

function refusal({ hostNow }: SecondFactorRoutesDeps, request: FastifyRequest, answer: Refusal): ProblemError {
  request.log.info({ refused: answer.kind, network: networkOf(request.ip) }, 'second factor refused');
  if (answer.kind === 'account_inactive') return problem(answer.kind, {}, { account: answer.account });
  if (answer.kind !== 'too_many_requests') return problem(answer.kind);
  const seconds = secondsUntil(answer.nextAt, hostNow());
  return problem('too_many_requests', { retryAfterSeconds: seconds }, { seconds });
}
