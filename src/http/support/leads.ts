/** Routes of leads: a brand whose plan lacks quiet hours asks for them, and support answers (A1). */
import type { FastifyPluginAsync } from 'fastify';
import type { Lead } from '#contract/support/lead.ts';
import type { Database } from '#db/core/db.ts';
import { leaveLead } from '#flows/support/leave-lead.ts';
import { readLeadQueue, readLeads } from '#flows/support/read-leads.ts';
import { settleLead } from '#flows/support/settle-lead.ts';
import { requireActor, requirePerson, requireSupport } from '#http/core/caller/actor.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';
import { type BrandColumns, brandRow } from '#http/people/present-brand.ts';

export interface LeadRoutesDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => number;
  readonly newId: () => string;
}

export function leadRoutes(deps: LeadRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(
      app,
      'POST /api/v1/leads',
      async (request, reply) => {
        const person = requirePerson(request);
        const lead = await leaveLead(deps, person, request.body);
        if (lead === 'already_in_plan') throw problem(lead);
        request.log.info({ brandId: person.brandId, leadId: lead.id }, 'lead created');
        return reply.code(201).send(leadBody(lead));
      },
      { config: { rateLimit: WRITING_LIMIT } },
    );

    serve(app, 'GET /api/v1/leads', async (request) => {
      const actor = requireActor(request);
      const page = parsePage(request.query);
      const { state } = request.query;
      const { rows, last } =
        actor.kind === 'person'
          ? await readLeads(deps.db, actor.brandId, state ?? null, page)
          : await readLeadQueue(deps.db, state ?? 'open', page);
      return { items: rows.map(leadBody), next: nextOf(last) };
    });

    serve(app, 'PATCH /api/v1/leads/:id', async (request) => {
      const { name } = requireSupport(request);
      const lead = await settleLead(deps, request.params.id, request.body.state, name);
      if (!lead) throw problem('not_found');
      return leadBody(lead);
    });
  };
}

type Row = Omit<Lead, 'createdAt' | 'doneAt' | 'brand'> &
  BrandColumns & { readonly createdAt: number; readonly doneAt: number | null };

function leadBody(row: Row): Lead {
  const { id, person, contact, wish, state, createdAt, doneAt, doneBy } = row;
  const times = { createdAt: instantText(createdAt), doneAt: instantTextOrNull(doneAt) };
  return { id, person, contact, wish, state, ...times, doneBy, brand: brandRow(row) };
}
