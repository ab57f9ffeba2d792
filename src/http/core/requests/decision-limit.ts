/**
 * Limits how many decisions a person may ask for in a minute. The limit stops scripts; the pace of contacts (P1) is
 * another rule.
 */
import type { RateLimitOptions } from '@fastify/rate-limit';
import { askerOf } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';

/** Returns route options for `@fastify/rate-limit`, which counts in this process. */
export function decisionLimit(perMinute: number): RateLimitOptions {
  return {
    max: perMinute,
    timeWindow: 60_000,
    hook: 'preHandler',
    groupId: 'decisions',
    keyGenerator: (request) => {
      const actor = askerOf(request)?.actor;
      return actor?.kind === 'person' ? actor.personId : request.ip;
    },
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      return problem('too_many_decisions', { retryAfterSeconds: seconds }, { seconds });
    },
  };
}
