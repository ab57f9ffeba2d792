/** Tests the summary of a week over HTTP: its figures are those of the Panorama, and each manager reads the own stores. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-18T15:00:00Z');
const manager = await product.person('gestao@aurora.example');
const carla = await product.held('paulista@aurora.example', '9999');
const ana = await product.held('paulista@aurora.example', '1111');
const brisa = await product.person('gestao@brisa.example');

const weekOf = async (client: typeof carla, query = '') => (await client.get(`/api/v1/reports/week?${query}`)).body;
const figuresOf = async (client: typeof carla, from: string, to: string) =>
  (await client.get(`/api/v1/reports/panorama?from=${from}&to=${to}`)).body.figures;

for (const [who, client] of [
  ['a brand manager', manager],
  ['a store manager', carla],
  ['a manager of a brand on Starter', brisa],
] as const)
  test(`the figures of ${who} equal the Panorama’s of that week and of the week before`, async () => {
    const week = await weekOf(client);
    assert.deepEqual([week.from, week.to], ['2026-11-09', '2026-11-15']);
    const [now, before] = [
      await figuresOf(client, '2026-11-09', '2026-11-15'),
      await figuresOf(client, '2026-11-02', '2026-11-08'),
    ];
    assert.ok(now.sent > 0 && before.sent > 0);
    assert.equal(week.figures.length, 3);
    for (const each of week.figures) assert.deepEqual([each.now, each.before], [now[each.figure], before[each.figure]]);
  });

test('a brand with quiet hours reads of evenings and warnings, a brand without them of talks and closed stores', async () => {
  const namesOf = ({ figures }: { figures: { figure: string }[] }) => figures.map(({ figure }) => figure);
  assert.deepEqual(namesOf(await weekOf(manager)), ['sent', 'eveningsWorked', 'sentAfterWarning']);
  assert.deepEqual(namesOf(await weekOf(brisa)), ['sent', 'answered', 'outsideHours']);
});

test('a week is a Monday that is over, and any ended week can be read', async () => {
  const before = await weekOf(manager, 'week=2026-11-02');
  assert.deepEqual([before.from, before.to], ['2026-11-02', '2026-11-08']);
  for (const week of ['2026-11-03', '2026-11-16', '2027-01-04'])
    assert.equal((await manager.get(`/api/v1/reports/week?week=${week}`)).status, 400, week);
});

test('a store manager reads the own store, a brand manager any store, and a seller none', async () => {
  const own = await weekOf(carla);
  assert.equal(own.store.name, 'Paulista');
  assert.equal((await weekOf(manager)).store, null);
  const { mail: _, ...asked } = await weekOf(manager, `storeId=${own.store.id}`);
  const { mail, ...read } = own;
  assert.deepEqual(asked, read);
  assert.equal(mail, null);
  const { rows } = await product.owner.query("select id from stores where name = 'Bosque'");
  assert.equal((await carla.get(`/api/v1/reports/week?storeId=${rows[0].id}`)).status, 403);
  assert.equal((await brisa.get(`/api/v1/reports/week?storeId=${rows[0].id}`)).status, 404);
  assert.equal((await ana.get('/api/v1/reports/week')).status, 403);
});

test('without a mail server there is no mail to preview, and nothing to choose', async () => {
  assert.equal((await weekOf(manager)).mail, null);
  const wish = { kind: 'week_summary', wanted: false };
  assert.equal((await manager.put('/api/v1/account/mails', wish)).status, 404);
});
