/** Tests that a client that sends slowly is disconnected, and that a client of a live stream is not. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { REQUEST_LIMITS } from '#http/core/requests/request-limits.ts';
import { openBareApp, sendRaw } from '#kit/bare-app.ts';

/** The limits of production, about a hundred times shorter. */
const requestLimits = { headersMs: 100, bodyMs: 250, idleMs: 65_000, checkEveryMs: 10 };
const UPLOAD_MS = 1_000;
/** A busy machine may disconnect this much later, and never earlier. */
const SLACK_MS = 5_000;

const { app, base, port } = await openBareApp({
  requestLimits,
  routes: [
    async (routes) => {
      const config = { operations: ['read_health'] } as const;
      routes.post('/api/v1/take', { config }, async ({ body }) => ({ body }));
      routes.post('/api/v1/upload', { config: { ...config, bodyMs: UPLOAD_MS } }, async ({ body }) => ({ body }));
      routes.get('/api/v1/stream', { config }, async (_, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
        const ticking = setInterval(() => reply.raw.write(': .\n\n'), 20);
        reply.raw.once('close', () => clearInterval(ticking));
      });
    },
  ],
});

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

test('in production, headers may take 15 s and bodies 30 s, and the limits are checked every second', () => {
  const { headersMs, bodyMs, checkEveryMs } = REQUEST_LIMITS;
  assert.ok(headersMs + checkEveryMs <= 15_000 && bodyMs + checkEveryMs <= 30_000 && checkEveryMs <= 1_000);
});

test('a body that arrives too slowly is answered with a problem when its time is over', async () => {
  const answer = await sendRaw(port, head('/api/v1/take', 100_000), '"');
  assert.equal(answer.status, 408);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(JSON.parse(answer.body).type, '/problems/too-slow');
  assert.ok(answer.tookMs >= requestLimits.bodyMs && answer.tookMs < UPLOAD_MS + SLACK_MS, `${answer.tookMs} ms`);
});

test('a body of an unknown path that arrives too slowly is refused as well', async () => {
  const answer = await sendRaw(port, head('/nowhere', 100_000), '"');
  assert.equal(answer.status, 408);
});

test('a route for uploads has its own limit for bodies', async () => {
  const answer = await sendRaw(port, head('/api/v1/upload', 100_000), '"');
  assert.equal(answer.status, 408);
  assert.ok(answer.tookMs >= UPLOAD_MS, `${answer.tookMs} ms`);
  assert.equal(app.server.requestTimeout, UPLOAD_MS);
});

test('headers that arrive too slowly are answered with a problem', async () => {
  const answer = await sendRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ', 'x');
  assert.equal(answer.status, 408);
  assert.equal(JSON.parse(answer.body).type, '/problems/too-slow');
  assert.ok(answer.tookMs >= requestLimits.headersMs, `${answer.tookMs} ms`);
});

test('a live stream stays open beyond every limit of requests', async () => {
  const stop = new AbortController();
  after(() => stop.abort());
  const { body } = await fetch(`${base}/api/v1/stream`, { signal: stop.signal });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const deadline = performance.now() + UPLOAD_MS + 10 * requestLimits.checkEveryMs;
  while (performance.now() < deadline) assert.equal((await reader.read()).done, false);
});
