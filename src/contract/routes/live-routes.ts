/** Routes of live events and notifications. */
import { z } from 'zod';
import { PushKey, PushSubscription } from '#contract/push/push.ts';
import type { Routes } from './route.ts';

export const LIVE_ROUTES = {
  'GET /api/v1/push/key': {
    may: ['receive_push'],
    tags: ['push'],
    summary: 'What a browser subscribes with, and whose this device is',
    response: { 200: PushKey },
  },
  'PUT /api/v1/push/subscription': {
    may: ['receive_push'],
    tags: ['push'],
    summary: 'Tell me here when contacts are ready; whoever was told here before is not any more',
    body: PushSubscription,
    response: { 204: z.null() },
  },
  'DELETE /api/v1/push/subscription': {
    may: ['receive_push'],
    tags: ['push'],
    summary: 'Do not tell me here any more',
    response: { 204: z.null() },
  },
  'GET /api/v1/live': {
    may: ['hear_events', 'hear_store_events'],
    tags: ['live'],
    summary:
      'Server-sent events: quiet-hours, attempt, suggestion, ticket; resync where something may have been missed',
    description:
      '`Last-Event-ID`, or `after` where nothing was heard yet, says after which event to go on. The stream ends within ' +
      '5 s of its access. A session has six streams and a person twelve; beyond that the oldest hears `displaced` and ends.',
    headers: z.object({ 'last-event-id': z.string().max(20).optional() }),
    querystring: z.object({ after: z.coerce.number().int().min(0).optional() }),
  },
} as const satisfies Routes;
