/** Routes that explain attempts: to people of the brand, and masked to support, whose accesses the brand can read. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { AttemptExplanation } from '#contract/record/explanation.ts';
import type { Database } from '#db/core/db.ts';
import { findReveal } from '#db/support/support-access-log.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { explainAttempt } from '#flows/record/explain-attempt.ts';
import { findAttempts } from '#flows/record/find-attempts.ts';
import { REVEALED_MS, revealCustomer } from '#flows/record/reveal-customer.ts';
import { readSupportAccess } from '#flows/support/read-support-access.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { searchOf } from '#http/contact/attempt-story.ts';
import { requirePerson, requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';
import { requireBrand } from '#http/policy/brand-pages.ts';
import { mayReach, ownedBy } from '#rules/people/access.ts';
import { accessText } from '#words/support/support-access.ts';
import { type ExplainedFor, explanationBody, maskedRow } from './present-explanation.ts';

export interface ExplanationRoutesDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => number;
  readonly hostNow: () => number;
  readonly newId: () => string;
}

export function explanationRoutes(deps: ExplanationRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serveOwnBrand(app, deps);
    serveSupport(app, deps);
  };
}

/** Routes for people of the brand: one attempt explained, and the support access log. */
function serveOwnBrand(app: FastifyInstance, deps: ExplanationRoutesDeps): void {
  serve(app, 'GET /api/v1/attempts/:id/explanation', async (request) => {
    const actor = requirePerson(request);
    const story = await explainAttempt(deps, actor.brandId, request.params.id);
    if (!story || !mayReach('explain_attempt', actor, ownedBy(story.attempt))) throw problem('not_found');
    return buildExplanation(deps, story, languageOf(request), {
      masking: null,
      mayOpen: (attempt) => mayReach('explain_attempt', actor, ownedBy(attempt)),
    });
  });

  serve(app, 'GET /api/v1/support-looks', async (request) => {
    const { brandId } = requirePerson(request);
    const language = languageOf(request);
    const { rows, last } = await readSupportAccess(deps.db, brandId, parsePage(request.query));
    const items = rows.map(({ what, at, ...row }) => ({
      ...row,
      at: instantText(at),
      sentence: accessText(language, what),
    }));
    return { items, next: nextOf(last) };
  });
}

/** Routes for support: any brand's attempts, masked until support gives a reason. */
function serveSupport(app: FastifyInstance, deps: ExplanationRoutesDeps): void {
  serve(app, 'GET /api/v1/brands/:id/attempts', async (request) => {
    const who = requireSupport(request);
    const { id: brandId } = request.params;
    await requireBrand(deps.db, brandId);
    const scope = { brandId, sellerId: null, storeId: null };
    const search = searchOf(request.query, true);
    // Logged before the answer: even an empty answer tells support whether a name or number exists.
    const searched = search.customer.trim() || null;
    await logSupportAccess(deps, brandId, who, searched === null ? 'attempts' : 'search', { searched });
    const page = await findAttempts(deps.db, scope, search, parsePage(request.query));
    return { items: page.rows.map((row) => maskedRow(row, true, languageOf(request))), next: nextOf(page.last) };
  });

  serve(app, 'GET /api/v1/brands/:id/attempts/:attemptId/explanation', async (request) => {
    const who = requireSupport(request);
    const { id: brandId, attemptId } = request.params;
    const story = await explainAttempt(deps, brandId, attemptId);
    if (!story) throw problem('not_found');
    const reveal = { brandId, supportId: who.supportId, attemptId };
    const [revealed] = await deps.db.read(brandId, (reads) => reads.run(findReveal, reveal));
    const leftMs = (revealed?.until ?? 0) - deps.hostNow();
    await logSupportAccess(deps, brandId, who, 'attempt', { attemptId });
    return buildExplanation(deps, story, languageOf(request), maskingFor(Math.max(0, leftMs)));
  });

  serve(
    app,
    'POST /api/v1/brands/:id/attempts/:attemptId/reveal',
    async (request) => {
      const who = requireSupport(request);
      const { id: brandId, attemptId } = request.params;
      const { reason } = request.body;
      const isFound = await revealCustomer(deps, who, { brandId, attemptId, reason });
      const story = isFound ? await explainAttempt(deps, brandId, attemptId) : null;
      if (!story) throw problem('not_found');
      return buildExplanation(deps, story, languageOf(request), maskingFor(REVEALED_MS));
    },
    { config: { rateLimit: WRITING_LIMIT } },
  );
}

/** What support sees: all attempts of a brand, unmasked for `leftMs` more (0: masked). */
function maskingFor(leftMs: number): Pick<ExplainedFor, 'masking' | 'mayOpen'> {
  return { masking: { leftMs }, mayOpen: () => true };
}

function buildExplanation(
  { now }: ExplanationRoutesDeps,
  story: Parameters<typeof explanationBody>[0],
  language: Language,
  by: Pick<ExplainedFor, 'masking' | 'mayOpen'>,
): z.infer<typeof AttemptExplanation> {
  return explanationBody(story, { language, now: now(), ...by });
}
