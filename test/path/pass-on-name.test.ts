/** A message that is passed on names the seller who sends it (H4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-24T00:30:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');
const readPersonId = async (client: typeof ana): Promise<string> =>
  (await client.get('/api/v1/session')).body.person.id;
const [anaId, brunoId] = [await readPersonId(ana), await readPersonId(bruno)];

/** Each customer is used once, because a seller can have only one held message for a customer. */
const usedCustomers = new Set<string>();

/** Holds Ana's next suggestion; `edit` returns the text that she makes of it. */
async function holdSuggestion(edit: (text: string) => string = (text) => text): Promise<{ id: string; text: string }> {
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  const suggestion = items.find(
    (each: { held: unknown; text: string; customer: { id: string } }) =>
      each.held === null && each.text.includes('Aqui é Ana') && !usedCustomers.has(each.customer.id),
  );
  usedCustomers.add(suggestion.customer.id);
  const { id: suggestionId, customer } = suggestion;
  const text = edit(suggestion.text);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return { id: body.attempt.id, text };
}

async function passOn(id: string, sellerId: string): Promise<void> {
  const { status, body } = await carla.send('PATCH', `/api/v1/attempts/${id}`, { sellerId });
  assert.equal(status, 200, JSON.stringify(body));
}

async function readText(id: string): Promise<[text: string, speaksAs: string | null]> {
  const { text, speaksAs } = (await carla.get(`/api/v1/holds/${id}`)).body;
  return [text, speaksAs];
}

test('a text that nobody edited is filled in again for the new seller, and again when it is passed back', async () => {
  const { id, text } = await holdSuggestion();
  await passOn(id, brunoId);
  assert.deepEqual(await readText(id), [text.replace('Aqui é Ana', 'Aqui é Bruno'), null]);
  await passOn(id, anaId);
  assert.deepEqual(await readText(id), [text, null]);
});

test('an edited text gets the new name where the edit left the old one, also after an edit while it was held', async () => {
  const { id, text } = await holdSuggestion((given) => `${given} Me chama!`);
  const edited = text.replace('Oi, ', 'Olá, querida ');
  assert.equal((await ana.send('PATCH', `/api/v1/attempts/${id}`, { text: edited })).status, 200);
  await passOn(id, brunoId);
  assert.deepEqual(await readText(id), [edited.replace('Aqui é Ana', 'Aqui é Bruno'), null]);
});

test('a name in the first seller’s own words is kept, and the hold asks the new seller about it until the text is changed', async () => {
  const { id, text } = await holdSuggestion((given) => given.replace('Aqui é Ana', 'Quem fala é a Ana Lima'));
  await passOn(id, brunoId);
  assert.deepEqual(await readText(id), [text, 'Ana Lima']);
  const own = text.replace('a Ana Lima', 'o Bruno');
  assert.equal((await bruno.send('PATCH', `/api/v1/attempts/${id}`, { text: own })).status, 200);
  assert.deepEqual(await readText(id), [own, null]);
});
