/** Routes of reports. */
import { Distribution, DistributionQuery } from '#contract/reports/distribution.ts';
import type { Routes } from './route.ts';

export const REPORT_ROUTES = {
  'GET /api/v1/reports/distribution': {
    may: ['read_distribution'],
    tags: ['reports'],
    summary: 'Contacts by the hour of the store’s clock, against an even spread over the open hours',
    querystring: DistributionQuery,
    response: { 200: Distribution },
  },
} as const satisfies Routes;
