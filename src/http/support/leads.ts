/** “Falar com o time do Oto”: the wish of a brand whose plan lacks quiet hours, and who has answered it (A1). */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { Lead, LeadList, LeadQuery, LeaveLead, SettleLead } from '#contract/support/lead.ts';
import type { Database } from '#db/core/db.ts';
import { leaveLead } from '#flows/support/leave-lead.ts';
import { readLeadQueue, readLeads } from '#flows/support/read-leads.ts';
import { settleLead } from '#flows/support/settle-lead.ts';
import { requireActor, requirePerson, requireSupport } from '#http/core/caller/actor.ts';
import { nextOf, pageAsked } from '#http/core/page-cursor.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { type BrandColumns, brandRow } from '#http/people/present-brand.ts';

export interface LeadRoutesDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => number;
  readonly newId: () => string;
}

export function leadRoutes(deps: LeadRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['leads'];

    app.post(
      '/api/v1/leads',
      {
        config: { rateLimit: WRITING_LIMIT },
        schema: {
          tags,
          summary: 'Ask the team for quiet hours, where the plan lacks them',
          description: 'For brand managers. A brand whose plan includes quiet hours opens a ticket: 409.',
          body: LeaveLead,
          response: { 201: Lead, 400: Problem, 403: Problem, 409: Problem },
        },
      },
      async (request, reply) => {
        const person = requirePerson(request, 'brand_manager');
        const lead = await leaveLead(deps, person, request.body);
        if (lead === 'already_in_plan') throw problem(lead);
        request.log.info({ brandId: person.brandId, leadId: lead.id }, 'lead left');
        return reply.code(201).send(leadBody(lead));
      },
    );

    app.get(
      '/api/v1/leads',
      {
        schema: {
          tags,
          summary: 'A brand’s own, newest first; for support all brands’, the oldest first',
          querystring: LeadQuery,
          response: { 200: LeadList, 403: Problem },
        },
      },
      async (request) => {
        const actor = requireActor(request, 'brand_manager', 'support');
        const page = pageAsked(request.query);
        const { state } = request.query;
        const { rows, last } =
          actor.kind === 'person'
            ? await readLeads(deps.db, actor.brandId, state ?? null, page)
            : await readLeadQueue(deps.db, state ?? 'open', page);
        return { items: rows.map(leadBody), next: nextOf(last) };
      },
    );

    app.patch(
      '/api/v1/leads/:id',
      {
        schema: {
          tags: ['support'],
          summary: 'Settled, or not after all',
          params: z.object({ id: Id }),
          body: SettleLead,
          response: { 200: Lead, 403: Problem, 404: Problem },
        },
      },
      async (request) => {
        const { name } = requireSupport(request);
        const lead = await settleLead(deps, request.params.id, request.body.state, name);
        if (!lead) throw problem('not_found');
        return leadBody(lead);
      },
    );
  };
}

type Row = Omit<Lead, 'createdAt' | 'doneAt' | 'brand'> &
  BrandColumns & { readonly createdAt: number; readonly doneAt: number | null };

function leadBody(row: Row): Lead {
  const { id, person, contact, wish, state, createdAt, doneAt, doneBy } = row;
  const times = { createdAt: instantText(createdAt), doneAt: instantTextOrNull(doneAt) };
  return { id, person, contact, wish, state, ...times, doneBy, brand: brandRow(row) };
}
