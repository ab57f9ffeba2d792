/**
 * What a colleague who guesses other people's PINs finds, whom the guesses lock out, and who is told; played as a
 * colleague would.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import type { Client } from '#kit/client.ts';
import { HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';

const server = await startSignInServer({ demo: false });
const { ids } = server;
const MANAGER_PIN = '730518';
/** Twice as many as the store's budget allows; 400 with OTO_TEST_ALL=1, because each guess of the budget is hashed. */
const GUESSES = process.env.OTO_TEST_ALL === '1' ? 400 : 80;

const givePin = (device: Client, pin: string, more: object = {}) =>
  device.post('/api/v1/session/pin', { pin, ...more });
const unlock = (device: Client, id: string, body?: object) => device.post(`/api/v1/people/${id}/unlock`, body);
const setOwnPin = (personId: string, pin: string, oneTime = false) =>
  setPin({ db: server.db, ...server.pins }, { brandId: ids.aurora, storeId: ids.paulista, personId }, pin, oneTime);
const signInManager = async () => {
  const device = server.device();
  await device.post('/api/v1/session', { email: 'carla@aurora.example', password: PASSWORD });
  return device;
};

/** Gives wrong PINs without a name on fresh devices until the store's budget is used up; returns their number. */
async function useUpBudget(): Promise<number> {
  for (let wrong = 0; wrong < 100; ) {
    const device = await server.store();
    for (let n = 0; n < 5; n++) {
      const { status } = await givePin(device, String(600_000 + wrong));
      if (status !== 401) return wrong;
      wrong++;
    }
  }
  throw new Error('A hundred wrong PINs were checked: the store’s budget does not end');
}

beforeEach(async () => {
  await server.owner.query('delete from pin_locks; update pins set wrong = 0; delete from pin_waits');
  await setOwnPin(ids.carla, MANAGER_PIN);
});

describe('a colleague who guesses PINs', () => {
  test(`${GUESSES} times, over many device cookies and with their own PIN in between, does not find the manager’s PIN`, async () => {
    const carlasDevice = await server.held(MANAGER_PIN);
    let found = 0;
    let checked = 0;
    let device = await server.store();
    for (let guess = 0; guess < GUESSES; guess++) {
      if (guess % 4 === 0) {
        device = await server.store();
        await givePin(device, '2222', { personId: ids.bruno });
      }
      // The last guess is the right one: a caller whose guesses are all checked finds the PIN.
      const { status } = await givePin(device, String(730_518 - (GUESSES - 1) + guess));
      if (status === 200) found++;
      if (status === 401) checked++;
    }
    assert.equal(found, 0, 'the manager’s PIN was found');
    assert.ok(checked <= 30, `${checked} guesses were checked`);

    assert.equal(
      (await givePin(carlasDevice, MANAGER_PIN, { personId: ids.carla })).status,
      200,
      'the manager can still sign in',
    );
    const fresh = await server.store();
    assert.equal(
      (await givePin(fresh, '1111', { personId: ids.ana })).status,
      200,
      'other people of the store can still sign in',
    );
    assert.ok(server.refusals.includes('name_needed'), 'the refusals are counted for operators');
  });

  test('on several servers at one moment has no more than the store’s one budget', async () => {
    const devices = await Promise.all(Array.from({ length: 12 }, () => server.store()));
    const answers = await Promise.all(
      devices.flatMap((device, d) => [0, 1, 2, 3].map((n) => givePin(device, String(500_000 + 10 * d + n)))),
    );
    // Some requests are refused because all hash slots are taken; a second round follows after the first.
    const again = await Promise.all(devices.map((device, d) => givePin(device, String(510_000 + d))));
    const checked = [...answers, ...again].filter(({ status }) => status === 401).length;
    assert.ok(checked <= 30, `${checked} guesses were checked`);
  });

  test('for a name on other devices does not lock that person on a device where the right PIN was given before', async () => {
    const ownDevice = await server.store();
    assert.equal((await givePin(ownDevice, '1111', { personId: ids.ana })).status, 200);
    for (let n = 0; n < 10; n++) {
      const { status } = await givePin(await server.store(), '0000', { personId: ids.ana });
      assert.equal(status, 401);
    }
    const { body } = await ownDevice.get('/api/v1/session');
    assert.equal(body.people.find(({ id }: { id: string }) => id === ids.ana).locked, false);
    assert.equal(
      (await givePin(await server.store(), '1111', { personId: ids.ana })).status,
      423,
      'the person is locked on other devices',
    );
    assert.equal((await givePin(ownDevice, '1111', { personId: ids.ana })).status, 200);
  });

  test('on the person’s own device locks that person there for fifteen minutes after five wrong PINs', async () => {
    const ownDevice = await server.held('1111');
    for (let n = 0; n < 5; n++) await givePin(ownDevice, '0000', { personId: ids.ana });
    assert.equal((await givePin(ownDevice, '1111', { personId: ids.ana })).status, 423);
    server.pass(15 * MINUTE);
    assert.equal((await givePin(ownDevice, '1111', { personId: ids.ana })).status, 200);
  });

  test('does not make the server forget the person’s own device when a manager frees the person', async () => {
    const ownDevice = await server.held('1111');
    for (let n = 0; n < 10; n++) await givePin(await server.store(), '0000', { personId: ids.ana });
    assert.equal((await unlock(await signInManager(), ids.ana)).status, 204);
    for (let n = 0; n < 10; n++) await givePin(await server.store(), '0000', { personId: ids.ana });
    assert.equal((await givePin(ownDevice, '1111', { personId: ids.ana })).status, 200);
  });
});

describe('a store whose budget of wrong PINs without a name is used up', () => {
  test('must be given a name, on every device and also with the right PIN, until the oldest wrong PIN no longer counts', async () => {
    const known = await server.held('1111');
    assert.equal(await useUpBudget(), 30);
    for (const device of [known, await server.store()]) {
      const { status, body } = await givePin(device, '1111');
      assert.equal(status, 409);
      assert.equal(body.type, '/problems/name-needed');
      assert.match(body.title, /nome/);
      assert.equal((await device.get('/api/v1/session')).body.nameNeeded, true);
      assert.equal((await givePin(device, '1111', { personId: ids.ana })).status, 200);
    }
    server.pass(31 * MINUTE);
    assert.equal((await known.get('/api/v1/session')).body.nameNeeded, false);
    assert.equal((await givePin(known, '1111')).status, 200);
  });

  test('does not limit other stores', async () => {
    await useUpBudget();
    assert.equal((await givePin(await server.store('manaus@aurora.example'), '1111')).status, 200);
  });

  test('still frees people: by the manager’s PIN with the manager’s name, and the manager by the store’s password', async () => {
    await useUpBudget();
    const device = await server.store();
    for (let n = 0; n < 5; n++) await givePin(device, '0000', { personId: ids.ana });
    const nameless = await unlock(device, ids.ana, { managerPin: MANAGER_PIN });
    assert.equal(nameless.body.type, '/problems/name-needed');
    assert.equal((await unlock(device, ids.ana, { managerPin: '2222', managerId: ids.bruno })).status, 403);
    assert.equal((await unlock(device, ids.ana, { managerPin: '000000', managerId: ids.carla })).status, 401);
    assert.equal((await unlock(device, ids.ana, { managerPin: MANAGER_PIN, managerId: ids.carla })).status, 204);
    for (let n = 0; n < 10; n++) await givePin(await server.store(), '000000', { personId: ids.carla });
    const fresh = await server.store();
    assert.equal((await givePin(fresh, MANAGER_PIN, { personId: ids.carla })).status, 423);
    assert.equal((await unlock(fresh, ids.carla, { password: PASSWORD, pin: MANAGER_PIN })).status, 204);
    assert.equal((await givePin(fresh, MANAGER_PIN, { personId: ids.carla })).status, 200);
  });

  test('limits guesses at a manager’s PIN with the store’s password to ten over all devices', async () => {
    let checked = 0;
    for (let n = 0; n < 20; n++) {
      const answer = await unlock(await server.store(), ids.carla, { password: PASSWORD, pin: String(800_000 + n) });
      if (answer.body.type === '/problems/wrong-pin') checked++;
    }
    assert.equal(checked, 10);
  });
});

describe('the warning to managers that PINs are being guessed', () => {
  const readGuessing = async (device: Client) => (await device.get('/api/v1/session')).body.pinGuessing;

  test('comes after ten wrong PINs without a name, to the store manager on any device and to the brand manager, not to sellers', async () => {
    const turn = await server.held(MANAGER_PIN);
    assert.deepEqual(await readGuessing(turn), []);
    for (let n = 0; n < 10; n++) await givePin(await server.store(), String(600_000 + n));
    const warning = [{ storeId: ids.paulista, store: 'paulista', nameless: true, people: [] }];
    assert.deepEqual(await readGuessing(turn), warning);
    assert.deepEqual(await readGuessing(await signInManager()), warning);
    const brand = server.device();
    await brand.post('/api/v1/session', { email: 'gestao@aurora.example', password: PASSWORD });
    assert.deepEqual(await readGuessing(brand), warning);
    assert.equal(await readGuessing(await server.held('1111')), undefined);
    server.pass(24 * HOUR);
    assert.deepEqual(await readGuessing(await signInManager()), []);
  });

  test('comes after ten wrong PINs for one name, with that name', async () => {
    for (let n = 0; n < 10; n++) await givePin(await server.store(), '0000', { personId: ids.bruno });
    assert.deepEqual(await readGuessing(await signInManager()), [
      { storeId: ids.paulista, store: 'paulista', nameless: false, people: ['Bruno'] },
    ]);
  });
});

describe('a manager’s PIN outside the demo', () => {
  test('has six digits: with a shorter PIN the server asks for a new one and starts no turn until it is given', async () => {
    await setOwnPin(ids.carla, '9999');
    const device = await server.store();
    const asked = await givePin(device, '9999', { personId: ids.carla });
    assert.equal(asked.status, 409);
    assert.equal(asked.body.type, '/problems/new-pin-needed');
    assert.equal(asked.body.shortestPin, 6);
    assert.match(asked.body.detail, /6 a 8/);
    assert.equal(
      (await givePin(device, '9999')).body.type,
      '/problems/new-pin-needed',
      'without the name the server asks for a new PIN too',
    );
    const short = await givePin(device, '9999', { personId: ids.carla, newPin: '73051' });
    assert.equal(short.status, 400);
    assert.equal(short.body.type, '/problems/pin-short');
    assert.equal((await givePin(device, '9999', { personId: ids.carla, newPin: MANAGER_PIN })).status, 200);
    assert.equal((await givePin(device, '9999', { personId: ids.carla })).status, 401);
    assert.equal((await givePin(device, MANAGER_PIN, { personId: ids.carla })).status, 200);
  });

  test('does not free other people while it is too short', async () => {
    await setOwnPin(ids.carla, '9999');
    const device = await server.store();
    assert.equal((await unlock(device, ids.ana, { managerPin: '9999' })).body.type, '/problems/new-pin-needed');
  });

  test('that was given for one sign-in is replaced by one of at least six digits, a seller’s by one of at least four', async () => {
    await setOwnPin(ids.carla, '482913', true);
    await setOwnPin(ids.davi, '482914', true);
    const device = await server.store();
    const short = await givePin(device, '482913', { personId: ids.carla, newPin: '7305' });
    assert.equal(short.body.type, '/problems/pin-short');
    assert.equal((await givePin(device, '482914', { personId: ids.davi, newPin: '7305' })).status, 200);
  });
});
