/** The HTTP server under the app: headers of every answer, time limits, and how its connections end in order. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { refuseClient } from '#http/core/requests/early-refusals.ts';
import type { RequestLimits } from '#http/core/requests/request-limits.ts';

export interface Connections {
  /** For Fastify. It may ask for several servers, one for each address that a name stands for. */
  createServer(handle: RequestListener): Server;
  /** From now on every answer asks the client to close its connection: the next request goes to another server. */
  sendClientsAway(): void;
}

export function connections(headers: Readonly<Record<string, string>>, limits: RequestLimits): Connections {
  const underWay = new Set<ServerResponse>();
  let isLeaving = false;
  const listener =
    (handle: RequestListener): RequestListener =>
    (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (isLeaving) response.setHeader('connection', 'close');
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      handle(request, response);
    };
  return {
    createServer(handle) {
      const server = createServer(
        {
          headersTimeout: limits.headersMs,
          requestTimeout: limits.bodyMs,
          keepAliveTimeout: limits.idleMs,
          connectionsCheckingInterval: limits.checkEveryMs,
          // The app refuses it, as a problem.
          requireHostHeader: false,
        },
        listener(handle),
      );
      server.on('checkExpectation', listener(handle));
      server.on('clientError', refuseClient(headers));
      return server;
    },
    sendClientsAway() {
      isLeaving = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    },
  };
}
