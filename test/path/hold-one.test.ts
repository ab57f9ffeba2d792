/** One message that was left for later, read by whose it is and their manager, wherever it stands (H5). */
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

async function leaveReady(): Promise<string> {
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  const { id: suggestionId, customer, text } = items.find(({ held }: { held: unknown }) => held === null);
  const wish = { customerId: customer.id, suggestionId, text, hold: true };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  return body.attempt.id;
}

test('it is the line of the list, for its seller and their manager, and nothing to anybody else', async () => {
  const id = await leaveReady();
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

test('it is still found when it is over, and in whose hands it was passed', async () => {
  const id = await leaveReady();
  const sellerId = (await bruno.get('/api/v1/session')).body.person.id;
  assert.equal((await carla.send('PATCH', `/api/v1/attempts/${id}`, { sellerId })).status, 200);
  assert.equal((await bruno.get(`/api/v1/holds/${id}`)).body.passedBy, 'Carla Dias');
  assert.equal((await ana.get(`/api/v1/holds/${id}`)).status, 404, 'it is not hers any more');
  assert.equal((await bruno.post(`/api/v1/attempts/${id}/cancel`)).status, 200);
  assert.equal((await bruno.get(`/api/v1/holds/${id}`)).body.sentence, 'Cancelada por Bruno Reis.');
});

test('one that did not go on by itself says so, and what is left to do', async () => {
  const id = await leaveReady();
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
  assert.equal((await ana.get(`/api/v1/holds/${id}`)).body.parked, false, 'another time is the way on');
});
