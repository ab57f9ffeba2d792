/** How long a request may take to arrive: a client that sends slowly, or never ends, is cut off. */
import type { FastifyInstance } from 'fastify';
import { problem } from '#http/core/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the body of this route may take to arrive, in ms: for uploads. Left out: `bodyMs` of the app. */
    readonly bodyMs?: number;
  }
}

export interface RequestLimits {
  /** The request line and the headers have arrived by then. */
  readonly headersMs: number;
  /** The body has arrived by then, counted from the request's beginning. */
  readonly bodyMs: number;
  /** A connection without a request is closed then. */
  readonly idleMs: number;
  /** How often connections are checked for the limits above. */
  readonly checkEveryMs: number;
}

/** `idleMs` is longer than the minute for which proxies usually keep a connection: the proxy closes first. */
export const REQUEST_LIMITS: RequestLimits = { headersMs: 10_000, bodyMs: 25_000, idleMs: 65_000, checkEveryMs: 1_000 };

/**
 * Cuts off bodies that take longer than their route allows, with 408. Register before the routes. Node's own limit for
 * a whole request is the same for all routes, so it is raised to the longest that a route asks for, and this plugin
 * holds the others to theirs.
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
      // The body's reader ends with this error, and the error handler answers.
      payload.emit('error', problem('too_slow'));
    }, limitMs);
    const stop = () => clearTimeout(timer);
    payload.once('end', stop);
    request.raw.once('close', stop);
    return payload;
  });
}
