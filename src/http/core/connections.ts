/**
 * Creates the HTTP server under the app: it sets the headers of every answer and the time limits, and closes
 * connections in order.
 */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { refuseClient } from '#http/core/requests/early-refusals.ts';
import type { RequestLimits } from '#http/core/requests/request-limits.ts';

export interface Connections {
  /** Fastify calls this, several times if the host name has several addresses. */
  createServer(handle: RequestListener): Server;
  /**
   * From this call on, every answer asks the client to close its connection, so that the client's next request goes to
   * another server.
   */
  askClientsToClose(): void;
}

export function createConnections(headers: Readonly<Record<string, string>>, limits: RequestLimits): Connections {
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
          // A request without a Host header is refused by the app instead, with a problem as its body.
          requireHostHeader: false,
        },
        listener(handle),
      );
      server.on('checkExpectation', listener(handle));
      server.on('clientError', refuseClient(headers));
      return server;
    },
    askClientsToClose() {
      isLeaving = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    },
  };
}
