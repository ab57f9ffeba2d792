/** The one way to start a contact, to go on with it, and to say how it went. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  Attempt,
  AttemptList,
  AttemptQuery,
  AttemptStory,
  Held,
  Refused,
  SayOutcome,
  StartAttempt,
  Started,
  Warned,
} from '#contract/contact/attempt.ts';
import { AskDecision, AskedDecision } from '#contract/contact/decision.ts';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { askDecision, type Questioner } from '#flows/contact/ask-decision.ts';
import { type AttemptDeps, attemptContact } from '#flows/contact/attempt-contact.ts';
import { sayOutcome } from '#flows/contact/say-outcome.ts';
import type { Actor } from '#flows/people/who-asks.ts';
import { look } from '#flows/support/support-access-log.ts';
import { requireActor, requirePerson } from '#http/core/caller/actor.ts';
import type { Metrics } from '#http/core/metrics.ts';
import { attemptBody, decisionBody, instantOf, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { decisionLimit } from '#http/core/requests/decision-limit.ts';
import { attemptPage, attemptStory } from './attempt-story.ts';
import { presentAnswer } from './present-answer.ts';

export interface AttemptRoutesDeps extends AttemptDeps {
  /** A person's decisions a minute; more are refused for a while. */
  readonly decisionsPerMinute: number;
  readonly metrics: Metrics;
}

export function attemptRoutes(deps: AttemptRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const config = { rateLimit: decisionLimit(deps.decisionsPerMinute) };

    app.post(
      '/api/v1/attempts',
      {
        config,
        schema: {
          tags: ['contact'],
          summary: 'Start a contact, or go on with one',
          headers: z.object({ 'idempotency-key': z.uuid().optional() }),
          body: StartAttempt,
          response: {
            201: Started,
            202: Held,
            404: Problem,
            409: z.union([Refused, Problem]),
            422: Problem,
            428: Warned,
          },
        },
      },
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
        if ('decision' in answer) deps.metrics.decided(answer.decision);
        return presentAnswer(answer, request, reply, deps.now());
      },
    );

    app.post(
      '/api/v1/decisions',
      {
        config,
        schema: {
          tags: ['contact'],
          summary: 'Ask what would be decided; records nothing',
          body: AskDecision,
          response: { 200: AskedDecision, 404: Problem, 409: Problem },
        },
      },
      async (request) => {
        const actor = requireActor(request);
        const { brandId, customerId, origin, suggestionId, at } = request.body;
        const asker = questioner(actor, brandId);
        if (at !== undefined && asker.role === 'seller') throw problem('forbidden');
        const answer = await askDecision(deps, asker, {
          customerId,
          origin: origin ?? null,
          suggestionId: suggestionId ?? null,
          at: at === undefined ? null : instantOf(at),
        });
        if (answer.kind === 'decided') {
          if (actor.kind === 'support') await look(deps, asker.brandId, actor, 'decision');
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
    );

    app.get(
      '/api/v1/attempts',
      { schema: { tags: ['contact'], querystring: AttemptQuery, response: { 200: AttemptList } } },
      async (request) => attemptPage(deps.db, requirePerson(request), request.query),
    );

    app.get(
      '/api/v1/attempts/:id',
      { schema: { tags: ['contact'], params: z.object({ id: Id }), response: { 200: AttemptStory } } },
      async (request) => attemptStory(deps.db, requirePerson(request), request.params.id),
    );

    app.post(
      '/api/v1/attempts/:id/outcome',
      {
        schema: {
          tags: ['contact'],
          params: z.object({ id: Id }),
          body: SayOutcome,
          response: { 200: z.object({ attempt: Attempt }), 409: Problem },
        },
      },
      async (request) => {
        const seller = requirePerson(request);
        const answer = await sayOutcome(deps, seller, request.params.id, request.body.outcome);
        if (answer.kind === 'said') return { attempt: attemptBody(answer.attempt) };
        throw problem(answer.kind === 'not_found' ? 'not_found' : 'attempt_closed');
      },
    );
  };
}

/** Support names the brand and asks as its manager would; nobody else may name another than their own. */
function questioner(actor: Actor, brandId: string | undefined): Questioner {
  if (actor.kind === 'person') {
    if (brandId !== undefined && brandId !== actor.brandId) throw problem('forbidden');
    return actor;
  }
  if (brandId === undefined) {
    throw problem('invalid', { faults: [{ path: 'brandId', code: 'which_brand' }] });
  }
  return { brandId, personId: null, role: 'brand_manager', storeId: null };
}
