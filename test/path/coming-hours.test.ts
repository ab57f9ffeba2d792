/**
 * Tests what the app shows of hours that are published and not yet in force: when they start, and that a suspension
 * delays them (T8, A7, A8).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { publicationBody } from '#kit/publication-body.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');
const brandManager = await product.person('gestao@aurora.example');
const { body: brands } = await support.get('/api/v1/brands');
const [aurora] = brands.items;
const hours = `/api/v1/brands/${aurora.id}/quiet-hours`;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const publish = (start: string, effective: string) =>
  support.post(hours, { ...publicationBody({ windows: [{ days, start, end: '08:00' }] }), effective });
const suspend = (until: string | null) => support.post(`${hours}/suspend`, { until, reason: 'Pedido' });
const resume = () => support.post(`${hours}/resume`, { reason: 'De volta' });
const readQuietHours = async () => (await brandManager.get('/api/v1/quiet-hours')).body;
const TONIGHT = '2026-11-24T01:00:00.000Z';

test('with hours published for a later start, the hours in force stay, and the notice says from when the new ones count', async () => {
  assert.equal((await publish('20:00', 'now')).status, 201);
  await brandManager.post('/api/v1/quiet-hours/notice', { key: (await readQuietHours()).notice.key });
  assert.equal((await publish('22:00', TONIGHT)).status, 201);
  const { sentence, coming, notice } = await readQuietHours();
  assert.match(sentence, /das 20:00 às 08:00/);
  assert.deepEqual({ from: coming.from, paused: coming.paused }, { from: TONIGHT, paused: false });
  assert.match(coming.sentence, /das 22:00 às 08:00/);
  assert.equal(notice.sentence, 'O Horário de Silêncio muda a partir de hoje, 22:00: das 22:00 às 08:00.');
  const { body: seen } = await support.get(`/api/v1/brands/${aurora.id}`);
  assert.deepEqual(seen.quietHours.coming, coming, 'support and the brand read the same');
});

test('a version that another one replaces before its start is not shown as coming', async () => {
  assert.equal((await publish('23:00', '2026-11-24T02:00:00.000Z')).status, 201);
  const readComing = async () => {
    const { body } = await support.get(`${hours}/versions`);
    return body.items.map(({ version, coming }: { version: number; coming: boolean }) => [version, coming]).slice(0, 3);
  };
  const [[newest]] = await readComing();
  assert.deepEqual(await readComing(), [
    [newest, true],
    [newest - 1, true],
    [newest - 2, false],
  ]);
  assert.equal((await publish('22:00', TONIGHT)).status, 201);
  assert.deepEqual(await readComing(), [
    [newest + 1, true],
    [newest, false],
    [newest - 1, false],
  ]);
});

test('after a suspension the notice names the hours that are in force, not the coming ones', async () => {
  await suspend(null);
  const { reason, coming } = await readQuietHours();
  assert.equal(reason, 'suspended');
  assert.deepEqual({ from: coming.from, paused: coming.paused }, { from: TONIGHT, paused: true });
  await resume();
  const { notice } = await readQuietHours();
  assert.equal(notice.sentence, 'A pausa terminou. O Horário de Silêncio está de volta: das 20:00 às 08:00.');
});

test('during a suspension that ends after the coming hours’ start, the hours come when the suspension ends', async () => {
  await suspend('2026-11-24T15:00:00.000Z');
  const { coming } = await readQuietHours();
  assert.deepEqual({ from: coming.from, paused: coming.paused }, { from: '2026-11-24T15:00:00.000Z', paused: false });
  await resume();
});

test('hours published during a suspension without an end are not announced as in force', async () => {
  await suspend(null);
  assert.equal((await publish('21:00', 'now')).status, 201);
  const { notice, coming } = await readQuietHours();
  assert.equal(notice.sentence, 'O Horário de Silêncio mudou e está em pausa. Quando voltar: das 21:00 às 08:00.');
  assert.equal(coming, null);
  await resume();
});

test('D10: a plan without quiet hours has no coming hours', async () => {
  assert.equal((await publish('23:00', '2026-11-24T02:00:00.000Z')).status, 201);
  assert.equal((await readQuietHours()).coming.from, '2026-11-24T02:00:00.000Z');
  await support.send('PATCH', `/api/v1/brands/${aurora.id}`, { plan: 'starter' });
  assert.equal((await readQuietHours()).coming, null);
});
