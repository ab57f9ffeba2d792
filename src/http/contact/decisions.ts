/** The route that asks what would be decided about a contact. The route starts no contact. */
import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { askDecision, type Questioner } from '#flows/contact/ask-decision.ts';
import type { AttemptDeps } from '#flows/contact/attempt-wish.ts';
import { type Actor, roleOf } from '#flows/people/identify-caller.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireActor } from '#http/core/caller/actor.ts';
import { decisionBody, instantOf, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { mayUse } from '#rules/people/access.ts';

/** Serves `POST /api/v1/decisions`. `config` is that of attempts, so that both count as tries of the same minute. */
export function serveDecision(
  app: FastifyInstance,
  deps: AttemptDeps,
  config: { readonly rateLimit: RateLimitOptions },
): void {
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
