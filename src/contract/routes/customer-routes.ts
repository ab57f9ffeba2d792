/** Routes of suggestions, the portfolio and customers’ profiles. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import {
  ChangeCustomer,
  CustomerList,
  CustomerProfile,
  CustomerQuery,
  Dismiss,
  SuggestionList,
  SuggestionQuery,
} from '#contract/customers/customers.ts';
import { OfId, type Routes } from './route.ts';

export const CUSTOMER_ROUTES = {
  'GET /api/v1/suggestions': {
    may: ['read_suggestions'],
    tags: ['customers'],
    summary: 'Whom I could write to today, in campaign order',
    querystring: SuggestionQuery,
    response: { 200: SuggestionList },
  },
  'POST /api/v1/suggestions/:id/dismiss': {
    may: ['dismiss_suggestion'],
    tags: ['customers'],
    summary: 'Not now (it is back tomorrow), or never',
    params: OfId,
    body: Dismiss,
    response: { 204: z.null(), 404: Problem, 409: Problem },
  },
  'GET /api/v1/customers': {
    may: ['find_customers'],
    tags: ['customers'],
    summary: 'Find customers of my store (a brand manager: of the brand) by name or number',
    querystring: CustomerQuery,
    response: { 200: CustomerList },
  },
  'GET /api/v1/customers/:id': {
    may: ['read_customer'],
    tags: ['customers'],
    summary: 'All that is known of a customer',
    params: OfId,
    response: { 200: CustomerProfile, 404: Problem },
  },
  'PATCH /api/v1/customers/:id': {
    may: ['change_customer'],
    tags: ['customers'],
    summary: 'Write down from which hour on a customer likes to be written to',
    params: OfId,
    body: ChangeCustomer,
    response: { 204: z.null(), 404: Problem },
  },
} as const satisfies Routes;
