/** A message that is passed on speaks in the name of the seller who sends it (H4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-24T00:30:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');
const idOf = async (client: typeof ana): Promise<string> => (await client.get('/api/v1/session')).body.person.id;
const [anaId, brunoId] = [await idOf(ana), await idOf(bruno)];

/** Each customer once: a seller keeps one message for a customer at a time. */
const written = new Set<string>();

/** Ana leaves her next suggestion ready; `edit` is what she makes of its text. */
async function leaveReady(edit: (text: string) => string = (text) => text): Promise<{ id: string; text: string }> {
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  const suggestion = items.find(
    (each: { held: unknown; text: string; customer: { id: string } }) =>
      each.held === null && each.text.includes('Aqui é Ana') && !written.has(each.customer.id),
  );
  written.add(suggestion.customer.id);
  const { id: suggestionId, customer } = suggestion;
  const text = edit(suggestion.text);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return { id: body.attempt.id, text };
}

async function pass(id: string, sellerId: string): Promise<void> {
  const { status, body } = await carla.send('PATCH', `/api/v1/attempts/${id}`, { sellerId });
  assert.equal(status, 200, JSON.stringify(body));
}

async function read(id: string): Promise<[text: string, speaksAs: string | null]> {
  const { text, speaksAs } = (await carla.get(`/api/v1/holds/${id}`)).body;
  return [text, speaksAs];
}

test('a text that nobody touched is filled anew for the new seller, and back again', async () => {
  const { id, text } = await leaveReady();
  await pass(id, brunoId);
  assert.deepEqual(await read(id), [text.replace('Aqui é Ana', 'Aqui é Bruno'), null]);
  await pass(id, anaId);
  assert.deepEqual(await read(id), [text, null]);
});

test('an edited text takes the new name where the edit left it alone, also when edited while it waited', async () => {
  const { id, text } = await leaveReady((given) => `${given} Me chama!`);
  const edited = text.replace('Oi, ', 'Olá, querida ');
  assert.equal((await ana.send('PATCH', `/api/v1/attempts/${id}`, { text: edited })).status, 200);
  await pass(id, brunoId);
  assert.deepEqual(await read(id), [edited.replace('Aqui é Ana', 'Aqui é Bruno'), null]);
});

test('words of the first seller’s own are left, and the new seller is asked about them until they change them', async () => {
  const { id, text } = await leaveReady((given) => given.replace('Aqui é Ana', 'Quem fala é a Ana Lima'));
  await pass(id, brunoId);
  assert.deepEqual(await read(id), [text, 'Ana Lima']);
  const own = text.replace('a Ana Lima', 'o Bruno');
  assert.equal((await bruno.send('PATCH', `/api/v1/attempts/${id}`, { text: own })).status, 200);
  assert.deepEqual(await read(id), [own, null]);
});
