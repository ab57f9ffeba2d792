/** Refuses requests early while the server is overloaded: a quick 503 instead of a late answer. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '#http/core/problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether this route is answered even under overload: health, metrics, the demo's clock. */
    readonly isAlwaysAnswered?: boolean;
  }
}

export interface LoadLimits {
  /**
   * The mean delay of the event loop, in ms, above which requests are refused. A request passes the loop about four
   * times, so its answer is delayed by about four times this.
   */
  readonly eventLoopDelayMs: number;
  readonly sampleMs: number;
}

export const LOAD_LIMITS: LoadLimits = { eventLoopDelayMs: 400, sampleMs: 500 };

const RETRY_AFTER_SECONDS = 2;
/**
 * How many late samples in a row count as overload. A single one also occurs at start, or when the machine was busy for
 * a moment.
 */
const SUSTAINED_SAMPLES = 2;

/**
 * Registers the refusal of requests. Call this before the hooks that read the database are registered.
 * `callersWaitTooLong`: whether requests wait so long for a database connection that a further one would only lengthen
 * the queue.
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
    if (!config.isAlwaysAnswered) throw problem('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  };
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    sampleInterval: sampleMs,
    exposeStatusRoute: false,
    // The handler is async so that the error it throws becomes the answer.
    pressureHandler: async (request: FastifyRequest, _: FastifyReply) => {
      if (lateSamples >= SUSTAINED_SAMPLES) refuse(request);
    },
  });
  app.addHook('onRequest', async (request) => {
    if (callersWaitTooLong()) refuse(request);
  });
}
