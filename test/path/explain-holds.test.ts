/** The story of a held contact from the first refusal to its end, for its managers and, masked, for support. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const NIGHT = '2026-11-24T01:14:00.000Z';
await product.at(NIGHT);

const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const carla = await product.held('paulista@aurora.example', '9999');
const aurora = await product.person('gestao@aurora.example');
const support = await product.person('suporte@oto.example');

const auroraId: string = (await product.owner.query(`select brand_id as id from brands where slug = 'aurora'`)).rows[0]
  .id;
const TEXT = 'Oi! Chegou a coleção que você pediu.';
const readExplanation = (client: Client, id: string, headers = {}) =>
  client.get(`/api/v1/attempts/${id}/explanation`, headers);

/** Holds a suggestion of Ana's at the minute that is offered. */
async function holdSuggestion() {
  await product.at(NIGHT);
  const { items } = (await ana.get('/api/v1/suggestions?limit=100')).body;
  const { id: suggestionId, customer } = items.findLast(({ held }: { held: unknown }) => held === null);
  const wish = { customerId: customer.id, suggestionId, text: TEXT, hold: true };
  const { status, body } = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202, JSON.stringify(body));
  const { rows } = await product.owner.query('select name, phone from customers where id = $1', [customer.id]);
  return {
    wish,
    id: body.attempt.id as string,
    heldUntil: body.heldUntil as string,
    known: rows[0] as { name: string; phone: string },
  };
}

/** Moves the app's clock to an instant and polls the attempt until the dispatcher has brought it to the state. */
async function moveAndWaitFor(id: string, state: string, at: string) {
  await product.at(at);
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    const { body } = await carla.get(`/api/v1/attempts/${id}`);
    if (body.state === state) return body;
  }
  throw new Error(`attempt ${id} did not become ${state} within 30 s`);
}

test('H5: the story tells each step of a held contact: until when and why, passed on by whom, ready, not sent, cancelled by whom', async () => {
  const { id, heldUntil, known } = await holdSuggestion();
  const lines = async (client: Client) => (await client.get('/api/v1/attempts?limit=100')).body.items;
  const mine = (rows: { id: string }[]) => rows.find((row) => row.id === id) as unknown as Record<string, string>;
  for (const client of [ana, carla, aurora]) assert.equal(mine(await lines(client)).heldUntil, heldUntil);
  assert.equal(
    mine((await support.get(`/api/v1/brands/${auroraId}/attempts?limit=100`)).body.items).heldUntil,
    heldUntil,
  );
  const waiting = (await readExplanation(carla, id)).body;
  assert.equal(waiting.attempt.heldUntil, heldUntil);
  const sentencesOf = (body: { after: { sentence: string }[] }) => body.after.map(({ sentence }) => sentence);
  assert.match(
    sentencesOf(waiting)[0] ?? '',
    /^Ficou para depois: volta amanhã, 1\d:\d\d\. A loja abre amanhã, 10:00\. Os contatos/,
  );

  const brunoId = (await bruno.get('/api/v1/session')).body.person.id;
  assert.equal((await carla.send('PATCH', `/api/v1/attempts/${id}`, { sellerId: brunoId })).status, 200);
  const ready = await moveAndWaitFor(id, 'ready', heldUntil);
  assert.equal(ready.heldUntil, '2026-11-24T23:00:00.000Z', 'ready until the next quiet start');
  assert.deepEqual(
    ready.receipts.map(({ actorKind }: { actorKind: string }) => actorKind),
    ['person', 'release'],
  );
  const back = await moveAndWaitFor(id, 'held', '2026-11-24T23:00:00.000Z');
  assert.ok(back.heldUntil > '2026-11-25T13:00');
  assert.equal((await carla.post(`/api/v1/attempts/${id}/cancel`)).status, 200);

  const { body } = await readExplanation(carla, id);
  assert.equal(body.attempt.heldUntil, null, 'a cancelled contact is no longer held');
  assert.deepEqual(
    body.decisions.map(({ actorKind, verdict }: Record<string, string>) => [actorKind, verdict]),
    [
      ['person', 'block'],
      ['release', 'allow'],
    ],
  );
  const released = body.decisions[1];
  assert.equal(
    released.sentence,
    'Decidido de novo na hora combinada, sem ninguém no aparelho: nada impedia o contato.',
  );
  assert.equal(released.originSentence, 'Origem: sugestão, a mesma de quando ficou para depois.');
  assert.equal(released.reproduced, true);
  const steps = sentencesOf(body);
  assert.equal(steps.length, 5, steps.join('\n'));
  for (const [i, step] of [
    /^Ficou para depois: volta hoje, 1\d:\d\d\. A loja abre/,
    /^Carla Dias passou de Ana Lima para Bruno Reis, na mesma hora\.$/,
    /^Ficou pronta na lista de Bruno Reis/,
    /^Não foi enviada no dia em que ficou pronta; volta amanhã, 1\d:\d\d, pela última vez\.$/,
    /^Cancelada por Carla Dias\.$/,
  ].entries())
    assert.match(steps[i] ?? '', step);
  assert.match(
    sentencesOf((await readExplanation(carla, id, { 'accept-language': 'en' })).body)[3] ?? '',
    /^It was not sent on the day/,
  );
  assert.match(
    sentencesOf((await readExplanation(carla, id, { 'accept-language': 'es' })).body)[1] ?? '',
    /^Carla Dias lo pasó de Ana/,
  );
  const masked = (await support.get(`/api/v1/brands/${auroraId}/attempts/${id}/explanation`)).body;
  assert.deepEqual(sentencesOf(masked), steps);
  const text = JSON.stringify(masked);
  for (const secret of [
    known.name,
    ...known.name.split(' ').filter((word) => word.length > 2),
    known.phone.slice(-8),
    TEXT,
  ])
    assert.equal(text.includes(secret), false, secret);
});

test('H5: the story tells that the seller chose another minute, and tells the hand-over once, with its own decision', async () => {
  const { id, wish } = await holdSuggestion();
  const heldUntil = '2026-11-24T18:30:00.000Z';
  assert.equal((await ana.send('PATCH', `/api/v1/attempts/${id}`, { heldUntil })).status, 200);
  await moveAndWaitFor(id, 'ready', heldUntil);
  const { hold: _, ...sent } = wish;
  const gone = await ana.post('/api/v1/attempts', { ...sent, attemptId: id }, { 'idempotency-key': uuidv7() });
  assert.equal(gone.status, 201, JSON.stringify(gone.body));
  const { body } = await readExplanation(carla, id);
  assert.deepEqual(
    body.decisions.map(({ actorKind, verdict }: Record<string, string>) => [actorKind, verdict]),
    [
      ['person', 'block'],
      ['release', 'allow'],
      ['person', 'allow'],
    ],
  );
  assert.deepEqual(
    body.after.slice(1).map(({ at, sentence }: Record<string, string>) => [at, sentence]),
    [
      [NIGHT, 'Ana Lima mudou a hora: agora hoje, 15:30.'],
      [heldUntil, 'Ficou pronta na lista de Ana Lima, para enviar com um toque.'],
      [heldUntil, 'O WhatsApp foi aberto com o texto.'],
    ],
  );
});
