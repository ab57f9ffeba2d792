/** The answer of GET /holds/{id}: one held contact in any state, for its seller and the store's manager (H5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const NIGHT = '2026-11-24T00:30:00.000Z';

await product.at(NIGHT);
const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');

async function holdSuggestion(): Promise<string> {
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  const { id: suggestionId, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return body.attempt.id;
}

test('the seller, the store manager and the brand manager read a held contact as in the list, and other people get 404', async () => {
  const id = await holdSuggestion();
  const { items } = (await ana.get('/api/v1/holds?state=waiting')).body;
  const line = items.find(({ attempt }: { attempt: { id: string } }) => attempt.id === id);
  for (const client of [ana, carla, await product.person('gestao@aurora.example')]) {
    assert.deepEqual((await client.get(`/api/v1/holds/${id}`)).body, line);
  }
  for (const client of [bruno, await product.held('adrianopolis@aurora.example', '9999')]) {
    const { status, body } = await client.get(`/api/v1/holds/${id}`);
    assert.deepEqual([status, body.type], [404, '/problems/not-found']);
  }
  assert.equal((await ana.get(`/api/v1/holds/${uuidv7()}`)).status, 404);
});

test('a held contact can be read after it was passed on, by its new seller, and after its end', async () => {
  const id = await holdSuggestion();
  const sellerId = (await bruno.get('/api/v1/session')).body.person.id;
  assert.equal((await carla.send('PATCH', `/api/v1/attempts/${id}`, { sellerId })).status, 200);
  assert.equal((await bruno.get(`/api/v1/holds/${id}`)).body.passedBy, 'Carla Dias');
  assert.equal((await ana.get(`/api/v1/holds/${id}`)).status, 404, 'the contact is no longer Ana’s');
  assert.equal((await bruno.post(`/api/v1/attempts/${id}/cancel`)).status, 200);
  assert.equal((await bruno.get(`/api/v1/holds/${id}`)).body.sentence, 'Cancelada por Bruno Reis.');
});

test('a parked contact says that it was not released because of a fault, and what the seller can do', async () => {
  const id = await holdSuggestion();
  await product.owner.query('update holds set parked_at = now() where attempt_id = $1', [id]);
  for (const client of [ana, carla]) {
    const { parked, sentence } = (await client.get(`/api/v1/holds/${id}`)).body;
    assert.equal(parked, true);
    assert.equal(
      sentence,
      'Não seguiu sozinha por uma falha do nosso lado. Nada foi enviado, e a mensagem continua guardada. Escolha outro horário ou envie agora.',
    );
  }
  const heldUntil = '2026-11-24T15:00:00.000Z';
  assert.equal((await ana.send('PATCH', `/api/v1/attempts/${id}`, { heldUntil })).status, 200);
  assert.equal((await ana.get(`/api/v1/holds/${id}`)).body.parked, false, 'another time ends the parking');
});
