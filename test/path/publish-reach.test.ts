/** Measures how soon a publication reaches an open screen (A5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { publicationBody } from '#kit/publication-body.ts';
import { hostClock } from '#main/core/clock.ts';

const product = await startDemoServer();
const REACHED_WITHIN_MS = 5_000;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

test('A5: a publication reaches a listening screen within five seconds', async () => {
  const support = await product.person('suporte@oto.example');
  const ana = await product.held('paulista@aurora.example', '1111');
  const { items } = (await support.get('/api/v1/brands')).body;
  const { id } = items.find(({ slug }: { slug: string }) => slug === 'aurora');
  const { liveAfter } = (await ana.get('/api/v1/session')).body;
  const stop = new AbortController();
  const cookie = [...ana.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  // The whole response is kept: fetch ends the stream of a response that nothing refers to any more.
  const response = await fetch(`${product.base}/api/v1/live?after=${liveAfter}`, {
    headers: { cookie },
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]),
  });
  assert.ok(response.body);

  const policy = { windows: [{ days: DAYS, start: '19:00', end: '08:00' }] };
  const { status } = await support.post(`/api/v1/brands/${id}/quiet-hours`, publicationBody(policy));
  assert.equal(status, 201);
  // The time counts from the answer on: how long a loaded machine takes to publish is not measured here.
  const publishedAt = hostClock.now();
  let heard = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    heard += piece;
    if (heard.includes('event: quiet-hours')) break;
  }
  stop.abort();
  assert.equal(response.status, 200);
  assert.match(heard, /event: quiet-hours/);
  assert.ok(
    hostClock.now() - publishedAt < REACHED_WITHIN_MS,
    `the event came after ${hostClock.now() - publishedAt} ms`,
  );
});
