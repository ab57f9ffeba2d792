/** Routes of campaigns: the list, one campaign, its life from draft to end, and the count of an audience. */
import {
  AudienceCounted,
  Campaign,
  CampaignEnded,
  CampaignList,
  CampaignQuery,
  ChangeCampaign,
  CountAudience,
  CreateCampaign,
  EndCampaign,
  StartCampaign,
} from '#contract/campaigns/campaign.ts';
import { CampaignRehearsal, RehearseCampaign } from '#contract/campaigns/campaign-rehearsal.ts';
import { Problem } from '#contract/core/problem.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const CAMPAIGN_ROUTES = {
  'GET /api/v1/campaigns': {
    may: ['read_campaigns'],
    tags: ['campaigns'],
    summary: 'List campaigns with their figures, in the order in which they come',
    querystring: CampaignQuery,
    response: { 200: CampaignList, 403: Problem },
  },
  'POST /api/v1/campaigns': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Save a new campaign as a draft',
    description:
      'The text may contain `{primeiro_nome}` `{nome}` `{vendedor}` `{loja}` `{marca}` `{ultimo_item}` ' +
      '`{dias_sem_comprar}`, each with a word for customers who have no value: `{ultimo_item|sua compra}`. A ' +
      'draft is saved with all its faults; `toMend` lists those that starting refuses, each with its place.',
    body: CreateCampaign,
    response: { 201: Campaign, 400: Problem, 403: Problem },
  },
  'POST /api/v1/campaigns/count': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Count the customers of an audience, estimated or exactly, with three examples; nothing is changed',
    body: CountAudience,
    response: { 200: AudienceCounted, 400: Problem, 403: Problem },
  },
  'POST /api/v1/campaigns/rehearsal': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Rehearse a campaign day by day with the present customers, sellers and quiet hours; nothing is changed',
    description:
      'Assumes that each suggestion is used on its day, at the usual hours of contact of its seller where they are known, else ' +
      'evenly over the open hours, within the limit of new contacts; and that what becomes ready is sent in its minute. A ' +
      'request that is given up ends the work. One rehearsal of a person runs at a time; a newer one replaces the waiting one.',
    body: RehearseCampaign,
    response: { 200: CampaignRehearsal, 400: Problem, 403: Problem, 404: Problem, 429: Problem, 503: Problem },
  },
  'GET /api/v1/campaigns/:id': {
    may: ['read_campaigns'],
    tags: ['campaigns'],
    summary: 'Read a campaign with its figures by day and its versions',
    params: OfId,
    response: { 200: Campaign, 403: Problem, 404: Problem },
  },
  'PATCH /api/v1/campaigns/:id': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Change a campaign; of a running one, suggestions are made from the new version from the next morning on',
    params: OfId,
    body: ChangeCampaign,
    response: { 200: Campaign, 400: Problem, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/campaigns/:id/start': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Start a campaign, or resume a paused one; its suggestions are made at once',
    description:
      'A campaign with faults is refused as `campaign-incomplete`, with each fault and its place. One that ' +
      'could never be served is refused with the reason: filters that no customer can meet, a period ' +
      'that is quiet from its first to its last minute, or more customers than the sellers can serve in the period. ' +
      '`partial` starts a campaign that is too large. A campaign that is empty today starts.',
    params: OfId,
    body: StartCampaign,
    response: { 200: Campaign, 400: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem },
  },
  'POST /api/v1/campaigns/:id/pause': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'Pause a running campaign; its open suggestions end, and its held contacts stay',
    params: OfId,
    response: { 200: Campaign, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/campaigns/:id/end': {
    may: ['change_campaigns'],
    tags: ['campaigns'],
    summary: 'End a campaign for good; its open suggestions end, and its held contacts stay or are cancelled',
    params: OfId,
    body: EndCampaign,
    response: { 200: CampaignEnded, 403: Problem, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
