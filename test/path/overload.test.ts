/**
 * A server with more requests than it can answer in time refuses new ones early, so that no caller waits long for
 * nothing.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { LONGEST_QUEUE_MS } from '#db/core/connection/guarded-pool.ts';
import { openBareApp } from '#kit/bare-app.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { waitUntilBlocked, whileLocked } from '#kit/wait-until.ts';

const product = await startDemoServer();

/** The number of connections in the pool of `startDemoServer`. */
const CONNECTIONS = 4;
/** An answer may take this much longer than intended on a busy machine. */
const SLACK_MS = 1_000;

test('while callers wait for a database connection, new requests are refused before the queue is two seconds long', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  await whileLocked(
    product.owner,
    (owner) => owner.query('lock table suggestions in access exclusive mode'),
    async () => {
      const stuck = Array.from({ length: CONNECTIONS }, () => ana.get('/api/v1/suggestions'));
      await waitUntilBlocked(product.owner, CONNECTIONS);

      const queuedAt = performance.now();
      const queued = ana.get('/api/v1/suggestions');
      let refused: Awaited<typeof queued>;
      let tookMs: number;
      do {
        const askedAt = performance.now();
        refused = await ana.get('/api/v1/customers?q=ma');
        tookMs = performance.now() - askedAt;
      } while (tookMs > SLACK_MS / 2 && performance.now() < queuedAt + 4 * LONGEST_QUEUE_MS);
      assert.equal(refused.status, 503);
      assert.equal(refused.body.type, '/problems/busy');
      assert.equal(refused.headers.get('retry-after'), '2');
      assert.ok(
        performance.now() - queuedAt < 2 * LONGEST_QUEUE_MS + SLACK_MS,
        'a request is refused soon after the queue has grown too long',
      );

      const late = await queued;
      assert.equal(late.status, 503, 'the queued request is refused too');
      assert.ok(performance.now() - queuedAt < 2 * LONGEST_QUEUE_MS + SLACK_MS);

      const health = await product.device().get('/healthz');
      assert.equal(health.status, 200, 'health is still answered');
      const clock = await product.device().get('/api/v1/demo/clock');
      assert.equal(clock.status, 200, 'the demo’s clock is still answered');
      await Promise.all(stuck);
    },
  );
  const after = await ana.get('/api/v1/suggestions');
  assert.equal(after.status, 200);
});

test('while the event loop is late, requests are refused, except health and the app’s files', async () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'oto-web-'));
  after(() => rmSync(webRoot, { recursive: true }));
  mkdirSync(join(webRoot, 'assets'));
  for (const file of ['index.html', 'assets/part-1.js']) writeFileSync(join(webRoot, file), file);
  const { base } = await openBareApp({
    webRoot,
    loadLimits: { eventLoopDelayMs: 100, sampleMs: 50 },
    routes: [
      async (routes) => {
        const config = { operations: ['read_health'] } as const;
        routes.get('/api/v1/work', { config }, async () => {
          const until = performance.now() + 300;
          while (performance.now() < until);
          return {};
        });
        routes.get('/healthz', { config: { isAlwaysAnswered: true } }, async () => ({}));
      },
    ],
  });
  const answers = [];
  // One request after the other: each meets an event loop that the one before has just blocked.
  for (let n = 0; n < 20; n += 1) {
    answers.push(await fetch(`${base}/api/v1/work`));
    for (const path of ['/healthz', '/', '/carteira', '/assets/part-1.js']) {
      const answer = await fetch(`${base}${path}`);
      assert.equal(answer.status, 200, path);
    }
  }
  const refused = answers.filter(({ status }) => status === 503);
  assert.ok(refused.length > 0, 'at least one request was refused');
  for (const answer of refused) {
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
  }
});
