/** What the house counts: requests by route, decisions by what they said. No person, customer or number among the labels. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Counts a decision that was recorded. */
  decided(decision: { origin: string; verdict: string; reason: string | null }): void;
  /** Whether the host's clock can be believed (D8). */
  clockIs(safe: boolean): void;
  /** Times every request that comes through `app`. */
  watch(app: FastifyInstance): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const decisions = new Counter({
    name: 'oto_decisions_total',
    help: 'Decisions recorded, by origin, verdict and primary reason',
    labelNames: ['origin', 'verdict', 'reason'],
    registers: [registry],
  });
  const requests = new Histogram({
    name: 'oto_request_seconds',
    help: 'Time to the answer of a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.15, 0.5, 2],
    registers: [registry],
  });
  const clockUnsafe = new Gauge({
    name: 'oto_clock_unsafe',
    help: '1 while the host’s clock has jumped and does not agree with the others again',
    registers: [registry],
  });
  return {
    registry,
    decided: ({ origin, verdict, reason }) => decisions.inc({ origin, verdict, reason: reason ?? 'none' }),
    clockIs: (safe) => clockUnsafe.set(safe ? 0 : 1),
    watch: (app) => {
      app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
        requests.observe({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1000);
      });
    },
  };
}
