/** Routes for monitoring, which operators and their tools read. */
import { z } from 'zod';
import type { Routes } from './route.ts';

const Readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  obstacles: z.array(z.string()),
  notes: z.array(z.string()),
});

export const HEALTH_ROUTES = {
  'GET /healthz': {
    may: ['read_health'],
    tags: ['operation'],
    response: { 200: z.object({ status: z.literal('alive') }) },
  },
  'GET /readyz': {
    may: ['read_health'],
    tags: ['operation'],
    response: { 200: Readiness, 503: Readiness },
  },
  'GET /metrics': {
    may: ['read_metrics'],
    tags: ['operation'],
  },
} as const satisfies Routes;
