/** One message of a seller's waits for a customer at a time: who is told so is told where it stands, and whose it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');

/** Monday, 22:14 in São Paulo; the store opens on Tuesday at ten. */
const NIGHT = '2026-11-24T01:14:00.000Z';
/** What the pace lets through in ten minutes. */
const MOST_CONTACTS = 10;

const start = (client: Client, body: Record<string, unknown>) =>
  client.post('/api/v1/attempts', body, { 'idempotency-key': uuidv7() });
const keep = async (client: Client, customerId: string) => {
  const { status, body } = await start(client, { customerId, text: 'Oi!', hold: true });
  assert.equal(status, 202, JSON.stringify(body));
  return { attemptId: body.attempt.id as string, heldUntil: body.heldUntil as string };
};

interface Someone {
  readonly id: string;
  readonly name: string;
}

async function willing(client: Client): Promise<readonly Someone[]> {
  const { items } = (await client.get('/api/v1/customers?portfolio=mine&limit=100')).body;
  type Row = Someone & { readonly permission: string; readonly optedOut: boolean; readonly reachable: boolean };
  return (items as Row[]).filter((each) => each.permission === 'granted' && !each.optedOut && each.reachable);
}

/** Asks until the dispatcher has done it. */
async function untilReady(client: Client, attemptId: string): Promise<void> {
  const patience = performance.now() + 15_000;
  for (;;) {
    const { items } = (await client.get('/api/v1/holds?state=ready&limit=100')).body;
    if (items.some(({ attempt }: { attempt: { id: string } }) => attempt.id === attemptId)) return;
    if (performance.now() > patience) throw new Error('it never became ready');
  }
}

test('what waits is named with its time; what is ready is not, for its time has come', async () => {
  await product.at(NIGHT);
  const [customer, ...others] = await willing(ana);
  assert.ok(customer && others.length >= MOST_CONTACTS);
  const given = customer.name.split(' ')[0];
  const { attemptId, heldUntil } = await keep(ana, customer.id);
  const waiting = await start(ana, { customerId: customer.id, hold: true });
  assert.equal(waiting.status, 409);
  assert.deepEqual([waiting.body.type, waiting.body.heldUntil], ['/problems/already-held', heldUntil]);
  assert.match(
    waiting.body.detail,
    new RegExp(`^${given} já tem uma mensagem guardada para amanhã, \\d\\d:\\d\\d\\.$`),
  );

  await product.at(heldUntil);
  await untilReady(ana, attemptId);
  for (const { id } of others.slice(0, MOST_CONTACTS)) {
    assert.equal((await start(ana, { customerId: id, text: 'Oi!' })).status, 201);
  }
  const ready = await start(ana, { customerId: customer.id, hold: true });
  assert.deepEqual([ready.status, ready.body.type], [409, '/problems/already-held']);
  assert.deepEqual([ready.body.attempt.id, ready.body.attempt.state], [attemptId, 'ready']);
  assert.equal(ready.body.heldUntil, null);
  assert.equal(ready.body.detail, `${given} já tem uma mensagem pronta para enviar.`);
});

test('H4: who has one of their own for this customer is named to the manager who would pass another on', async () => {
  await product.at(NIGHT);
  const customer = (await willing(bruno)).at(-1) as Someone;
  const his = await keep(bruno, customer.id);
  const hers = await keep(carla, customer.id);
  const passed = await carla.send('PATCH', `/api/v1/attempts/${hers.attemptId}`, {
    sellerId: await personId(carla, his.attemptId),
  });
  assert.deepEqual([passed.status, passed.body.type], [409, '/problems/already-held']);
  const given = customer.name.split(' ')[0];
  assert.equal(passed.body.detail, `Bruno já tem uma mensagem guardada para ${given}.`);
});

async function personId(manager: Client, attemptId: string): Promise<string> {
  const { items } = (await manager.get('/api/v1/holds?whose=store&limit=100')).body;
  type Row = { readonly attempt: { readonly id: string }; readonly seller: { readonly id: string } };
  return (items as Row[]).find(({ attempt }) => attempt.id === attemptId)?.seller.id ?? '';
}
