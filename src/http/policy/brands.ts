/**
 * Routes of support for brands: reads them, changes their plan, and publishes, suspends and resumes their policy (A2,
 * A7, D10).
 */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { HeavyQueues } from '#flows/core/heavy-queue.ts';
import {
  changePlan,
  type PolicyAnswer,
  type PolicyDeps,
  type Publication,
  publishPolicy,
  resumePolicy,
  suspendPolicy,
} from '#flows/policy/change-policy.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { policySentence } from '#words/policy/sentence.ts';
import { allBrands, brandDetail, policyHistory } from './brand-pages.ts';
import { lintBodies, malformedPolicy } from './policy-faults.ts';

export interface BrandRoutesDeps extends PolicyDeps {
  readonly newId: () => string;
  readonly heavy: HeavyQueues;
  readonly isTicking: () => boolean;
}

export function brandRoutes(deps: BrandRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serveBrandPages(app, deps);
    servePublication(app, deps);
    servePause(app, deps);
  };
}

/** Routes that read brands, and the one that changes a plan. */
function serveBrandPages(app: FastifyInstance, deps: BrandRoutesDeps): void {
  serve(app, 'GET /api/v1/brands', async (request) => {
    requireSupport(request);
    return { items: await allBrands(deps.db), next: null };
  });

  serve(app, 'GET /api/v1/brands/:id', async (request) => {
    const who = requireSupport(request);
    const { id } = request.params;
    const language = languageOf(request);
    const detail = await brandDetail(deps, id, language);
    await logSupportAccess(deps, id, who, 'brand');
    return detail;
  });

  serve(app, 'PATCH /api/v1/brands/:id', async (request) => {
    const { plan } = request.body;
    return changeBody(await changePlan(deps, request.params.id, plan, authorOf(request, `plan: ${plan}`)));
  });

  serve(app, 'GET /api/v1/brands/:id/quiet-hours/versions', async (request) => {
    const who = requireSupport(request);
    const { id } = request.params;
    const history = await policyHistory(deps, id, languageOf(request));
    await logSupportAccess(deps, id, who, 'quiet-hours history');
    return history;
  });
}

function servePublication(app: FastifyInstance, deps: BrandRoutesDeps): void {
  serve(app, 'POST /api/v1/brands/:id/quiet-hours', async (request, reply) => {
    const { policy, effective, reason, confirmed = [] } = request.body;
    const language = languageOf(request);
    const author = authorOf(request, reason);
    const from: Publication['effective'] =
      effective === 'now' || effective === 'next-quiet-start' ? effective : instantOf(effective);
    const publication = { policy, effective: from, confirmed, answering: answeringOf(request.body) };
    const answer = await deps.heavy.policies.run(`publication ${author.authorId}`, () =>
      publishPolicy(deps, request.params.id, publication, author),
    );
    if (answer.kind === 'malformed') throw malformedPolicy(answer.faults, language);
    if (answer.kind === 'lints_unconfirmed') throw problem(answer.kind, { lints: lintBodies(answer.lints, language) });
    if (answer.kind !== 'published') throw problem(answer.kind);
    const { version, revision, effectiveAt } = answer;
    return reply.code(201).send({
      version,
      revision,
      effectiveAt: instantText(effectiveAt),
      sentence: policySentence(language, answer.policy),
    });
  });
}

/** Routes that suspend and resume a policy (A7). */
function servePause(app: FastifyInstance, deps: BrandRoutesDeps): void {
  serve(app, 'POST /api/v1/brands/:id/quiet-hours/suspend', async (request) => {
    const { until, reason } = request.body;
    const end = until === null ? null : instantOf(until);
    const answering = answeringOf(request.body);
    return changeBody(await suspendPolicy(deps, request.params.id, end, authorOf(request, reason), answering));
  });

  serve(app, 'POST /api/v1/brands/:id/quiet-hours/resume', async (request) =>
    changeBody(await resumePolicy(deps, request.params.id, authorOf(request, request.body.reason))),
  );
}

/** Returns the support person who changes a brand, with the given reason. Throws `forbidden` for other callers. */
function authorOf(request: Parameters<typeof requireSupport>[0], reason: string) {
  const { supportId, name } = requireSupport(request);
  return { authorId: supportId, authorName: name, reason };
}

/**
 * The ticket that a change answers, with the answer's text; null without a ticket, because then there is nowhere to
 * write the answer.
 */
function answeringOf({ ticketId, answer }: { ticketId?: string | undefined; answer?: string | undefined }) {
  return ticketId === undefined ? null : { ticketId, text: answer ?? null };
}

function changeBody(answer: PolicyAnswer): { revision: number } {
  if (answer.kind === 'done') return { revision: answer.revision };
  throw problem(answer.kind === 'until_in_past' ? 'effective_in_past' : answer.kind);
}
