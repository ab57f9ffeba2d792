/** Opens the app without a database on a real port with a test's own routes, and sends raw requests that no client library sends. */
import { connect } from 'node:net';
import { after } from 'node:test';
import type { FastifyPluginAsync } from 'fastify';
import { type AppOptions, createApp } from '#http/core/app.ts';
import type { IdentifyDeps } from '#http/core/caller/actor.ts';
import { sessionCookies } from '#http/core/caller/session-cookies.ts';
import { openLog } from '#main/core/log.ts';

/** No caller signs in here, so no session is ever looked up. */
const NOBODY = { cookies: sessionCookies(false) } as IdentifyDeps;

export async function openBareApp(options: Partial<AppOptions> & { readonly routes: readonly FastifyPluginAsync[] }) {
  const app = await createApp({
    logger: openLog('silent'),
    trustProxy: false,
    identify: NOBODY,
    secure: false,
    publicOrigins: () => [],
    webRoot: null,
    ...options,
  });
  after(() => app.close());
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  return { app, base, port };
}

export interface RawAnswer {
  readonly status: number;
  /** The headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the connection was open, from the first byte sent. */
  readonly tookMs: number;
}

/**
 * Sends `first`, then `more` every 20 ms for as long as the connection is open. Returns the answer once the server has
 * closed the connection.
 */
export function sendRaw(port: number, first: string, more = ''): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const began = performance.now();
    let received = '';
    let sendingMore: ReturnType<typeof setInterval> | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(first, 'latin1');
      if (more !== '') sendingMore = setInterval(() => socket.writable && socket.write(more), 20);
    });
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      received += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(sendingMore);
      resolve({ ...parseAnswer(received), tookMs: performance.now() - began });
    });
  });
}

function parseAnswer(text: string): Omit<RawAnswer, 'tookMs'> {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map(
    (line) => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: ?/, '')] as const,
  );
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body };
}
