/** Routes of tickets, for the brand and for support's queue: open one, read them, add messages, close one (A1). */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Ticket, TicketRow } from '#contract/support/ticket.ts';
import { findBrandOfTicket } from '#db/support/tickets.ts';
import { type Actor, roleOf } from '#flows/people/identify-caller.ts';
import { addTicketMessage } from '#flows/support/add-ticket-message.ts';
import { openTicket, type TicketDeps } from '#flows/support/open-ticket.ts';
import { readTicketQueue, readTickets } from '#flows/support/read-tickets.ts';
import { seeTicket } from '#flows/support/see-ticket.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireActor, requirePerson } from '#http/core/caller/actor.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';
import { type BrandColumns, brandRow } from '#http/people/present-brand.ts';
import { mayUse } from '#rules/people/access.ts';

interface TicketRoutesDeps extends TicketDeps {
  readonly isTicking: () => boolean;
}

const LIMITED = { config: { rateLimit: WRITING_LIMIT } };

export function ticketRoutes(deps: TicketRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serveOpening(app, deps);
    serveReading(app, deps);
    serveMessages(app, deps);
  };
}

function serveOpening(app: FastifyInstance, deps: TicketRoutesDeps): void {
  serve(
    app,
    'POST /api/v1/tickets',
    async (request, reply) => {
      const person = requirePerson(request);
      const { kind, start = null, end = null, reason } = request.body;
      const answer = await openTicket(deps, person, { kind, start, end, reason });
      if (answer.kind === 'plan_required') throw problem('plan_required', {}, { plan: answer.plan });
      const { ticketId } = answer;
      request.log.info({ brandId: person.brandId, ticketId, kind }, 'ticket opened');
      return reply.code(201).send(await ticketBody(deps, person, person.brandId, ticketId));
    },
    LIMITED,
  );
}

function serveReading(app: FastifyInstance, deps: TicketRoutesDeps): void {
  serve(app, 'GET /api/v1/tickets', async (request) => {
    const actor = requireActor(request);
    const page = parsePage(request.query);
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
  });

  serve(app, 'GET /api/v1/tickets/:id', async (request) => {
    const actor = requireActor(request);
    const { id } = request.params;
    const brandId = await brandOf(deps, actor, id);
    const ticket = await ticketBody(deps, actor, brandId, id);
    if (actor.kind === 'support') await logSupportAccess(deps, brandId, actor, `ticket ${ticket.number}`);
    return ticket;
  });
}

function serveMessages(app: FastifyInstance, deps: TicketRoutesDeps): void {
  serve(
    app,
    'POST /api/v1/tickets/:id/messages',
    async (request, reply) => {
      const actor = requireActor(request);
      const { id } = request.params;
      const { text, close: closes = false } = request.body;
      if (closes && !mayUse('close_ticket', roleOf(actor))) throw problem('forbidden');
      const brandId = await brandOf(deps, actor, id);
      const answer = await addTicketMessage(deps, actor, brandId, id, { text, closes });
      if (answer !== 'said') throw problem(answer);
      return reply.code(201).send(await ticketBody(deps, actor, brandId, id));
    },
    LIMITED,
  );
}

/** The person's own brand; for support, the ticket's brand. Throws `not_found` if there is no such ticket. */
async function brandOf({ db }: TicketDeps, actor: Actor, id: string): Promise<string> {
  if (actor.kind === 'person') return actor.brandId;
  const [found] = await db.readOutside((reads) => reads.run(findBrandOfTicket, { id }));
  if (!found?.brandId) throw problem('not_found');
  return found.brandId;
}

async function ticketBody({ db }: TicketDeps, actor: Actor, brandId: string, id: string): Promise<Ticket> {
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
