/** The routes of portfolios: who may use them, what they answer, and that no brand reaches another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.held('paulista@aurora.example', '9999');
const gabriela = await product.person('gestao@aurora.example');
const strangers = [
  await product.held('adrianopolis@aurora.example', '9999'),
  await product.person('gestao@brisa.example'),
];
const anaId: string = (await ana.get('/api/v1/session')).body.person.id;
const path = `/api/v1/people/${anaId}/portfolio`;

const readCount = async () => (await carla.get(path)).body.customers;

test('a seller is refused, and a portfolio out of reach is not found', async () => {
  for (const [client, status] of [[ana, 403] as const, ...strangers.map((each) => [each, 404] as const)]) {
    assert.equal((await client.get(path)).status, status);
    assert.equal((await client.post(path, { to: 'spread' })).status, status);
  }
});

test('a manager sees what would move, moves it, and undoes it within the day', async () => {
  const before = await readCount();
  assert.ok(before > 1);
  const plan = await carla.post(path, { to: 'spread', dryRun: true });
  assert.deepEqual([plan.status, plan.body.moveId, plan.body.customers], [200, null, before]);
  assert.equal(await readCount(), before);

  const answer = await carla.post(path, { to: 'spread', held: 'pass_on' });
  assert.deepEqual([answer.status, answer.body.customers, answer.body.to], [200, before, plan.body.to]);
  const { body } = await gabriela.get(path);
  assert.equal(body.customers, 0);
  assert.deepEqual(
    body.moves.map(({ id, isUndone }: { id: string; isUndone: boolean }) => [id, isUndone]),
    [[answer.body.moveId, false]],
  );
  assert.equal((await carla.post(path, { to: 'spread' })).body.type, '/problems/portfolio-empty');

  for (const client of strangers) assert.equal((await client.post(`${path}/${answer.body.moveId}/undo`)).status, 404);
  const undone = await gabriela.post(`${path}/${answer.body.moveId}/undo`);
  assert.deepEqual([undone.status, undone.body.returned], [200, before]);
  assert.equal(await readCount(), before);
  assert.equal((await carla.post(`${path}/${answer.body.moveId}/undo`)).body.type, '/problems/move-undone');
});

test('a wish that cannot be read is refused at its field', async () => {
  for (const body of [{}, { to: 'everybody' }, { to: 'spread', held: 'lose' }]) {
    const { status, body: problem } = await carla.post(path, body);
    assert.deepEqual([status, problem.type], [400, '/problems/invalid']);
  }
});
