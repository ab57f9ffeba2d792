/** Routes that start a contact, go on with it after a warning, and record its outcome. No other route starts one. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { askDecision, type Questioner } from '#flows/contact/ask-decision.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { AttemptDeps } from '#flows/contact/attempt-wish.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { type Actor, roleOf } from '#flows/people/identify-caller.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireActor, requirePerson } from '#http/core/caller/actor.ts';
import type { Metrics } from '#http/core/metrics.ts';
import { attemptBody, decisionBody, instantOf, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { decisionLimit } from '#http/core/requests/decision-limit.ts';
import { serve } from '#http/core/serve.ts';
import { mayUse } from '#rules/people/access.ts';
import { attemptPage, attemptStory } from './attempt-story.ts';
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

    serve(app, 'GET /api/v1/attempts', async (request) => attemptPage(deps.db, requirePerson(request), request.query));

    serve(app, 'GET /api/v1/attempts/:id', async (request) =>
      attemptStory(deps.db, requirePerson(request), request.params.id),
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

function serveDecision(app: FastifyInstance, deps: AttemptRoutesDeps, config: Limited): void {
  serve(
    app,
    'POST /api/v1/decisions',
    async (request) => {
      const actor = requireActor(request);
      const { brandId, customerId, origin, suggestionId, at } = request.body;
      const asker = questionerOf(actor, brandId);
      if (at !== undefined && !mayUse('ask_decision_at', roleOf(actor))) throw problem('forbidden');
      const answer = await askDecision(deps, asker, {
        customerId,
        origin: origin ?? null,
        suggestionId: suggestionId ?? null,
        at: at === undefined ? null : instantOf(at),
      });
      if (answer.kind === 'decided') {
        if (actor.kind === 'support') await logSupportAccess(deps, asker.brandId, actor, 'decision');
        return {
          ...decisionBody(answer.decision),
          suggestedReleaseAt: instantTextOrNull(answer.suggestedReleaseAt),
        };
      }
      if (answer.kind === 'not_in_portfolio') {
        throw problem('not_in_portfolio', {}, { customer: answer.customerName, seller: answer.sellerName });
      }
      throw problem(answer.kind);
    },
    { config },
  );
}

/**
 * The caller in whose name the decision is asked. Support must name a brand and asks as its manager would; a person may
 * name no brand but their own (`forbidden`).
 */
function questionerOf(actor: Actor, brandId: string | undefined): Questioner {
  if (actor.kind === 'person') {
    if (brandId !== undefined && brandId !== actor.brandId) throw problem('forbidden');
    return actor;
  }
  if (brandId === undefined) {
    throw problem('invalid', { faults: [{ path: 'brandId', code: 'which_brand' }] });
  }
  return { brandId, personId: null, role: 'brand_manager', storeId: null };
}
