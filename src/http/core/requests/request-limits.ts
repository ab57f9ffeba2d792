/** Limits how long a request may take to arrive, so that slow or endless clients are cut off. */
import type { FastifyInstance } from 'fastify';
import { problem } from '#http/core/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * How long the body of this route may take to arrive, in ms. Uploads need more time. If left out, the app's
     * `bodyMs` applies.
     */
    readonly bodyMs?: number;
  }
}

export interface RequestLimits {
  /** How long the request line and the headers may take to arrive. */
  readonly headersMs: number;
  /** How long the body may take to arrive, counted from the beginning of the request. */
  readonly bodyMs: number;
  /** How long a connection without a request stays open. */
  readonly idleMs: number;
  /** How often the server checks its connections for these limits. */
  readonly checkEveryMs: number;
}

/**
 * The limits of production. `idleMs` is longer than the 60 s for which proxies usually keep a connection, so that the
 * proxy closes the connection first.
 */
export const REQUEST_LIMITS: RequestLimits = { headersMs: 10_000, bodyMs: 25_000, idleMs: 65_000, checkEveryMs: 1_000 };

/**
 * Refuses bodies that take longer than their route allows, with 408. Call this before the routes are registered. Node's
 * own limit for a whole request is the same for all routes; it is raised to the longest that any route asks for, and
 * this hook enforces the shorter limits of the other routes.
 */
export function limitBodies(app: FastifyInstance, { bodyMs }: RequestLimits): void {
  let longestMs = bodyMs;
  app.addHook('onRoute', ({ config }) => {
    longestMs = Math.max(longestMs, config?.bodyMs ?? 0);
  });
  app.addHook('onReady', async () => {
    app.server.requestTimeout = longestMs;
  });
  app.addHook('preParsing', async (request, reply, payload) => {
    const limitMs = request.routeOptions.config.bodyMs ?? bodyMs;
    if (limitMs === longestMs || request.raw.complete) return payload;
    const timer = setTimeout(() => {
      if (request.raw.complete || payload.listenerCount('error') === 0) return;
      reply.header('connection', 'close');
      // The body's reader fails with this error, and the error handler answers the request.
      payload.emit('error', problem('too_slow'));
    }, limitMs);
    const stop = () => clearTimeout(timer);
    payload.once('end', stop);
    request.raw.once('close', stop);
    // A handler that refuses a form early leaves the rest of its body unread, so that neither event above comes.
    reply.raw.once('close', stop);
    return payload;
  });
}
