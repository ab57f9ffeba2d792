/**
 * Counts handlers that are still running. If a client disconnects, the handler goes on and needs the database until it
 * ends; so a server that stops closes its database only after the last handler.
 */
import type { FastifyInstance } from 'fastify';

export interface RunningHandlers {
  /** Resolves when no handler is running. */
  none(): Promise<void>;
}

/** Call this before any route is registered. */
export function watchRunningHandlers(app: FastifyInstance): RunningHandlers {
  let unsettled = 0;
  const waiting: (() => void)[] = [];
  const settle = () => {
    unsettled -= 1;
    if (unsettled === 0) for (const tell of waiting.splice(0)) tell();
  };

  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function handleAndSettle(request, reply) {
      const answer: unknown = handler.call(this, request, reply);
      if (answer instanceof Promise) {
        unsettled += 1;
        answer.then(settle, settle);
      }
      return answer;
    };
  });

  return {
    none: () => (unsettled === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
