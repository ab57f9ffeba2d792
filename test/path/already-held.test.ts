/**
 * A seller has at most one message held for a customer: a second try is answered with the first hold's time and its
 * seller.
 */
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
/** The number of contacts that the pace allows in ten minutes. */
const MOST_CONTACTS = 10;

const postAttempt = (client: Client, body: Record<string, unknown>) =>
  client.post('/api/v1/attempts', body, { 'idempotency-key': uuidv7() });
const holdMessage = async (client: Client, customerId: string) => {
  const { status, body } = await postAttempt(client, { customerId, text: 'Oi!', hold: true });
  assert.equal(status, 202, JSON.stringify(body));
  return { attemptId: body.attempt.id as string, heldUntil: body.heldUntil as string };
};

interface Named {
  readonly id: string;
  readonly name: string;
}

async function listContactable(client: Client): Promise<readonly Named[]> {
  const { items } = (await client.get('/api/v1/customers?portfolio=mine&limit=100')).body;
  type Row = Named & { readonly permission: string; readonly optedOut: boolean; readonly reachable: boolean };
  return (items as Row[]).filter((each) => each.permission === 'granted' && !each.optedOut && each.reachable);
}

/** Polls the list until the dispatcher has released the hold. */
async function waitUntilReady(client: Client, attemptId: string): Promise<void> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const { items } = (await client.get('/api/v1/holds?state=ready&limit=100')).body;
    if (items.some(({ attempt }: { attempt: { id: string } }) => attempt.id === attemptId)) return;
    if (performance.now() > deadline) throw new Error('the held message did not become ready within 15 s');
  }
}

test('a second hold is answered with the first one’s time while that is held, and without a time once it is ready', async () => {
  await product.at(NIGHT);
  const [customer, ...others] = await listContactable(ana);
  assert.ok(customer && others.length >= MOST_CONTACTS);
  const given = customer.name.split(' ')[0];
  const { attemptId, heldUntil } = await holdMessage(ana, customer.id);
  const waiting = await postAttempt(ana, { customerId: customer.id, hold: true });
  assert.equal(waiting.status, 409);
  assert.deepEqual([waiting.body.type, waiting.body.heldUntil], ['/problems/already-held', heldUntil]);
  assert.match(
    waiting.body.detail,
    new RegExp(`^${given} já tem uma mensagem guardada para amanhã, \\d\\d:\\d\\d\\.$`),
  );

  await product.at(heldUntil);
  await waitUntilReady(ana, attemptId);
  for (const { id } of others.slice(0, MOST_CONTACTS)) {
    assert.equal((await postAttempt(ana, { customerId: id, text: 'Oi!' })).status, 201);
  }
  const ready = await postAttempt(ana, { customerId: customer.id, hold: true });
  assert.deepEqual([ready.status, ready.body.type], [409, '/problems/already-held']);
  assert.deepEqual([ready.body.attempt.id, ready.body.attempt.state], [attemptId, 'ready']);
  assert.equal(ready.body.heldUntil, null);
  assert.equal(ready.body.detail, `${given} já tem uma mensagem pronta para enviar.`);
});

test('H4: passing on to a seller who already has a held message for this customer is refused, and the manager reads whose it is', async () => {
  await product.at(NIGHT);
  const customer = (await listContactable(bruno)).at(-1) as Named;
  const brunosMessage = await holdMessage(bruno, customer.id);
  const carlasMessage = await holdMessage(carla, customer.id);
  const passed = await carla.send('PATCH', `/api/v1/attempts/${carlasMessage.attemptId}`, {
    sellerId: await findSellerId(carla, brunosMessage.attemptId),
  });
  assert.deepEqual([passed.status, passed.body.type], [409, '/problems/already-held']);
  const given = customer.name.split(' ')[0];
  assert.equal(passed.body.detail, `Bruno já tem uma mensagem guardada para ${given}.`);
});

async function findSellerId(manager: Client, attemptId: string): Promise<string> {
  const { items } = (await manager.get('/api/v1/holds?whose=store&limit=100')).body;
  type Row = { readonly attempt: { readonly id: string }; readonly seller: { readonly id: string } };
  return (items as Row[]).find(({ attempt }) => attempt.id === attemptId)?.seller.id ?? '';
}
