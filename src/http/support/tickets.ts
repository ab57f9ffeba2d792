/** The brand's tickets and support's queue of them: asking for quiet hours, answering, and what was said meanwhile (A1). */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { OpenTicket, SayInTicket, Ticket, TicketList, TicketQuery, type TicketRow } from '#contract/support/ticket.ts';
import { brandOfTicket } from '#db/support/tickets.ts';
import type { Actor } from '#flows/people/who-asks.ts';
import { openTicket, type TicketDeps } from '#flows/support/open-ticket.ts';
import { readTicketQueue, readTickets } from '#flows/support/read-tickets.ts';
import { sayInTicket } from '#flows/support/say-in-ticket.ts';
import { seeTicket } from '#flows/support/see-ticket.ts';
import { look } from '#flows/support/support-access-log.ts';
import { requireActor, requirePerson } from '#http/core/caller/actor.ts';
import { nextOf, pageAsked } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { type BrandColumns, brandRow } from '#http/people/present-brand.ts';

const params = z.object({ id: Id });

export function ticketRoutes(deps: TicketDeps & { readonly isTicking: () => boolean }): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['tickets'];
    const config = { rateLimit: WRITING_LIMIT };

    app.post(
      '/api/v1/tickets',
      {
        config,
        schema: {
          tags,
          summary: 'Ask for quiet hours, for other hours, or for none',
          description: 'For brand managers. `start` and `end` belong to `activate` and `change`. Several may be open.',
          body: OpenTicket,
          response: { 201: Ticket, 400: Problem, 403: Problem, 409: Problem },
        },
      },
      async (request, reply) => {
        const person = requirePerson(request, 'brand_manager');
        const { kind, start = null, end = null, reason } = request.body;
        const answer = await openTicket(deps, person, { kind, start, end, reason });
        if (answer.kind === 'plan_required') throw problem('plan_required', {}, { plan: answer.plan });
        const { ticketId } = answer;
        request.log.info({ brandId: person.brandId, ticketId, kind }, 'ticket opened');
        return reply.code(201).send(await seen(deps, person, person.brandId, ticketId));
      },
    );

    app.get(
      '/api/v1/tickets',
      {
        schema: {
          tags,
          summary: 'A brand’s own, newest first; for support all brands’, who waits longest first',
          querystring: TicketQuery,
          response: { 200: TicketList, 403: Problem },
        },
      },
      async (request) => {
        const actor = requireActor(request, 'brand_manager', 'support');
        const page = pageAsked(request.query);
        const { state } = request.query;
        const { rows, last, unread } =
          actor.kind === 'person'
            ? await readTickets(deps.db, actor, state ?? null, page)
            : { ...(await readTicketQueue(deps.db, state ?? 'open', page)), unread: 0 };
        return {
          items: rows.map(ticketRow),
          next: nextOf(last),
          unread,
          serverTime: instantText(deps.now()),
          ticking: deps.isTicking(),
        };
      },
    );

    app.get(
      '/api/v1/tickets/:id',
      {
        schema: {
          tags,
          summary: 'One with its thread; a person of the brand has then seen it',
          params,
          response: { 200: Ticket, 403: Problem, 404: Problem },
        },
      },
      async (request) => {
        const actor = requireActor(request, 'brand_manager', 'support');
        const { id } = request.params;
        const brandId = await brandOf(deps, actor, id);
        const ticket = await seen(deps, actor, brandId, id);
        if (actor.kind === 'support') await look(deps, brandId, actor, `ticket ${ticket.number}`);
        return ticket;
      },
    );

    app.post(
      '/api/v1/tickets/:id/messages',
      {
        config,
        schema: {
          tags,
          summary: 'Say something in it; by support, answer or close it',
          params,
          body: SayInTicket,
          response: { 201: Ticket, 403: Problem, 404: Problem },
        },
      },
      async (request, reply) => {
        const actor = requireActor(request, 'brand_manager', 'support');
        const { id } = request.params;
        const { text, close: closes = false } = request.body;
        if (closes && actor.kind === 'person') throw problem('forbidden');
        const brandId = await brandOf(deps, actor, id);
        const answer = await sayInTicket(deps, actor, brandId, id, { text, closes });
        if (answer !== 'said') throw problem(answer);
        return reply.code(201).send(await seen(deps, actor, brandId, id));
      },
    );
  };
}

/** The person's own brand, or for support the ticket's. Throws `not_found`. */
async function brandOf({ db }: TicketDeps, actor: Actor, id: string): Promise<string> {
  if (actor.kind === 'person') return actor.brandId;
  const [found] = await db.readOutside((reads) => reads.run(brandOfTicket, { id }));
  if (!found?.brandId) throw problem('not_found');
  return found.brandId;
}

async function seen({ db }: TicketDeps, actor: Actor, brandId: string, id: string): Promise<Ticket> {
  const ticket = await seeTicket(db, brandId, id, actor.kind === 'person' ? actor.personId : null);
  if (!ticket) throw problem('not_found');
  const messages = ticket.messages.map((message) => ({ ...message, at: instantText(message.at) }));
  const alsoWaiting = ticket.alsoWaiting.map(({ id: otherId, number, kind, start, end, createdAt }) => ({
    ...{ id: otherId, number, kind, start, end },
    createdAt: instantText(createdAt),
  }));
  return { ...ticketRow(ticket), messages, alsoWaiting };
}

type Row = Omit<TicketRow, 'createdAt' | 'updatedAt' | 'brand'> &
  BrandColumns & { readonly createdAt: number; readonly updatedAt: number };

function ticketRow(row: Row): TicketRow {
  const { id, number, kind, start, end, reason, state, openedBy, version, unread, createdAt, updatedAt } = row;
  const times = { createdAt: instantText(createdAt), updatedAt: instantText(updatedAt) };
  return { id, number, kind, start, end, reason, state, openedBy, version, unread, ...times, brand: brandRow(row) };
}
