/** Routes of the rehearsal of a store's day. */
import { Problem } from '#contract/core/problem.ts';
import { Rehearsal, RehearsalQuery, ThinnedOut, ThinOut } from '#contract/holds/rehearsal.ts';
import type { Routes } from '#contract/routes/route.ts';

export const REHEARSAL_ROUTES = {
  'GET /api/v1/rehearsal': {
    may: ['read_rehearsal'],
    tags: ['contact'],
    summary: 'Rehearse a day of a store: what will become of its held contacts, minute by minute',
    querystring: RehearsalQuery,
    response: { 200: Rehearsal, 400: Problem, 403: Problem, 404: Problem },
  },
  'POST /api/v1/rehearsal/thin-out': {
    may: ['change_hold'],
    tags: ['contact'],
    summary: 'Move held contacts of a day to the first free minutes after the day',
    body: ThinOut,
    response: { 200: ThinnedOut, 400: Problem, 404: Problem },
  },
} as const satisfies Routes;
