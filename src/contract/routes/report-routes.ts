/** Routes of reports. */
import { Overview, OverviewQuery } from '#contract/contact/attempt.ts';
import { Problem } from '#contract/core/problem.ts';
import { Distribution, DistributionQuery } from '#contract/reports/distribution.ts';
import type { Routes } from './route.ts';

export const REPORT_ROUTES = {
  'GET /api/v1/reports/distribution': {
    may: ['read_distribution'],
    tags: ['reports'],
    summary: 'Count contacts by the hour of the store’s clock, beside an even spread over the open hours',
    querystring: DistributionQuery,
    response: { 200: Distribution },
  },
  'GET /api/v1/reports/overview': {
    may: ['read_overview'],
    tags: ['reports'],
    summary: 'Count the attempts that were refused, warned, and sent after a warning',
    querystring: OverviewQuery,
    response: { 200: Overview, 403: Problem },
  },
} as const satisfies Routes;
