/**
 * Counts handlers that are still running. If a client disconnects, the handler goes on and needs the database until it
 * ends; so a server that stops closes its database only after the last handler.
 */
import type { FastifyInstance } from 'fastify';

export interface RunningHandlers {
  /** Resolves when no handler is running. */
  waitForAll(): Promise<void>;
}

/** Call this before any route is registered. */
export function watchRunningHandlers(app: FastifyInstance): RunningHandlers {
  let running = 0;
  const waiting: (() => void)[] = [];
  const settle = () => {
    running -= 1;
    if (running === 0) for (const resolve of waiting.splice(0)) resolve();
  };

  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function handleAndSettle(request, reply) {
      const answer: unknown = handler.call(this, request, reply);
      if (answer instanceof Promise) {
        running += 1;
        answer.then(settle, settle);
      }
      return answer;
    };
  });

  return {
    waitForAll: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
