/**
 * Routes that support uses before it publishes: the recommended hours, the holidays, and the preview of a policy
 * (A2–A4).
 */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Impact } from '#contract/policy/impact.ts';
import type { Database } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import type { RehearseCampaignDeps } from '#flows/campaigns/rehearsal/rehearse-campaign.ts';
import { rehearseComing } from '#flows/campaigns/rehearsal/rehearse-coming.ts';
import type { HeavyQueues } from '#flows/core/heavy-queue.ts';
import { IMPACT_MS, type ImpactEngine } from '#flows/policy/impact.ts';
import {
  comingHolidays,
  type PolicyPreview,
  type PreviewDeps,
  previewPolicy,
  recommendedHours,
} from '#flows/policy/preview-policy.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { whenGivenUp } from '#http/core/requests/when-given-up.ts';
import { serve } from '#http/core/serve.ts';
import { recommendationText } from '#words/policy/recommendation.ts';
import { policySentence } from '#words/policy/sentence.ts';
import { lintBodies, malformedPolicy } from './policy-faults.ts';
import { impactBody } from './present-impact.ts';
import { rehearsedDayBody } from './present-rehearsed-day.ts';

export interface PreviewRoutesDeps extends PreviewDeps, Pick<RehearseCampaignDeps, 'rehearsals'> {
  readonly db: Database;
  readonly hostNow: () => number;
  readonly newId: () => string;
  readonly engine: ImpactEngine;
  readonly heavy: HeavyQueues;
}

export function previewRoutes(deps: PreviewRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/brands/:id/quiet-hours/preview', async (request, reply) => {
      const who = requireSupport(request);
      const { id } = request.params;
      const { policy, effective, impact, coming } = request.body;
      const language = languageOf(request);
      // The impact's worker processes start while the preview is computed.
      if (impact) deps.engine.warm();
      const from = effective === 'now' || effective === 'next-quiet-start' ? effective : instantOf(effective);
      const answer = await deps.heavy.policies.run(`preview ${who.supportId}`, () =>
        previewPolicy(deps, id, policy, from),
      );
      if (answer.kind === 'malformed') throw malformedPolicy(answer.faults, language);
      if (answer.kind === 'not_found') throw problem('not_found');
      // The editor asks for the impact half a second after the last change of the hours, so its workers start now.
      if (!impact) deps.engine.warm();
      if (impact || coming) await logSupportAccess(deps, id, who, 'impact');
      return {
        sentence: policySentence(language, answer.policy),
        week: answer.week.map(weekBody),
        lints: lintBodies(answer.lints, language),
        conflicts: [...answer.conflicts],
        impact: impact ? await impactOf(deps, id, who.supportId, answer.policy) : null,
        coming: coming ? await comingOf(deps, id, who.supportId, { policy: answer.policy, from }, reply) : null,
      };
    });

    serve(app, 'GET /api/v1/brands/:id/quiet-hours/recommendation', async (request) => {
      const { supportId } = requireSupport(request);
      const recommended = await deps.heavy.policies.run(`recommendation ${supportId}`, () =>
        recommendedHours(deps, request.params.id),
      );
      if (!recommended) throw problem('not_found');
      const language = languageOf(request);
      return {
        ...recommended,
        sentence: recommendationText(language, recommended),
        storesWithoutHours: [...recommended.storesWithoutHours],
        conflicts: [...recommended.conflicts],
      };
    });

    serve(app, 'GET /api/v1/brands/:id/quiet-hours/holidays', async (request) => {
      requireSupport(request);
      const holidays = await comingHolidays(deps, request.params.id);
      if (!holidays) throw problem('not_found');
      return { items: holidays.map((holiday) => ({ ...holiday, states: [...holiday.states] })) };
    });
  };
}

async function impactOf(
  { db, engine, heavy, now }: PreviewRoutesDeps,
  brandId: string,
  askedBy: string,
  policy: PolicyPreview['policy'],
): Promise<Impact> {
  const until = now();
  const question = { brandId, from: until - IMPACT_MS, until, policy };
  const [tally, stores] = await Promise.all([
    heavy.impacts.run(askedBy, () => engine.ask(question)),
    db.read(brandId, (reads) => reads.run(listStores, { brandId })),
  ]);
  return impactBody(question, tally, new Map(stores.map(({ id, name }) => [id, name])));
}

/** A policy that begins with the next quiet time is rehearsed from now on: its hours are those that support looks at. */
async function comingOf(
  deps: PreviewRoutesDeps,
  brandId: string,
  askedBy: string,
  { policy, from }: { readonly policy: PolicyPreview['policy']; readonly from: string | number },
  reply: FastifyReply,
) {
  const signal = whenGivenUp(reply);
  const effectiveAt = typeof from === 'number' ? from : deps.now();
  const coming = await deps.heavy.rehearsals.run(askedBy, () => {
    signal.throwIfAborted();
    return rehearseComing(deps, brandId, { policy, effectiveAt }, signal);
  });
  return coming && { ...coming, days: coming.days.map(rehearsedDayBody) };
}

function weekBody({ zone, stores, days }: PolicyPreview['week'][number]) {
  return { zone, stores, days: days.map(dayBody) };
}

function dayBody({ date, start, end, quiet, clockChange }: PolicyPreview['week'][number]['days'][number]) {
  return {
    date,
    from: instantText(start),
    until: instantText(end),
    quiet: quiet.map((each) => ({ start: instantText(each.start), end: instantText(each.end) })),
    clockChange: clockChange && { at: instantText(clockChange.at), minutes: clockChange.minutes },
  };
}
