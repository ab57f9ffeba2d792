/** Routes of campaigns for the brand's manager. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Campaign, CampaignRow } from '#contract/campaigns/campaign.ts';
import { audienceBody, audienceOf, type ChangeCampaign } from '#contract/campaigns/campaign.ts';
import { Id } from '#contract/core/common.ts';
import type { Problem } from '#contract/core/problem.ts';
import type { CampaignDeps, CampaignFields } from '#flows/campaigns/campaign-deps.ts';
import { countAudience } from '#flows/campaigns/count-audience.ts';
import { findTextFaults } from '#flows/campaigns/find-start-faults.ts';
import { type CampaignView, findCampaigns, readCampaign } from '#flows/campaigns/read-campaigns.ts';
import { endCampaign, pauseCampaign, type StartAnswer, startCampaign } from '#flows/campaigns/run-campaign.ts';
import { changeCampaign, createCampaign, type SaveAnswer } from '#flows/campaigns/save-campaign.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { cursorOf, keysOf } from '#http/core/cursor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { invalidFieldText } from '#words/core/catalogue/problems.ts';

const CampaignKey = z.tuple([Id]);

export function campaignRoutes(deps: CampaignDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/campaigns', async (request) => {
      const { state, cursor, limit } = request.query;
      const after = cursor === undefined ? null : keysOf(cursor, CampaignKey)[0];
      const { campaigns, total, last } = await findCampaigns(deps.db, requirePerson(request).brandId, {
        ...{ state, after, limit },
      });
      return { items: campaigns.map(campaignRow), total, next: last && cursorOf([last]) };
    });

    serve(app, 'POST /api/v1/campaigns', async (request, reply) => {
      const { audience, ...fields } = request.body;
      const answer = await createCampaign(deps, requirePerson(request), { ...fields, audience: audienceOf(audience) });
      return reply.code(201).send(await saved(deps, request, answer));
    });

    serve(app, 'POST /api/v1/campaigns/count', async (request) => {
      const { audience, text, coolDownDays, exact } = request.body;
      const faults = findTextFaults(text);
      if (faults.length > 0) throw problem('invalid', { faults: faultsText(request, faults) });
      const asked = { audience: audienceOf(audience), text, coolDownDays };
      const counted = await countAudience(deps, requirePerson(request).brandId, asked, deps.now(), { sample: !exact });
      if (counted === null) throw problem('not_found');
      const { leftOut, examples, ...figures } = counted;
      return {
        ...figures,
        leftOut: [...leftOut],
        examples: examples.map(({ customerId: id, name, text: filled }) => ({ id, name, text: filled })),
      };
    });

    serve(app, 'GET /api/v1/campaigns/:id', (request) => campaignBodyOf(deps, request, request.params.id));

    serve(app, 'PATCH /api/v1/campaigns/:id', async (request) => {
      const { version, ...change } = request.body;
      const wish = { ...changedFields(change), ...(version !== undefined && { version }) };
      return saved(deps, request, await changeCampaign(deps, requirePerson(request), request.params.id, wish));
    });
  };
}

/** Routes that start, pause and end campaigns. */
export function campaignStepRoutes(deps: CampaignDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/campaigns/:id/start', async (request) => {
      const { id } = request.params;
      const answer = await startCampaign(deps, requirePerson(request), id, request.body);
      if (answer.kind !== 'started') throw startRefusal(request, answer);
      log(request, id, 'campaign started');
      return campaignBodyOf(deps, request, id);
    });

    serve(app, 'POST /api/v1/campaigns/:id/pause', async (request) => {
      const { id } = request.params;
      const answer = await pauseCampaign(deps, requirePerson(request), id);
      if (answer.kind !== 'stopped') throw problem(answer.kind);
      log(request, id, 'campaign paused');
      return campaignBodyOf(deps, request, id);
    });

    serve(app, 'POST /api/v1/campaigns/:id/end', async (request) => {
      const { id } = request.params;
      const answer = await endCampaign(deps, requirePerson(request), id, request.body.held);
      if (answer.kind !== 'stopped') throw problem(answer.kind);
      log(request, id, 'campaign ended');
      return { campaign: await campaignBodyOf(deps, request, id), cancelled: answer.cancelled };
    });
  };
}

function log(request: FastifyRequest, campaignId: string, message: string): void {
  const { brandId, personId } = requirePerson(request);
  request.log.info({ brandId, campaignId, personId }, message);
}

async function saved(deps: CampaignDeps, request: FastifyRequest, answer: SaveAnswer): Promise<Campaign> {
  if (answer.kind === 'faulty') throw problem('invalid', { faults: faultsText(request, answer.faults) });
  if (answer.kind !== 'saved') throw problem(answer.kind);
  log(request, answer.id, 'campaign saved');
  return campaignBodyOf(deps, request, answer.id);
}

function startRefusal(request: FastifyRequest, answer: Exclude<StartAnswer, { kind: 'started' }>): ProblemError {
  if (answer.kind === 'faulty') return problem('campaign_incomplete', { faults: faultsText(request, answer.faults) });
  if (answer.kind !== 'impossible') return problem(answer.kind);
  const { kind: _kind, ...why } = answer;
  return problem('campaign_impossible', why, why);
}

interface FaultOfField {
  readonly path: string;
  readonly code: string;
  /** The faulty part of a text. */
  readonly written?: string;
  readonly start?: number;
  readonly end?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Writes the sentence of each fault. A fault of the text says which part of the text is meant, and where that part is. */
export function faultsText(request: FastifyRequest, faults: readonly FaultOfField[]): NonNullable<Problem['faults']> {
  const language = languageOf(request);
  return faults.map(({ written, least, most, ...fault }) => {
    const params = { keys: written === undefined ? [] : [written], minimum: least, maximum: most };
    return { ...fault, message: invalidFieldText(language, fault.code, params) };
  });
}

function changedFields({ audience, ...fields }: Omit<ChangeCampaign, 'version'>): Partial<CampaignFields> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...given, ...(audience && { audience: audienceOf(audience) }) };
}

function campaignRow({ figures, ...campaign }: CampaignView | ListedCampaign): CampaignRow {
  const { id, name, state, priority, from, to, version } = campaign;
  const { suggested, sent, putOff, answered } = figures;
  return { id, name, state, priority, from, to, version, figures: { suggested, sent, putOff, answered } };
}

type ListedCampaign = Awaited<ReturnType<typeof findCampaigns>>['campaigns'][number];

async function campaignBodyOf(deps: CampaignDeps, request: FastifyRequest, id: string): Promise<Campaign> {
  const view = await readCampaign(deps.db, requirePerson(request).brandId, id);
  if (view === null) throw problem('not_found');
  const { text, coolDownDays, perSellerDay, legalBasis, legalReason, held, figures } = view;
  return {
    ...campaignRow(view),
    audience: audienceBody(view.audience),
    ...{ text, coolDownDays, perSellerDay, legalBasis, legalReason, held, open: figures.open },
    toMend: faultsText(request, view.toMend),
    startedAt: instantTextOrNull(view.startedAt),
    endedAt: instantTextOrNull(view.endedAt),
    days: view.days.map((day) => ({ ...day, leftOut: [...day.leftOut] })),
    versions: view.versions.map(({ at, ...version }) => ({ ...version, at: instantText(at) })),
  };
}
