/**
 * Requests that are still worked on. A client that goes away takes its connection with it, but its handler goes on, and
 * needs the database until it is done: a server that ends closes its database after the last of them.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface UnsettledRequests {
  /** Fulfilled once no request is worked on. */
  none(): Promise<void>;
}

/** To call before any other hook and any route is added. */
export function watchUnsettledRequests(app: FastifyInstance): UnsettledRequests {
  const unsettled = new Set<FastifyRequest>();
  const waiting: (() => void)[] = [];
  const settle = (request: FastifyRequest) => {
    unsettled.delete(request);
    if (unsettled.size === 0) for (const tell of waiting.splice(0)) tell();
  };

  app.addHook('onRequest', async (request) => {
    unsettled.add(request);
  });
  // Answered, by a handler or by what stands before it.
  app.addHook('onSend', async (request, _reply, payload) => {
    settle(request);
    return payload;
  });
  // A handler that has nobody to answer sends nothing; one that took the connection over, as a stream does, neither.
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function handleAndSettle(request, reply) {
      const answer: unknown = handler.call(this, request, reply);
      if (answer instanceof Promise) {
        const done = () => settle(request);
        answer.then(done, done);
      }
      return answer;
    };
  });

  return {
    none: () => (unsettled.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
