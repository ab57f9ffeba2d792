/** Routes of tickets and leads (A1). */

import { Problem } from '#contract/core/problem.ts';
import { Lead, LeadList, LeadQuery, LeaveLead, SettleLead } from '#contract/support/lead.ts';
import { OpenTicket, SayInTicket, Ticket, TicketList, TicketQuery } from '#contract/support/ticket.ts';
import { OfId, type Routes } from './route.ts';

export const TICKET_ROUTES = {
  'POST /api/v1/tickets': {
    may: ['open_ticket'],
    tags: ['tickets'],
    summary: 'Open a ticket that asks for quiet hours, for other hours, or for none',
    description:
      'For brand managers. `start` and `end` belong to `activate` and `change`. A brand may have several open tickets.',
    body: OpenTicket,
    response: { 201: Ticket, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/tickets': {
    may: ['read_tickets'],
    tags: ['tickets'],
    summary: 'List tickets: a brand’s own, newest first; for support those of all brands, longest waiting first',
    querystring: TicketQuery,
    response: { 200: TicketList, 403: Problem },
  },
  'GET /api/v1/tickets/:id': {
    may: ['read_tickets'],
    tags: ['tickets'],
    summary: 'Read a ticket with its messages; this marks the ticket as read by a person of the brand',
    params: OfId,
    response: { 200: Ticket, 403: Problem, 404: Problem },
  },
  'POST /api/v1/tickets/:id/messages': {
    may: ['say_in_ticket', 'close_ticket'],
    tags: ['tickets'],
    summary: 'Write a message in a ticket; support also answers or closes the ticket',
    params: OfId,
    body: SayInTicket,
    response: { 201: Ticket, 403: Problem, 404: Problem },
  },
  'POST /api/v1/leads': {
    may: ['leave_lead'],
    tags: ['leads'],
    summary: 'Ask the vendor for quiet hours if the plan does not include them',
    description:
      'For brand managers. Answers 409 to a brand whose plan includes quiet hours: such a brand opens a ticket.',
    body: LeaveLead,
    response: { 201: Lead, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/leads': {
    may: ['read_leads'],
    tags: ['leads'],
    summary: 'List leads: a brand’s own, newest first; for support those of all brands, oldest first',
    querystring: LeadQuery,
    response: { 200: LeadList, 403: Problem },
  },
  'PATCH /api/v1/leads/:id': {
    may: ['settle_lead'],
    tags: ['support'],
    summary: 'Mark a lead as done or as open',
    params: OfId,
    body: SettleLead,
    response: { 200: Lead, 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
