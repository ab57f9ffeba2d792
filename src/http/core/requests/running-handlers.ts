/**
 * Handlers that are still at work. A client that goes away takes its connection with it, but the handler goes on, and
 * needs the database until it is done: a server that ends closes its database after the last of them.
 */
import type { FastifyInstance } from 'fastify';

export interface RunningHandlers {
  /** Fulfilled once no handler is at work. */
  none(): Promise<void>;
}

/** To call before any route is added. */
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
