/** Routes of live events and notifications. */
import { z } from 'zod';
import { PushKey, PushSubscription } from '#contract/push/push.ts';
import type { Routes } from './route.ts';

export const LIVE_ROUTES = {
  'GET /api/v1/push/key': {
    may: ['receive_push'],
    tags: ['push'],
    summary: 'Read the key with which a browser subscribes, and the person who gets notifications on this device',
    response: { 200: PushKey },
  },
  'PUT /api/v1/push/subscription': {
    may: ['receive_push'],
    tags: ['push'],
    summary:
      'Notify the caller on this device when contacts are ready; the device’s earlier person gets no more notifications on it',
    body: PushSubscription,
    response: { 204: z.null() },
  },
  'DELETE /api/v1/push/subscription': {
    may: ['receive_push'],
    tags: ['push'],
    summary: 'Stop notifications on this device',
    response: { 204: z.null() },
  },
  'GET /api/v1/live': {
    may: ['hear_events', 'hear_store_events'],
    tags: ['live'],
    summary:
      'Stream server-sent events: quiet-hours, attempt, suggestion, ticket, import; `resync` if events may have been missed',
    description:
      '`Last-Event-ID`, or `after` in a first request, names the event after which the stream continues. The stream ends ' +
      'at most 5 s after the caller’s access. A session has at most six streams and a person twelve; a further stream ' +
      'ends the oldest one, which gets the event `displaced`.',
    headers: z.object({ 'last-event-id': z.string().max(20).optional() }),
    querystring: z.object({ after: z.coerce.number().int().min(0).optional() }),
  },
} as const satisfies Routes;
