/** Routes of suggestions, the portfolio and customers’ profiles. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { AskSilence, SilenceAsked } from '#contract/customers/asked-silence.ts';
import { ChangeCustomer, CreateCustomer, TagList, TagQuery } from '#contract/customers/customer-form.ts';
import {
  CustomerList,
  CustomerProfile,
  CustomerQuery,
  Dismiss,
  SuggestionList,
  SuggestionQuery,
} from '#contract/customers/customers.ts';
import { OfId, type Routes } from './route.ts';

const OfSilence = z.object({ id: Id, silenceId: Id });

export const CUSTOMER_ROUTES = {
  'GET /api/v1/suggestions': {
    may: ['read_suggestions'],
    tags: ['customers'],
    summary: 'List the customers whom the caller can write to today, in the order of the campaigns',
    querystring: SuggestionQuery,
    response: { 200: SuggestionList },
  },
  'POST /api/v1/suggestions/:id/dismiss': {
    may: ['dismiss_suggestion'],
    tags: ['customers'],
    summary: 'Dismiss a suggestion until tomorrow, or for good',
    params: OfId,
    body: Dismiss,
    response: { 204: z.null(), 404: Problem, 409: Problem },
  },
  'POST /api/v1/suggestions/:id/open': {
    may: ['open_suggestion'],
    tags: ['customers'],
    summary: 'Say that the seller opened the suggestion; from then on no other campaign takes over the customer',
    params: OfId,
    response: { 204: z.null(), 404: Problem },
  },
  'GET /api/v1/customers': {
    may: ['find_customers'],
    tags: ['customers'],
    summary: 'Find customers by name or number: those of the caller’s store, for a brand manager those of the brand',
    querystring: CustomerQuery,
    response: { 200: CustomerList },
  },
  'GET /api/v1/customers/:id': {
    may: ['read_customer'],
    tags: ['customers'],
    summary: 'Read a customer’s profile',
    params: OfId,
    response: { 200: CustomerProfile, 404: Problem },
  },
  'PATCH /api/v1/customers/:id': {
    may: ['change_customer'],
    tags: ['customers'],
    summary:
      'Change a customer’s fields; where another person changed a field meanwhile, the answer has the stored value',
    params: OfId,
    body: ChangeCustomer,
    response: { 204: z.null(), 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/customers/:id/silences': {
    may: ['change_customer'],
    tags: ['customers'],
    summary: 'Write down hours or days in which the customer wants no messages; held contacts get other minutes',
    params: OfId,
    body: AskSilence,
    response: { 201: SilenceAsked, 400: Problem, 404: Problem, 409: Problem },
  },
  'DELETE /api/v1/customers/:id/silences/:silenceId': {
    may: ['change_customer'],
    tags: ['customers'],
    summary: 'End a silence that the customer asked for; held contacts keep their minutes',
    params: OfSilence,
    response: { 204: z.null(), 404: Problem },
  },
  'POST /api/v1/customers/:id/silences/:silenceId/seen': {
    may: ['mark_notice_seen'],
    tags: ['customers'],
    summary: 'Say that the customer’s seller has read that a silence was written down or ended; it is not shown again',
    params: OfSilence,
    response: { 204: z.null(), 404: Problem },
  },
  'POST /api/v1/customers': {
    may: ['create_customer'],
    tags: ['customers'],
    summary: 'Add a customer to the caller’s store, for a brand manager to any store',
    body: CreateCustomer,
    response: { 201: CustomerProfile, 400: Problem, 409: Problem },
  },
  'GET /api/v1/customer-tags': {
    may: ['create_customer'],
    tags: ['customers'],
    summary: 'List the brand’s tags that begin with a text',
    querystring: TagQuery,
    response: { 200: TagList },
  },
} as const satisfies Routes;
