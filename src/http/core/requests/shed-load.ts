/** Refuses requests early while the server has more to do than it can: a quick 503 instead of a late answer. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '#http/core/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** This route is answered however busy the server is: health, metrics, the demo's clock. */
    readonly neverShed?: boolean;
  }
}

export interface LoadLimits {
  /** Mean delay of the event loop, in ms. A request passes the loop about four times, so it waits about four times this. */
  readonly eventLoopDelayMs: number;
  readonly sampleMs: number;
}

export const LOAD_LIMITS: LoadLimits = { eventLoopDelayMs: 400, sampleMs: 500 };

const RETRY_AFTER_SECONDS = 2;
/** One late sample is a start, or a machine that was busy for a moment. */
const SUSTAINED_SAMPLES = 2;

/**
 * Registers the refusal. Call it before the hooks that read the database. `callersWaitTooLong`: whether requests wait
 * for a database connection for so long that another one would only make the queue longer.
 */
export async function shedLoad(
  app: FastifyInstance,
  { eventLoopDelayMs, sampleMs }: LoadLimits,
  callersWaitTooLong: () => boolean,
): Promise<void> {
  let lateSamples = 0;
  const counting = setInterval(() => {
    lateSamples = app.isUnderPressure() ? lateSamples + 1 : 0;
  }, sampleMs).unref();
  app.addHook('onClose', async () => clearInterval(counting));

  const refuse = ({ routeOptions: { config } }: FastifyRequest) => {
    if (!config.neverShed) throw problem('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  };
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    sampleInterval: sampleMs,
    exposeStatusRoute: false,
    // An async handler, so that what it throws becomes the answer.
    pressureHandler: async (request: FastifyRequest, _: FastifyReply) => {
      if (lateSamples >= SUSTAINED_SAMPLES) refuse(request);
    },
  });
  app.addHook('onRequest', async (request) => {
    if (callersWaitTooLong()) refuse(request);
  });
}
