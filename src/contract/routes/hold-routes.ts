/** Routes of held contacts: read, change, cancel, restore (H3–H5). */
import { z } from 'zod';
import { Attempt } from '#contract/contact/attempt.ts';
import { Problem } from '#contract/core/problem.ts';
import { Changed, ChangeHold, Hold, HoldList, HoldQuery } from '#contract/holds/hold.ts';
import { OfId, type Routes } from './route.ts';

export const HOLD_ROUTES = {
  'GET /api/v1/holds': {
    may: ['read_own_holds', 'read_led_holds'],
    tags: ['contact'],
    summary: 'List the holds that are waiting, ready and ended',
    querystring: HoldQuery,
    response: { 200: HoldList },
  },
  'GET /api/v1/holds/:id': {
    may: ['read_attempts'],
    tags: ['contact'],
    summary: 'Read the hold of an attempt; `id` is the attempt’s id',
    params: OfId,
    response: { 200: Hold, 404: Problem },
  },
  'PATCH /api/v1/attempts/:id': {
    may: ['change_hold', 'pass_on_hold'],
    tags: ['contact'],
    summary: 'Change a waiting hold',
    params: OfId,
    body: ChangeHold,
    response: { 200: Changed, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/attempts/:id/cancel': {
    may: ['change_hold'],
    tags: ['contact'],
    params: OfId,
    response: { 200: z.object({ attempt: Attempt }), 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/attempts/:id/restore': {
    may: ['change_hold'],
    tags: ['contact'],
    summary: 'Restore a cancelled hold',
    params: OfId,
    response: { 200: Changed, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/attempts/:id/seen': {
    may: ['change_hold'],
    tags: ['contact'],
    summary: 'Mark the news of a hold as read',
    params: OfId,
    response: { 204: z.null(), 404: Problem },
  },
} as const satisfies Routes;
