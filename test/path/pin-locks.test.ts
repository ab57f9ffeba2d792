/**
 * Wrong PINs: whom they lock, whom they only delay, who frees a locked person, and that a colleague cannot lock out
 * the others.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer();
const { ids } = server;

const givePin = (device: Client, pin: string, more: object = {}) =>
  device.post('/api/v1/session/pin', { pin, ...more });
const wrongFor = async (device: Client, personId: string, times: number) => {
  const answers = [];
  for (let n = 0; n < times; n++) answers.push(await givePin(device, '0000', { personId }));
  return answers;
};
const unlock = (device: Client, id: string, body?: object) => device.post(`/api/v1/people/${id}/unlock`, body);
const signInAs = async (email: string) => {
  const device = server.device();
  await device.post('/api/v1/session', { email, password: PASSWORD });
  return device;
};

beforeEach(async () => {
  await server.owner.query('delete from pin_locks; update pins set wrong = 0; delete from pin_waits');
});

describe('wrong PINs for a name', () => {
  test('are counted down, and the fifth in a row locks that person on that device for fifteen minutes', async () => {
    const device = await server.store();
    const answers = await wrongFor(device, ids.ana, 5);
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.left]),
      [
        [401, 4],
        [401, 3],
        [401, 2],
        [401, 1],
        [401, 0],
      ],
    );
    assert.match(answers[3]?.body.detail, /1 tentativa\./);
    assert.equal(answers[4]?.body.lockedUntil, new Date(server.now() + 15 * MINUTE).toISOString());

    server.pass(60_001);
    const right = await givePin(device, '1111', { personId: ids.ana });
    assert.equal(right.status, 423);
    assert.equal(right.body.lockedUntil, answers[4]?.body.lockedUntil);
    assert.match(right.body.detail, /14 min/);
    assert.equal(right.headers.get('retry-after'), '840');
    assert.equal((await givePin(device, '1111')).status, 423, 'the PIN is locked without the name too');

    server.pass(15 * MINUTE - 60_002);
    assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 423);
    server.pass(1);
    assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 200);
  });

  test('do not lock other people on that device, and do not lock that person on other devices', async () => {
    const device = await server.store();
    await wrongFor(device, ids.ana, 5);
    const { body } = await device.get('/api/v1/session');
    assert.deepEqual(
      body.people.map(({ name, locked }: { name: string; locked: boolean }) => [name, locked]),
      [
        ['Ana', true],
        ['Bruno', false],
        ['Carla', false],
        ['Davi', false],
      ],
    );
    assert.equal((await givePin(device, '2222', { personId: ids.bruno })).status, 200);
    assert.equal((await givePin(device, '9999')).status, 200);
    const other = await server.store();
    assert.equal((await other.get('/api/v1/session')).body.people[0].locked, false);
    assert.equal((await givePin(other, '1111', { personId: ids.ana })).status, 200);
  });

  test('are counted from zero after a right PIN and after the lock has ended', async () => {
    const device = await server.store();
    await wrongFor(device, ids.ana, 4);
    assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 200);
    assert.deepEqual(
      (await wrongFor(device, ids.ana, 4)).map(({ body }) => body.left),
      [4, 3, 2, 1],
    );
    await givePin(device, '1111');
    assert.equal(
      (await wrongFor(device, ids.ana, 1))[0]?.body.left,
      4,
      'a right PIN without the name resets the count too',
    );
    await wrongFor(device, ids.ana, 4);
    server.pass(15 * MINUTE);
    assert.deepEqual(
      (await wrongFor(device, ids.ana, 1)).map(({ body }) => body.left),
      [4],
    );
  });

  test('lock that person everywhere after ten over all devices, until a manager frees the person', async () => {
    const devices = await Promise.all([server.store(), server.store(), server.store()]);
    const [one, two, three] = devices as [Client, Client, Client];
    await wrongFor(one, ids.ana, 4);
    await wrongFor(two, ids.ana, 4);
    const last = await wrongFor(three, ids.ana, 2);
    assert.deepEqual(
      last.map(({ body }) => body.left),
      [1, 0],
      'two of ten are left, not four of five',
    );
    assert.equal(last[1]?.body.lockedUntil, null);
    server.pass(24 * HOUR);
    const fresh = await server.store();
    for (const device of [...devices, fresh]) {
      const { status, body } = await givePin(device, '1111', { personId: ids.ana });
      assert.equal(status, 423);
      assert.equal(body.lockedUntil, null);
      assert.match(body.detail, /gerência/);
    }
  });

  test('are checked at most five times when forty come at one moment', async () => {
    const device = await server.store();
    const pins = Array.from({ length: 40 }, (_, n) => (n === 39 ? '1111' : String(3000 + n)));
    const answers = await Promise.all(pins.map((pin) => givePin(device, pin, { personId: ids.ana })));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    assert.ok(count(401) + count(200) <= 5, `${count(401)} were checked`);
    assert.equal(count(401) + count(200) + count(423) + count(429), 40);
  });

  test('are counted by the device that the session began on, whatever cookies the request has', async () => {
    const device = await server.store();
    await wrongFor(device, ids.ana, 5);
    const withoutCookie = device.without('oto_device');
    assert.equal((await givePin(withoutCookie, '1111', { personId: ids.ana })).status, 423);
    await device.delete('/api/v1/session');
    await device.post('/api/v1/session', { email: 'paulista@aurora.example', password: PASSWORD });
    assert.equal(
      (await givePin(device, '1111', { personId: ids.ana })).status,
      423,
      'signing out and in again does not end the lock',
    );
  });
});

describe('wrong PINs without a name', () => {
  test('delay the device after five: by 5 s, doubling to 60 s, until a right PIN', async () => {
    const device = await server.store();
    for (let n = 0; n < 5; n++) {
      const { status, body } = await givePin(device, '0000');
      assert.equal(status, 401);
      assert.equal(body.left, undefined);
    }
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      const slow = await givePin(device, '1111');
      assert.equal(slow.status, 429);
      assert.equal(slow.body.type, '/problems/pin-slow');
      assert.equal(slow.headers.get('retry-after'), String(seconds));
      server.pass(seconds * 1000 - 1);
      assert.equal((await givePin(device, '1111')).status, 429);
      server.pass(1);
      assert.equal((await givePin(device, '0000')).status, 401);
    }
    server.pass(MINUTE);
    assert.equal((await givePin(device, '1111')).status, 200);
    assert.equal((await givePin(device, '0000')).status, 401);
    assert.equal((await givePin(device, '1111')).status, 200, 'after a right PIN five more tries are not delayed');
  });

  test('lock nobody, delay no other device, and do not delay a PIN for a name', async () => {
    const device = await server.store();
    for (let n = 0; n < 6; n++) await givePin(device, '0000');
    assert.ok((await device.get('/api/v1/session')).body.people.every(({ locked }: { locked: boolean }) => !locked));
    assert.equal((await givePin(await server.store(), '1111')).status, 200);
    assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 200);
  });

  test('are checked at most five times when thirty come at one moment', async () => {
    const device = await server.store();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => givePin(device, String(3000 + n))));
    assert.ok(answers.filter(({ status }) => status === 401).length <= 5);
  });
});

describe('a locked PIN', () => {
  const lock = async (personId: string) => {
    const device = await server.store();
    await wrongFor(device, personId, 5);
    await wrongFor(await server.store(), personId, 5);
    return device;
  };

  test('is freed by the store manager or brand manager from any device, in a turn or with a person’s own account', async () => {
    for (const manager of [
      await server.held('9999'),
      await signInAs('carla@aurora.example'),
      await signInAs('gestao@aurora.example'),
    ]) {
      const device = await lock(ids.ana);
      assert.equal((await givePin(device, '1111')).status, 423);
      assert.equal((await unlock(manager, ids.ana)).status, 204);
      assert.equal((await givePin(device, '1111')).status, 200);
      server.pass(6 * MINUTE);
      await givePin(manager, '9999');
    }
  });

  test('is freed on the PIN screen by the manager’s PIN, which begins no turn', async () => {
    const device = await lock(ids.ana);
    assert.equal((await unlock(device, ids.ana, { managerPin: '9999' })).status, 204);
    assert.equal((await device.get('/api/v1/act')).body.type, '/problems/turn-needed');
    assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 200);
  });

  test('is not freed by a colleague, another store, another brand, support, or a caller who is not signed in', async () => {
    const device = await lock(ids.ana);
    assert.equal((await unlock(device, ids.ana)).body.type, '/problems/turn-needed');
    assert.equal((await unlock(await server.held('2222'), ids.ana)).status, 403);
    assert.equal((await unlock(device, ids.ana, { managerPin: '2222' })).body.type, '/problems/wrong-pin');
    assert.equal(
      (await unlock(await server.store('manaus@aurora.example'), ids.ana, { managerPin: '9999' })).status,
      404,
    );
    assert.equal((await unlock(await server.store('loja@brisa.example'), ids.ana, { managerPin: '1111' })).status, 404);
    assert.equal((await unlock(await signInAs('suporte@oto.example'), ids.ana)).status, 403);
    assert.equal((await unlock(server.device(), ids.ana)).status, 401);
    assert.equal((await unlock(await signInAs('carla@aurora.example'), ids.manausSeller)).status, 403);
    assert.equal((await givePin(device, '1111')).status, 423);
  });

  test('of a manager is freed by the brand manager, or by the store’s password with that manager’s PIN, and not by that PIN alone', async () => {
    const device = await lock(ids.carla);
    assert.equal((await givePin(device, '9999')).status, 423);
    assert.equal((await unlock(device, ids.carla, { managerPin: '9999' })).status, 403);
    assert.equal(
      (await unlock(device, ids.ana, { managerPin: '9999' })).status,
      423,
      'a locked manager cannot free others',
    );
    assert.equal(
      (await unlock(device, ids.carla, { password: 'wrong', pin: '9999' })).body.type,
      '/problems/wrong-credentials',
    );
    assert.equal(
      (await unlock(device, ids.carla, { password: PASSWORD, pin: '1111' })).body.type,
      '/problems/wrong-pin',
    );
    assert.equal(
      (await unlock(device, ids.ana, { password: PASSWORD, pin: '1111' })).status,
      403,
      'the store’s password frees managers only',
    );
    assert.equal((await unlock(device, ids.carla, { password: PASSWORD, pin: '9999' })).status, 204);
    assert.equal((await givePin(device, '9999')).status, 200);

    await lock(ids.carla);
    assert.equal((await unlock(await signInAs('carla@aurora.example'), ids.carla)).status, 403);
    assert.equal((await unlock(await signInAs('gestao@aurora.example'), ids.carla)).status, 204);
  });

  test('is not a way to guess the store’s password: wrong passwords count as at the sign-in on that device', async () => {
    const device = await lock(ids.carla);
    const guess = () => unlock(device, ids.carla, { password: 'wrong', pin: '9999' });
    for (let n = 0; n < 5; n++) assert.equal((await guess()).status, 401);
    const slow = await unlock(device, ids.carla, { password: PASSWORD, pin: '9999' });
    assert.equal(slow.body.type, '/problems/too-many-requests');
    assert.equal(slow.headers.get('retry-after'), '180');
    server.pass(3 * MINUTE);
    assert.equal((await unlock(device, ids.carla, { password: PASSWORD, pin: '9999' })).status, 204);
  });

  test('is not a way to guess a manager’s PIN: wrong PINs are delayed like PINs without a name', async () => {
    const device = await lock(ids.ana);
    for (let n = 0; n < 5; n++) assert.equal((await unlock(device, ids.ana, { managerPin: '0000' })).status, 401);
    assert.equal((await unlock(device, ids.ana, { managerPin: '9999' })).body.type, '/problems/pin-slow');
  });

  test('can still be freed after a colleague has locked every name of the store', async () => {
    const device = await server.store();
    const second = await server.store();
    for (const id of [ids.ana, ids.bruno, ids.carla, ids.davi]) {
      await wrongFor(device, id, 5);
      await wrongFor(second, id, 5);
    }
    for (let n = 0; n < 6; n++) await givePin(device, '0000');
    server.pass(10_000);
    assert.equal((await unlock(second, ids.carla, { password: PASSWORD, pin: '9999' })).status, 204);
    assert.equal((await unlock(second, ids.ana, { managerPin: '9999' })).status, 204);
    assert.equal((await givePin(second, '1111')).status, 200);
  });

  test('is not freed by a request with an unknown field or a malformed id', async () => {
    const device = await server.held('9999');
    assert.equal((await unlock(device, ids.ana, { managerPin: '9999', until: 'x' })).status, 400);
    assert.equal((await unlock(device, 'x')).status, 400);
  });
});
