/**
 * A server that is told to stop loses no request: the proxy reads 503, running requests are answered, and live streams
 * end in order.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';

const product = await startDemoServer();
const { base, runningServer } = product;

test('a draining server still answers, says 503 on /readyz and closes connections, and finishes the running request', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  const cookie = [...ana.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const live = await fetch(`${base}/api/v1/live`, { headers: { cookie } });
  const stream = (live.body as ReadableStream<Uint8Array>).getReader();
  await stream.read();

  let closing: Promise<void> | undefined;
  const running = await whileLocked(
    product.owner,
    (owner) => owner.query('lock table suggestions in access exclusive mode'),
    async () => {
      const asked = ana.get('/api/v1/suggestions');
      await waitUntilBlocked(product.owner, 1);

      runningServer.beginDrain?.();
      const ready = await product.device().get('/readyz');
      assert.deepEqual([ready.status, ready.body.obstacles], [503, ['this server is stopping']]);
      const served = await ana.get('/api/v1/session');
      assert.deepEqual([served.status, served.headers.get('connection')], [200, 'close']);

      closing = runningServer.close();
      for (let part = await stream.read(); !part.done; part = await stream.read());
      await assert.rejects(fetch(`${base}/healthz`), 'new connections are refused');
      return { asked };
    },
  );
  const answer = await running.asked;
  assert.deepEqual([answer.status, answer.headers.get('connection')], [200, 'close']);
  await closing;
});
