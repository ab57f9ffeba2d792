/** Tests the demo's sign-in with one tap, and that the session's answer contains what the first screen needs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();

describe('POST /demo/session', () => {
  const people = [
    ['ana', 'store', 'Ana Lima', 'seller'],
    ['carla', 'person', 'Carla Dias', 'store_manager'],
    ['gabriela', 'person', 'Gabriela Paz', 'brand_manager'],
    ['sofia', 'support', 'Sofia Lacerda', 'support'],
  ] as const;
  for (const [as, kind, name, role] of people) {
    it(`signs in as ${as}, who may then act`, async () => {
      const device = product.device();
      const { status, body } = await device.post('/api/v1/demo/session', { as });
      assert.equal(status, 200);
      assert.deepEqual([body.kind, body.person?.name, body.person?.role, body.demo], [kind, name, role, true]);
      const again = await device.get('/api/v1/session');
      assert.equal(again.body.person.id, body.person.id);
      const own = role === 'support' ? '/api/v1/brands' : '/api/v1/quiet-hours';
      assert.equal((await device.get(own)).status, 200);
    });
  }

  it('switches from one person to the next on the same device', async () => {
    const device = product.device();
    for (const as of ['ana', 'gabriela', 'ana', 'sofia'])
      assert.equal((await device.post('/api/v1/demo/session', { as })).status, 200);
    assert.equal((await device.get('/api/v1/session')).body.person.role, 'support');
  });

  it('refuses a person who is not offered', async () => {
    const { status, body } = await product.device().post('/api/v1/demo/session', { as: 'bruno' });
    assert.deepEqual([status, body.faults[0].path], [400, 'as']);
  });
});

describe('GET /session', () => {
  it('answers with the clock and the same quiet hours as GET /quiet-hours', async () => {
    await product.at('2026-11-24T00:30:00.000Z');
    const ana = await product.held('paulista@aurora.example', '1111');
    const { body } = await ana.get('/api/v1/session');
    assert.deepEqual([body.serverTime, body.ticking], ['2026-11-24T00:30:00.000Z', false]);
    assert.equal(body.quietHours.quietNow, true);
    assert.deepEqual(body.quietHours, (await ana.get('/api/v1/quiet-hours')).body);
  });

  it('answers with the clock and without quiet hours where no person has the turn', async () => {
    const store = await product.person('paulista@aurora.example');
    const { body } = await store.get('/api/v1/session');
    assert.deepEqual([body.person, body.quietHours], [null, null]);
    assert.match(body.serverTime, /^2026-11-24T/);
  });

  it('says that the installation is a demo also to a caller who is not signed in', async () => {
    const { status, body } = await product.device().get('/api/v1/session');
    assert.deepEqual([status, body.type, body.demo], [401, '/problems/signed-out', true]);
  });
});
