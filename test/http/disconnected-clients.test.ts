/** Tests that a closing server waits for running handlers whose clients have disconnected, and for nothing else. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { openBareApp } from '#kit/bare-app.ts';

const config = { operations: ['read_health'] } as const;

/** Returns a route whose handler waits for `finish` and then returns `answer()`. */
function slowRoute(answer: () => unknown) {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const routes = [
    async (app: Parameters<Parameters<typeof openBareApp>[0]['routes'][0]>[0]) => {
      app.get('/api/v1/slow', { config }, async () => {
        begun.resolve();
        await finish.promise;
        return answer();
      });
      app.get('/api/v1/stream', { config }, async (_, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
        reply.raw.write(': .\n\n');
      });
    },
  ];
  return { routes, begun: begun.promise, finish: finish.resolve };
}

for (const [what, answer] of [
  ['answers', () => ({ done: true })],
  ['answers without a body', () => undefined],
  [
    'fails',
    () => {
      throw new Error('as a database that is not there');
    },
  ],
] as const)
  test(`the server waits for a handler that ${what} though its client has disconnected`, async () => {
    const slow = slowRoute(answer);
    const { app, port } = await openBareApp(slow);
    const client = connect(port, '127.0.0.1');
    client.on('error', () => undefined);
    client.write('GET /api/v1/slow HTTP/1.1\r\nHost: a\r\n\r\n');
    await slow.begun;
    client.destroy();

    await app.close();
    let isSettled = false;
    const settled = app.waitForHandlers().then(() => {
      isSettled = true;
    });
    for (let turns = 0; turns < 20; turns++) await turn();
    assert.equal(isSettled, false, 'the server did not wait for the handler');
    slow.finish();
    await settled;
  });

test('the server does not wait for an ended stream, a refused request or an answered request', async () => {
  const { app, base, port } = await openBareApp(slowRoute(() => null));
  const stream = connect(port, '127.0.0.1');
  stream.write('GET /api/v1/stream HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(stream, 'data');
  stream.destroy();
  assert.equal((await fetch(`${base}/api/v1/nothing`)).status, 404);
  assert.equal(
    (await fetch(`${base}/api/v1/slow`, { headers: { origin: 'https://elsewhere.example' }, method: 'DELETE' })).ok,
    false,
  );
  await app.close();
  await app.waitForHandlers();
});
