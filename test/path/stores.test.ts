/** Stores over HTTP: list, page, changes with what they move, the store's sign-in, and closing for good. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
/** Monday 23 November, 22:14 in São Paulo: quiet until 08:00, the store opens at 10:00. */
await product.at('2026-11-24T01:14:00.000Z');
const { owner } = product;
const manager = await product.person('gestao@aurora.example');
const carla = await product.held('paulista@aurora.example', '9999');
const ana = await product.held('paulista@aurora.example', '1111');
const stranger = await product.person('gestao@brisa.example');

const change = (client: Client, path: string, body: object) => client.send('PATCH', path, body);

interface Listed {
  readonly id: string;
  readonly name: string;
}

const listed = async (query = ''): Promise<Listed[]> => (await manager.get(`/api/v1/stores${query}`)).body.items;
const [paulista] = (await listed('?query=paulista')) as [Listed];
const storePath = `/api/v1/stores/${paulista.id}`;
const NEW = { name: 'Recife Antigo', city: 'Recife', state: 'PE' };

test('a brand manager finds the brand’s stores by words and page by page, a store manager the own store, a seller none', async () => {
  const all = await manager.get('/api/v1/stores');
  assert.equal(all.status, 200);
  assert.ok(all.body.total >= 4 && all.body.items.length === all.body.total);
  const first = await manager.get('/api/v1/stores?limit=1&sort=city');
  const second = await manager.get(`/api/v1/stores?limit=1&sort=city&cursor=${first.body.next}`);
  assert.notEqual(first.body.items[0].id, second.body.items[0].id);
  assert.equal((await manager.get('/api/v1/stores?cursor=x')).status, 400);
  assert.deepEqual(
    (await carla.get('/api/v1/stores')).body.items.map(({ id }: Listed) => id),
    [paulista.id],
  );
  assert.equal((await ana.get('/api/v1/stores')).status, 403);
  const elsewhere = all.body.items.find(({ id }: Listed) => id !== paulista.id);
  assert.equal((await carla.get(`/api/v1/stores/${elsewhere.id}`)).status, 404);
  assert.equal((await change(carla, `/api/v1/stores/${elsewhere.id}`, { name: 'X' })).status, 404);
  assert.equal((await carla.post('/api/v1/stores', { ...NEW, code: 'X' })).status, 403);
  assert.equal((await stranger.get(storePath)).status, 404);
  assert.equal((await change(stranger, storePath, { name: 'X' })).status, 404);
  assert.equal((await stranger.post(`${storePath}/password`, {})).status, 404);
});

test('a new store gets its zone from the city and a password for one sign-in; a taken code or e-mail is refused', async () => {
  const email = 'recife@aurora.example';
  const hours = [{ weekday: 0, opens: '09:00', closes: '24:00' }];
  const created = await manager.post('/api/v1/stores', { ...NEW, code: 'PE09', email, hours });
  assert.equal(created.status, 201, JSON.stringify(created.body));
  const { store, signIn } = created.body;
  assert.deepEqual([store.zone, store.signIn, store.email, store.hours], ['America/Recife', 'one_time', email, hours]);
  assert.deepEqual(store.changes.map(({ kind, by }: Record<string, string>) => [kind, by !== '']).sort(), [
    ['created', true],
    ['sign_in_created', true],
  ]);
  const device = product.device();
  const opened = await device.post('/api/v1/session', { email, password: signIn.password });
  assert.match(opened.body.type, /new-password-needed$/);
  const newPassword = 'oito lenços de seda';
  assert.equal((await device.post('/api/v1/session', { email, password: signIn.password, newPassword })).status, 200);
  assert.equal((await manager.get(`/api/v1/stores/${store.id}`)).body.signIn, 'active');

  assert.match((await manager.post('/api/v1/stores', { ...NEW, code: 'PE09' })).body.type, /store-code-taken$/);
  assert.match((await manager.post('/api/v1/stores', { ...NEW, code: 'PE10', email })).body.type, /email-taken$/);
  const undecided = await manager.post('/api/v1/stores', { ...NEW, code: 'PE11', city: 'Vila sem nome' });
  assert.deepEqual([undecided.status, undecided.body.faults[0].code], [400, 'zone_undecided']);
  const zones = await manager.get('/api/v1/store-zones?city=Vila%20sem%20nome&state=PE');
  assert.deepEqual(zones.body.zones, ['America/Recife', 'America/Noronha']);

  const devices = await manager.get(`/api/v1/stores/${store.id}/sessions`);
  assert.equal(devices.body.items.length, 1);
  const again = await manager.post(`/api/v1/stores/${store.id}/password`, {});
  assert.equal(again.status, 201);
  assert.notEqual(again.body.password, signIn.password);
  const [{ id: sessionId }] = devices.body.items;
  assert.equal((await manager.send('DELETE', `${storePath}/sessions/${sessionId}`)).status, 404, 'another store’s');
  assert.equal((await manager.send('DELETE', `/api/v1/stores/${store.id}/sessions/${sessionId}`)).status, 204);
  assert.equal((await device.get('/api/v1/session')).status, 401);
});

test('a store without people, customers and held contacts is closed for good, and what stands in the way is counted', async () => {
  const refused = await manager.post(`${storePath}/close`);
  assert.equal(refused.status, 409);
  assert.ok(refused.body.inTheWay.people > 0 && refused.body.inTheWay.customers > 0);
  const email = 'fecha@aurora.example';
  const { store, signIn } = (await manager.post('/api/v1/stores', { ...NEW, code: 'PE20', email })).body;
  const path = `/api/v1/stores/${store.id}`;
  assert.equal((await carla.post(`${path}/close`)).status, 403);
  assert.equal((await manager.post(`${path}/close`)).status, 204);
  assert.equal((await manager.post(`${path}/close`)).status, 204, 'a repeated call changes nothing');
  const device = product.device();
  const newPassword = 'oito lenços de seda';
  const opened = await device.post('/api/v1/session', { email, password: signIn.password, newPassword });
  assert.equal(opened.status, 403);
  assert.ok(!(await listed('?limit=100')).some(({ id }) => id === store.id));
  assert.ok((await listed('?show=closed')).some(({ id }) => id === store.id));
  assert.match((await change(manager, path, { name: 'Outra' })).body.type, /store-closed$/);
  assert.match((await manager.post(`${path}/password`, {})).body.type, /store-closed$/);
  assert.ok((await manager.get(path)).body.closedAt);
  const { person } = (await ana.get('/api/v1/session')).body;
  const moved = await change(manager, `/api/v1/people/${person.id}`, { storeId: store.id });
  assert.ok(moved.status >= 400, 'nobody is moved into a closed store');
});

test('H6, H7: other hours move held contacts at once, and a dry run says how many without a change', async () => {
  const { items } = (await ana.get('/api/v1/suggestions')).body;
  const attemptIds: string[] = [];
  for (const { id, customer } of items.slice(0, 2)) {
    const wish = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
    const held = await ana.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
    assert.equal(held.status, 202, JSON.stringify(held.body));
    attemptIds.push(held.body.attempt.id);
  }
  const dueTimes = async () => {
    const { rows } = await owner.query('select due_at from holds where attempt_id = any($1) order by due_at', [
      attemptIds,
    ]);
    return rows.map(({ due_at }) => new Date(due_at).getTime());
  };
  const before = await dueTimes();
  const { hours } = (await manager.get(storePath)).body;
  const dates = [{ date: '2026-11-24', opens: null, closes: null, label: 'Balanço' }];
  const dry = await change(carla, storePath, { dates, dryRun: true });
  assert.equal(dry.status, 200, JSON.stringify(dry.body));
  assert.deepEqual([dry.body.moved, dry.body.store.dates], [2, dates]);
  assert.deepEqual([(await manager.get(storePath)).body.dates, await dueTimes()], [[], before]);

  const nothing = await change(carla, storePath, { name: paulista.name, hours: hours.toReversed(), dryRun: true });
  assert.equal(nothing.body.moved, 0, 'hours in another order are the same hours');

  const changed = await change(carla, storePath, { dates });
  assert.deepEqual([changed.body.moved, changed.body.store.changes[0].fields], [2, ['dates']]);
  const wednesday = Date.parse('2026-11-25T13:00:00.000Z');
  const isMoved = async () => (await dueTimes()).every((at) => at >= wednesday);
  // The dispatcher of the server moves the contacts (H6); each question takes a round trip.
  for (const until = Date.now() + 60_000; !(await isMoved()) && Date.now() < until; ) await manager.get(storePath);
  assert.ok(
    (await dueTimes()).every((at) => at < wednesday + 12 * 3_600_000),
    'the contacts wait for the next opening',
  );

  const [first] = hours;
  const same = await change(carla, storePath, { hours: [{ ...first, closes: first.opens }] });
  assert.deepEqual([same.status, same.body.faults[0].path], [400, 'hours.0.closes']);
});

test('the holidays of a store are those of the country and of its state', async () => {
  const { items } = (await manager.get(`${storePath}/holidays`)).body;
  const names = items.map(({ name }: Listed) => name);
  assert.ok(names.includes('Natal'), names.join());
  assert.ok(items.every(({ states }: { states: string[] }) => states.length === 0 || states.includes('SP')));
});
