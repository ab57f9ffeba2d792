/** The route that rehearses a campaign before it is saved, or on any day after. */
import type { FastifyPluginAsync } from 'fastify';
import { audienceOf } from '#contract/campaigns/campaign.ts';
import type { CampaignRehearsal as RehearsalBody } from '#contract/campaigns/campaign-rehearsal.ts';
import { findTextFaults } from '#flows/campaigns/find-start-faults.ts';
import {
  type CampaignRehearsal,
  type RehearseCampaignDeps,
  rehearseCampaign,
} from '#flows/campaigns/rehearsal/rehearse-campaign.ts';
import type { HeavyQueues } from '#flows/core/heavy-queue.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { whenGivenUp } from '#http/core/requests/when-given-up.ts';
import { serve } from '#http/core/serve.ts';
import { rehearsedDayBody } from '#http/policy/present-rehearsed-day.ts';
import { faultsText } from './campaigns.ts';

export interface CampaignRehearsalRoutesDeps extends RehearseCampaignDeps {
  readonly heavy: HeavyQueues;
}

export function campaignRehearsalRoutes(deps: CampaignRehearsalRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/campaigns/rehearsal', async (request, reply) => {
      const { brandId, personId } = requirePerson(request);
      const { campaignId: id, answer, audience, ...fields } = request.body;
      const faults = findTextFaults(fields.text);
      if (faults.length > 0) throw problem('invalid', { faults: faultsText(request, faults) });
      const wish = { id: id ?? null, answer, fields: { ...fields, audience: audienceOf(audience) } };
      const signal = whenGivenUp(reply);
      deps.rehearsals.warm();
      const rehearsal = await deps.heavy.rehearsals.run(personId, () => {
        signal.throwIfAborted();
        return rehearseCampaign(deps, brandId, wish, signal);
      });
      if (rehearsal === null) throw problem('not_found');
      return rehearsalBody(rehearsal, deps.now());
    });
  };
}

function rehearsalBody({ rehearsed, days, lastServedOn, ...read }: CampaignRehearsal, now: number): RehearsalBody {
  const { total, leftOut, doesNotFit: count, unused } = rehearsed;
  return {
    isEstimate: read.isEstimate,
    at: instantText(now),
    from: read.from,
    to: read.to,
    basis: read.basis,
    total,
    leftOut: [...leftOut]
      .map(([reason, each]) => ({ reason, count: each }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    days: days.map(rehearsedDayBody),
    sellers: [...read.sellers],
    lastServedOn,
    doesNotFit: { count, fixes: [...read.fixes], unused, unusedIn: [...read.unusedIn] },
  };
}
