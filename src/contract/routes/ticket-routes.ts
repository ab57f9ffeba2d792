/** Routes of tickets and leads (A1). */

import { Problem } from '#contract/core/problem.ts';
import { Lead, LeadList, LeadQuery, LeaveLead, SettleLead } from '#contract/support/lead.ts';
import { OpenTicket, SayInTicket, Ticket, TicketList, TicketQuery } from '#contract/support/ticket.ts';
import { OfId, type Routes } from './route.ts';

export const TICKET_ROUTES = {
  'POST /api/v1/tickets': {
    may: ['open_ticket'],
    tags: ['tickets'],
    summary: 'Ask for quiet hours, for other hours, or for none',
    description: 'For brand managers. `start` and `end` belong to `activate` and `change`. Several may be open.',
    body: OpenTicket,
    response: { 201: Ticket, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/tickets': {
    may: ['read_tickets'],
    tags: ['tickets'],
    summary: 'A brand’s own, newest first; for support all brands’, who waits longest first',
    querystring: TicketQuery,
    response: { 200: TicketList, 403: Problem },
  },
  'GET /api/v1/tickets/:id': {
    may: ['read_tickets'],
    tags: ['tickets'],
    summary: 'One with its thread; a person of the brand has then seen it',
    params: OfId,
    response: { 200: Ticket, 403: Problem, 404: Problem },
  },
  'POST /api/v1/tickets/:id/messages': {
    may: ['say_in_ticket', 'close_ticket'],
    tags: ['tickets'],
    summary: 'Say something in it; by support, answer or close it',
    params: OfId,
    body: SayInTicket,
    response: { 201: Ticket, 403: Problem, 404: Problem },
  },
  'POST /api/v1/leads': {
    may: ['leave_lead'],
    tags: ['leads'],
    summary: 'Ask the team for quiet hours, where the plan lacks them',
    description: 'For brand managers. A brand whose plan includes quiet hours opens a ticket: 409.',
    body: LeaveLead,
    response: { 201: Lead, 400: Problem, 403: Problem, 409: Problem },
  },
  'GET /api/v1/leads': {
    may: ['read_leads'],
    tags: ['leads'],
    summary: 'A brand’s own, newest first; for support all brands’, the oldest first',
    querystring: LeadQuery,
    response: { 200: LeadList, 403: Problem },
  },
  'PATCH /api/v1/leads/:id': {
    may: ['settle_lead'],
    tags: ['support'],
    summary: 'Settled, or not after all',
    params: OfId,
    body: SettleLead,
    response: { 200: Lead, 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
