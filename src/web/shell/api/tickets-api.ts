/** Reads and writes tickets and leads, for the brand and for support. */
import type { Lead, LeadList, LeaveLead } from '#contract/support/lead.ts';
import type { OpenTicket, Ticket, TicketList, TicketRow } from '#contract/support/ticket.ts';
import { type Answer, ask, call } from './call.ts';
import type { QueryName, Shape } from './routes.ts';

export type TicketLine = Shape<typeof TicketRow>;
export type TicketBody = Shape<typeof Ticket>;
export type TicketsPage = Shape<typeof TicketList>;
export type TicketState = TicketLine['state'];
export type TicketKind = TicketLine['kind'];
export type LeadBody = Shape<typeof Lead>;
export type LeadsPage = Shape<typeof LeadList>;

/** Throws `UnansweredError`, as all reads do. `state` null: all. */
export function readTickets(
  state: TicketState | null,
  cursor: string | null,
  signal: AbortSignal,
): Promise<TicketsPage> {
  return ask(`/tickets${query<'/tickets'>({ state, cursor })}`, signal);
}

export function readTicket(id: string, signal: AbortSignal): Promise<TicketBody> {
  return ask(`/tickets/${id}`, signal);
}

export function openTicket(wish: Shape<typeof OpenTicket>): Promise<Answer<TicketBody>> {
  return call('/tickets', { method: 'POST', body: wish });
}

/** Only support may pass `close`. */
export function sayInTicket(id: string, text: string, close: boolean): Promise<Answer<TicketBody>> {
  return call(`/tickets/${id}/messages`, { method: 'POST', body: close ? { text, close } : { text } });
}

export function readLeads(
  state: LeadBody['state'] | null,
  cursor: string | null,
  signal: AbortSignal,
): Promise<LeadsPage> {
  return ask(`/leads${query<'/leads'>({ state, cursor })}`, signal);
}

export function leaveLead(wish: Shape<typeof LeaveLead>): Promise<Answer<LeadBody>> {
  return call('/leads', { method: 'POST', body: wish });
}

export function settleLead(id: string, state: LeadBody['state']): Promise<Answer<LeadBody>> {
  return call(`/leads/${id}`, { method: 'PATCH', body: { state } });
}

function query<Path extends string>(
  asked: Readonly<Partial<Record<QueryName<Path>, string | null>>>,
): '' | `?${string}` {
  const given = Object.entries<string | null>(asked as Readonly<Record<string, string | null>>).flatMap(
    ([name, value]) => (value === null ? [] : [[name, value]]),
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
