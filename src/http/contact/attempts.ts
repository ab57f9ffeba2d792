/** Routes that start a contact, go on with it after a warning, and record its outcome. No other route starts one. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { AttemptDeps } from '#flows/contact/attempt-wish.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import type { Metrics } from '#http/core/metrics.ts';
import { attemptBody, instantOf } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { decisionLimit } from '#http/core/requests/decision-limit.ts';
import { serve } from '#http/core/serve.ts';
import { attemptPage, attemptStory } from './attempt-story.ts';
import { serveDecision } from './decisions.ts';
import { presentAnswer } from './present-answer.ts';

export interface AttemptRoutesDeps extends AttemptDeps {
  /** How many decisions a person may ask for in a minute; further requests get 429. */
  readonly decisionsPerMinute: number;
  readonly metrics: Metrics;
}

export function attemptRoutes(deps: AttemptRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    const config = { rateLimit: decisionLimit(deps.decisionsPerMinute) };
    serveAttempt(app, deps, config);
    serveDecision(app, deps, config);

    serve(app, 'GET /api/v1/attempts', async (request) =>
      attemptPage(deps.db, requirePerson(request), request.query, languageOf(request)),
    );

    serve(app, 'GET /api/v1/attempts/:id', async (request) =>
      attemptStory(deps.db, requirePerson(request), request.params.id, languageOf(request)),
    );

    serve(app, 'POST /api/v1/attempts/:id/outcome', async (request) => {
      const seller = requirePerson(request);
      const answer = await recordOutcome(deps, seller, request.params.id, request.body.outcome);
      if (answer.kind === 'said') return { attempt: attemptBody(answer.attempt) };
      throw problem(answer.kind === 'not_found' ? 'not_found' : 'attempt_closed');
    });
  };
}

type Limited = { readonly rateLimit: ReturnType<typeof decisionLimit> };

function serveAttempt(app: FastifyInstance, deps: AttemptRoutesDeps, config: Limited): void {
  serve(
    app,
    'POST /api/v1/attempts',
    async (request, reply) => {
      const seller = requirePerson(request);
      const key = request.headers['idempotency-key'];
      if (!key) throw problem('key_missing');
      const { body } = request;
      const answer = await attemptContact(deps, seller, {
        key,
        customerId: body.customerId,
        origin: body.origin ?? null,
        suggestionId: body.suggestionId ?? null,
        text: body.text || null,
        attemptId: body.attemptId ?? null,
        acknowledgement: body.acknowledgement ?? null,
        because: body.reason ?? null,
        hold: body.hold === undefined ? null : body.hold === true ? 'offered' : instantOf(body.hold),
      });
      if ('decision' in answer) deps.metrics.countDecision(answer.decision);
      return presentAnswer(answer, request, reply, deps.now());
    },
    { config },
  );
}
