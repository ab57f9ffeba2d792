/** More than the server can do is refused early, so that nobody waits for long in vain. */
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

/** Of `startDemoServer`'s pool. */
const CONNECTIONS = 4;
/** On a busy machine an answer may take so much longer than intended. */
const SLACK_MS = 1_000;

test('while callers wait for a connection of the database, new ones are refused before the queue is two seconds long', async () => {
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
      assert.ok(performance.now() - queuedAt < 2 * LONGEST_QUEUE_MS + SLACK_MS, 'refused at once soon after');

      const late = await queued;
      assert.equal(late.status, 503, 'who waits in the queue is told so too');
      assert.ok(performance.now() - queuedAt < 2 * LONGEST_QUEUE_MS + SLACK_MS);

      const health = await product.device().get('/healthz');
      assert.equal(health.status, 200, 'health is answered');
      const clock = await product.device().get('/api/v1/demo/clock');
      assert.equal(clock.status, 200, 'so is the demo’s clock');
      await Promise.all(stuck);
    },
  );
  const after = await ana.get('/api/v1/suggestions');
  assert.equal(after.status, 200);
});

test('while the event loop is late, requests are refused at once, but health, metrics, the demo’s clock and the app’s files', async () => {
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
        routes.get('/healthz', { config: { neverShed: true } }, async () => ({}));
      },
    ],
  });
  const answers = [];
  // One after the other, each on a loop that the one before has just blocked.
  for (let n = 0; n < 20; n += 1) {
    answers.push(await fetch(`${base}/api/v1/work`));
    for (const path of ['/healthz', '/', '/carteira', '/assets/part-1.js']) {
      const answer = await fetch(`${base}${path}`);
      assert.equal(answer.status, 200, path);
    }
  }
  const refused = answers.filter(({ status }) => status === 503);
  assert.ok(refused.length > 0, 'some were refused');
  for (const answer of refused) {
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
  }
});
