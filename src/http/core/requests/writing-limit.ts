/** Limits how many texts one person may send in a minute. The limit stops scripts; people do not reach it. */
import type { RateLimitOptions } from '@fastify/rate-limit';
import { askerOf } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';

/** Route options for `@fastify/rate-limit`, which counts in this process and separately for each route. */
export const WRITING_LIMIT: RateLimitOptions = {
  max: 30,
  timeWindow: 60_000,
  hook: 'preHandler',
  keyGenerator: (request) => {
    const actor = askerOf(request)?.actor;
    if (!actor) return request.ip;
    return actor.kind === 'support' ? actor.supportId : actor.personId;
  },
  errorResponseBuilder: (_, { ttl }) =>
    problem('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
};
