/** Any one attempt explained: to managers of its brand, and masked to support, whose looks the brand can read. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AttemptQuery } from '#contract/contact/attempt.ts';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import {
  AttemptExplanation,
  MaskedAttemptList,
  Reveal,
  SupportLookList,
  SupportLookQuery,
} from '#contract/record/explanation.ts';
import type { Database } from '#db/core/db.ts';
import { revealOf } from '#db/support/support-access-log.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { explainAttempt } from '#flows/record/explain-attempt.ts';
import { findAttempts } from '#flows/record/find-attempts.ts';
import { REVEALED_MS, revealCustomer } from '#flows/record/reveal-customer.ts';
import { readLooks } from '#flows/support/read-support-access.ts';
import { look } from '#flows/support/support-access-log.ts';
import { maySee, searchOf } from '#http/contact/attempt-story.ts';
import { requirePerson, requireSupport } from '#http/core/caller/actor.ts';
import { nextOf, pageAsked } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { requireBrand } from '#http/policy/brand-pages.ts';
import { pickLanguage } from '#words/core/language.ts';
import { lookText } from '#words/support/support-access.ts';
import { type ExplainedFor, explanationBody, maskedRow } from './present-explanation.ts';

export interface ExplanationRoutesDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => number;
  readonly hostNow: () => number;
  readonly newId: () => string;
}

const inBrand = z.object({ id: Id });
const ofAttempt = z.object({ id: Id, attemptId: Id });

export function explanationRoutes(deps: ExplanationRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/attempts/:id/explanation',
      {
        schema: {
          tags: ['contact'],
          summary: 'Why it came out so, for managers: each check, each clock, and “what if”',
          params: inBrand,
          response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
        },
      },
      async (request) => {
        const actor = requirePerson(request);
        if (actor.role === 'seller') throw problem('forbidden');
        const story = await explainAttempt(deps, actor.brandId, request.params.id);
        if (!story || !maySee(actor, story.attempt)) throw problem('not_found');
        return explained(deps, story, request.headers['accept-language'], {
          masking: null,
          mayOpen: (attempt) => maySee(actor, attempt),
        });
      },
    );

    app.get(
      '/api/v1/support-looks',
      {
        schema: {
          tags: ['quiet hours'],
          summary: 'For brand managers: what the vendor’s support looked at, and why',
          querystring: SupportLookQuery,
          response: { 200: SupportLookList, 403: Problem },
        },
      },
      async (request) => {
        const { brandId } = requirePerson(request, 'brand_manager');
        const language = pickLanguage(request.headers['accept-language']);
        const { rows, last } = await readLooks(deps.db, brandId, pageAsked(request.query));
        const items = rows.map(({ what, at, ...row }) => ({
          ...row,
          at: instantText(at),
          sentence: lookText(language, what),
        }));
        return { items, next: nextOf(last) };
      },
    );

    app.get(
      '/api/v1/brands/:id/attempts',
      {
        schema: {
          tags: ['support'],
          summary: 'Attempts by customer, seller, time; customers masked',
          params: inBrand,
          querystring: AttemptQuery,
          response: { 200: MaskedAttemptList, 403: Problem },
        },
      },
      async (request) => {
        const who = requireSupport(request);
        const { id: brandId } = request.params;
        await requireBrand(deps.db, brandId);
        const scope = { brandId, sellerId: null, storeId: null };
        const search = searchOf(request.query, true);
        // Before the answer: even one that finds nobody tells whether a name or number is there.
        const searched = search.customer.trim() || null;
        await look(deps, brandId, who, searched === null ? 'attempts' : 'search', { searched });
        const page = await findAttempts(deps.db, scope, search, pageAsked(request.query));
        return { items: page.rows.map((row) => maskedRow(row, true)), next: nextOf(page.last) };
      },
    );

    app.get(
      '/api/v1/brands/:id/attempts/:attemptId/explanation',
      {
        schema: {
          tags: ['support'],
          summary: 'Why it came out so; the customer masked, unless revealed to you',
          params: ofAttempt,
          response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
        },
      },
      async (request) => {
        const who = requireSupport(request);
        const { id: brandId, attemptId } = request.params;
        const story = await explainAttempt(deps, brandId, attemptId);
        if (!story) throw problem('not_found');
        const reveal = { brandId, supportId: who.supportId, attemptId };
        const [revealed] = await deps.db.read(brandId, (reads) => reads.run(revealOf, reveal));
        const left = (revealed?.until ?? 0) - deps.hostNow();
        await look(deps, brandId, who, 'attempt', { attemptId });
        return explained(deps, story, request.headers['accept-language'], unmasked(Math.max(0, left)));
      },
    );

    app.post(
      '/api/v1/brands/:id/attempts/:attemptId/reveal',
      {
        config: { rateLimit: WRITING_LIMIT },
        schema: {
          tags: ['support'],
          summary: 'See whom it was to, for half an hour; the brand can read who did and why',
          params: ofAttempt,
          body: Reveal,
          response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
        },
      },
      async (request) => {
        const who = requireSupport(request);
        const { id: brandId, attemptId } = request.params;
        const { reason } = request.body;
        const isThere = await revealCustomer(deps, who, { brandId, attemptId, reason });
        const story = isThere ? await explainAttempt(deps, brandId, attemptId) : null;
        if (!story) throw problem('not_found');
        return explained(deps, story, request.headers['accept-language'], unmasked(REVEALED_MS));
      },
    );
  };
}

/** Support sees all of a brand's attempts, and whom they were to for so long. */
function unmasked(leftMs: number): Pick<ExplainedFor, 'masking' | 'mayOpen'> {
  return { masking: { leftMs }, mayOpen: () => true };
}

function explained(
  { now }: ExplanationRoutesDeps,
  story: Parameters<typeof explanationBody>[0],
  acceptLanguage: string | undefined,
  by: Pick<ExplainedFor, 'masking' | 'mayOpen'>,
): z.infer<typeof AttemptExplanation> {
  return explanationBody(story, { language: pickLanguage(acceptLanguage), now: now(), ...by });
}
