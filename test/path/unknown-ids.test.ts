/** A request for an unknown id, or for a colleague's, answers 404: it never succeeds without doing anything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T23:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');
const support = await product.person('suporte@oto.example');

test('a hold is marked as seen by its seller and manager; an unknown hold or a colleague’s is not found', async () => {
  const [{ customer, id: suggestionId }] = (await ana.get('/api/v1/suggestions')).body.items;
  const wish = { customerId: customer.id, suggestionId, text: 'Oi', hold: true };
  const held = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(held.status, 202);
  const seenPath = `/api/v1/attempts/${held.body.attempt.id}/seen`;
  assert.equal((await ana.post(seenPath)).status, 204);
  assert.equal((await ana.post(seenPath)).status, 204, 'also a second time');
  assert.equal((await carla.post(seenPath)).status, 204);
  assert.equal((await bruno.post(seenPath)).status, 404);
  assert.equal((await ana.post(`/api/v1/attempts/${uuidv7()}/seen`)).status, 404);
});

/** Checks every route with an id in its path, except those whose `{id}` is a fixed word. */
test('no operation answers 2xx for unknown ids', async () => {
  const { paths } = (await support.get('/openapi.json')).body as {
    paths: Record<string, Record<string, object>>;
  };
  const routes = Object.entries(paths)
    .filter(([path]) => /\{(id|attemptId|ticketId)\}/.test(path))
    .flatMap(([path, of]) => Object.keys(of).map((method) => [method.toUpperCase(), path] as const));
  assert.ok(routes.length > 10, `only ${routes.length} routes have an id`);
  const bodies = [
    undefined,
    {},
    { reason: 'A loja ligou' },
    { reason: 'not_now' },
    { outcome: 'sent' },
    { text: 'Oi' },
  ];
  const succeeded: string[] = [];
  for (const [method, path] of routes) {
    for (const client of [ana, carla, support]) {
      for (const body of method === 'GET' ? [undefined] : bodies) {
        const filled = path.replace(/\{\w+\}/g, () => uuidv7());
        const { status } = await client.send(method, filled, body, { 'idempotency-key': uuidv7() });
        if (status < 400) succeeded.push(`${method} ${path}: ${status}`);
      }
    }
  }
  assert.deepEqual([...new Set(succeeded)], []);
});
