/** Routes for monitoring: whether the server runs, whether it can serve requests, and its metrics. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';
import { problem } from './problem.ts';
import { serve } from './serve.ts';

export interface HealthDeps {
  /** The reasons why this server cannot serve, as sentences; empty if it can. */
  readonly obstacles: () => Promise<readonly string[]>;
  /** Things that an operator should know although the server can serve, as sentences. */
  readonly notes: () => readonly string[];
  readonly metrics: Metrics;
  /** The token that a caller needs for the metrics; null: only callers on this machine get them. */
  readonly metricsToken: string | null;
}

export function healthRoutes({
  obstacles,
  notes,
  metrics: { registry },
  metricsToken,
}: HealthDeps): FastifyPluginAsync {
  return async (app) => {
    const config = { isAlwaysAnswered: true } as const;
    serve(
      app,
      'GET /healthz',
      async () => ({
        status: 'alive' as const,
      }),
      { config },
    );

    serve(
      app,
      'GET /readyz',
      async (_, reply) => {
        const found = await obstacles().catch(() => ['the database does not answer']);
        const ready = found.length === 0;
        return reply.code(ready ? 200 : 503).send({
          status: ready ? ('ready' as const) : ('not_ready' as const),
          obstacles: [...found],
          notes: [...notes()],
        });
      },
      { config },
    );

    serve(
      app,
      'GET /metrics',
      async (request, reply) => {
        const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
        const admitted = metricsToken === null ? isFromThisMachine(request) : isSameToken(given, metricsToken);
        if (!admitted) throw problem('not_found');
        return reply.header('content-type', registry.contentType).send(await registry.metrics());
      },
      { config },
    );
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDED = /^(x-forwarded-.*|forwarded|x-real-ip|via)$/;

/**
 * Whether the request was sent on this machine and not forwarded. A proxy on this machine connects from loopback too,
 * and the client may have invented what its forwarding headers say; so a request with any forwarding header is refused,
 * even if the proxy is trusted.
 */
function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  return LOOPBACK.has(socket.remoteAddress ?? '') && !Object.keys(headers).some((name) => FORWARDED.test(name));
}

function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
