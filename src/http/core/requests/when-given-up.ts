/** Tells heavy work that nobody waits for its answer any more. */
import type { FastifyReply } from 'fastify';
import { problem } from '#http/core/problem.ts';

/** Aborts when the client gives the request up before its answer. */
export function whenGivenUp(reply: FastifyReply): AbortSignal {
  const givenUp = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) givenUp.abort(problem('busy', { retryAfterSeconds: 1 }));
  });
  return givenUp.signal;
}
