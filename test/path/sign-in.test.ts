/**
 * The sign-in from the request to the answer: store account, PIN, turn, a person's own account, and what each of them
 * must not be used for.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extendTurns } from '#db/sign-in/turns.ts';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import type { Client } from '#kit/client.ts';
import { DAY, HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';
import { createStoreAccount, giveOneTimePin } from '#main/sign-in/accounts.ts';
import { TURN_AWAY_MS } from '#rules/sign-in/turn.ts';

const server = await startSignInServer();
const { ids } = server;

const signIn = (device: Client, email: string, password = PASSWORD, more: object = {}) =>
  device.post('/api/v1/session', { email, password, ...more });
const givePin = (device: Client, pin: string, more: object = {}) =>
  device.post('/api/v1/session/pin', { pin, ...more });
const act = (device: Client) => device.get('/api/v1/act');

describe('a store', () => {
  test('signs in by e-mail and password, and a PIN then starts a person’s turn', async () => {
    const device = server.device();
    const signedIn = await signIn(device, 'Paulista@Aurora.example');
    assert.equal(signedIn.status, 200);
    assert.equal(signedIn.body.kind, 'store');
    assert.equal(signedIn.body.person, null);
    assert.deepEqual(signedIn.body.may, [], 'no person has the turn yet');
    assert.deepEqual(
      signedIn.body.people.map(({ name, role, locked }: Record<string, unknown>) => [name, role, locked]),
      [
        ['Ana', 'seller', false],
        ['Bruno', 'seller', false],
        ['Carla', 'store_manager', false],
        ['Davi', 'seller', false],
      ],
    );
    assert.equal((await act(device)).body.type, '/problems/turn-needed');

    const turn = await givePin(device, '1111');
    assert.deepEqual(turn.body.person, { id: ids.ana, name: 'Ana', role: 'seller' });
    assert.equal(turn.body.turnEndsAt, new Date(server.now() + 5 * MINUTE).toISOString());
    const { body: actor } = await act(device);
    assert.equal(actor.personId, ids.ana);
    assert.equal(actor.storeId, ids.paulista);
    assert.match(actor.turnId, /^[0-9a-f-]{36}$/);
    const { body: session } = await device.get('/api/v1/session');
    assert.equal(session.person.name, 'Ana');
    assert.deepEqual(session.may, ['receive_push']);
    assert.equal(session.turnEndsAt, turn.body.turnEndsAt);
    assert.equal(session.store.id, ids.paulista);
    assert.equal(session.brand.slug, 'aurora');
  });

  test('accepts the PINs of its own people only, although another store has the same PINs', async () => {
    const manaus = await server.store('manaus@aurora.example');
    assert.equal((await givePin(manaus, '1111')).body.person.id, ids.manausSeller);
    assert.equal((await givePin(manaus, '2222')).body.type, '/problems/wrong-pin');
    assert.equal((await givePin(manaus, '1111', { personId: ids.bruno })).status, 404);
    assert.equal((await givePin(manaus, '1111', { personId: ids.brisaSeller })).status, 404);
  });

  test('stays signed in for 90 days from the last use, and the browser keeps the cookie as long', async () => {
    const device = await server.held('1111');
    for (let month = 0; month < 6; month++) {
      server.pass(80 * DAY);
      const { status, headers } = await device.put('/api/v1/session/turn');
      assert.equal(status, 401, 'the turn is over, the session is not');
      assert.match(headers.getSetCookie()[0] ?? '', /^oto_session=.*Max-Age=7776000/);
      assert.equal((await givePin(device, '1111')).status, 200);
    }
    server.pass(90 * DAY);
    assert.equal((await givePin(device, '1111')).body.type, '/problems/signed-out');
  });

  test('that signs out has no session on the server any more, and the answer clears the device', async () => {
    const device = await server.held('1111');
    const copy = device.without();
    const { status, headers } = await device.delete('/api/v1/session');
    assert.equal(status, 204);
    assert.equal(headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(device.cookies.has('oto_session'), false);
    assert.equal(device.cookies.has('oto_device'), true, 'signing out does not reset the count of wrong PINs');
    assert.equal((await act(copy)).body.type, '/problems/signed-out');
    const { rows } = await server.owner.query(
      'select ended_how from turns where ended_at is not null order by began_at desc limit 1',
    );
    assert.equal(rows[0].ended_how, 'signed_out');
  });

  test('that signs in again gets a new token, and the session before ends', async () => {
    const device = await server.held('1111');
    const before = device.without();
    await signIn(device, 'paulista@aurora.example');
    assert.notEqual(device.cookies.get('oto_session'), before.cookies.get('oto_session'));
    assert.equal((await act(before)).body.type, '/problems/signed-out');
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
  });

  test('whose account is made inactive is signed out at its next request', async () => {
    const device = await server.held('1111');
    await server.owner.query(`update auth."user" set "active" = false where "email" = 'paulista@aurora.example'`);
    assert.equal((await act(device)).body.type, '/problems/signed-out');
    assert.equal((await signIn(server.device(), 'paulista@aurora.example')).body.type, '/problems/account-inactive');
    assert.equal(
      (await signIn(server.device(), 'paulista@aurora.example', 'wrong')).body.type,
      '/problems/wrong-credentials',
    );
    await server.owner.query(`update auth."user" set "active" = true`);
  });
});

describe('a turn', () => {
  test('ends after five minutes without a request by the person, to the millisecond', async () => {
    const device = await server.held('1111');
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200);
    server.pass(1);
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
    assert.equal((await device.get('/api/v1/session')).body.person, null);
  });

  test('is prolonged by what the person does, and not by what the screen requests by itself', async () => {
    const device = await server.held('1111');
    server.pass(4 * MINUTE);
    assert.equal((await act(device)).status, 200);
    server.pass(MINUTE);
    assert.equal((await act(device)).status, 401, 'reading does not prolong the turn');

    await givePin(device, '1111');
    for (let n = 0; n < 4; n++) {
      server.pass(4 * MINUTE);
      const kept = await device.put('/api/v1/session/turn');
      assert.equal(kept.body.turnEndsAt, new Date(server.now() + 5 * MINUTE).toISOString());
    }
    server.pass(4 * MINUTE);
    assert.equal((await device.post('/api/v1/act')).status, 200);
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200, 'every write prolongs the turn');
  });

  test('that is over cannot be prolonged', async () => {
    const device = await server.held('1111');
    server.pass(5 * MINUTE);
    assert.equal((await device.put('/api/v1/session/turn')).status, 401);
    assert.equal((await device.post('/api/v1/act')).status, 401);
    assert.equal((await act(device)).status, 401);
  });

  const prolongForHandover = (turnId: string) =>
    server.db.inBrand(ids.aurora, async (tx) =>
      tx.send(extendTurns, { brandId: ids.aurora, turns: [{ turnId, endsAt: server.now() + TURN_AWAY_MS }] }),
    );

  test('lasts ten minutes after a hand-over to WhatsApp, and no longer', async () => {
    const device = await server.held('1111');
    const { body: actor } = await act(device);
    await prolongForHandover(actor.turnId);
    const { body: session } = await device.get('/api/v1/session');
    assert.equal(session.turnEndsAt, new Date(server.now() + 10 * MINUTE).toISOString());
    server.pass(MINUTE);
    const kept = await device.put('/api/v1/session/turn');
    assert.equal(kept.body.turnEndsAt, session.turnEndsAt, 'a later request never shortens the turn');
    server.pass(9 * MINUTE - 1);
    assert.equal((await act(device)).status, 200);
    await device.put('/api/v1/session/turn');
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200, 'after the return the turn lasts five minutes again');
    server.pass(1);
    assert.equal((await act(device)).status, 401);
    await prolongForHandover(actor.turnId);
    await givePin(device, '2222');
    await prolongForHandover(actor.turnId);
    assert.equal((await act(device)).body.name, 'Bruno');
    server.pass(5 * MINUTE);
    assert.equal((await act(device)).status, 401, 'the hand-over of another turn does not prolong this one');
  });

  test('ends with Trocar, and the store stays signed in', async () => {
    const device = await server.held('1111');
    assert.equal((await device.delete('/api/v1/session/turn')).status, 204);
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
    assert.equal((await givePin(device, '2222')).body.person.name, 'Bruno');
  });

  test('ends the turn before, and the database records how each turn ended', async () => {
    const device = await server.store();
    await givePin(device, '1111');
    await givePin(device, '2222');
    server.pass(6 * MINUTE);
    await givePin(device, '1111');
    await device.delete('/api/v1/session/turn');
    const { rows } = await server.owner.query(
      `select p.name, t.ended_how, t.ended_at - t.began_at as held from turns t join people p on p.id = t.person_id
       where session_id = (select session_id from turns order by began_at desc limit 1) order by began_at`,
    );
    assert.deepEqual(
      rows.map(({ name, ended_how }) => [name, ended_how]),
      [
        ['Ana', 'switched'],
        ['Bruno', 'idle'],
        ['Ana', 'switched'],
      ],
    );
  });

  test('is one turn also when several PINs are given at the same moment', async () => {
    const device = await server.store();
    const answers = await Promise.all(['1111', '2222', '9999', '1111'].map((pin) => givePin(device, pin)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    const { rows } = await server.owner.query(
      `select count(*) from turns where ended_at is null group by session_id having count(*) > 1`,
    );
    assert.deepEqual(rows, []);
  });

  test('ends at once for a person who leaves the store', async () => {
    const device = await server.held('2222');
    await server.owner.query('update people set active = false where id = $1', [ids.bruno]);
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
    assert.equal((await device.post('/api/v1/act')).body.type, '/problems/turn-needed');
    assert.equal((await givePin(device, '2222')).body.type, '/problems/account-inactive');
    assert.ok(
      !(await device.get('/api/v1/session')).body.people.some(({ name }: { name: string }) => name === 'Bruno'),
    );
    await server.owner.query('update people set active = true where id = $1', [ids.bruno]);
  });
});

test('H7: a store’s session has the opening hours, so that the app can warn of a time outside them', async () => {
  const device = server.device();
  assert.deepEqual((await signIn(device, 'paulista@aurora.example')).body.store.hours, []);
  const { owner } = server;
  await owner.query(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute)
     values ($1, $2, 0, 600, 1320), ($1, $2, 6, 840, 1440)`,
    [ids.aurora, ids.paulista],
  );
  assert.deepEqual((await device.get('/api/v1/session')).body.store.hours, [
    { weekday: 0, opens: '10:00', closes: '22:00' },
    { weekday: 6, opens: '14:00', closes: '24:00' },
  ]);
});

describe('a person’s own account', () => {
  test('acts without a PIN: a store manager in their own store, a brand manager for the brand', async () => {
    const carla = server.device();
    const { body } = await signIn(carla, 'carla@aurora.example');
    assert.equal(body.kind, 'person');
    assert.deepEqual(body.person, { id: ids.carla, name: 'Carla', role: 'store_manager' });
    assert.equal(body.store.id, ids.paulista);
    const seen = [
      'read_led_holds',
      'pass_on_hold',
      'explain_attempt',
      'read_locked_pins',
      'receive_push',
      'read_own_account',
      'export_customer',
    ];
    assert.deepEqual(body.may, seen, 'the answer lists the operations of the access table that screens offer');
    // The people to whom a held contact can be passed on (H4).
    assert.deepEqual(
      body.people.map(({ name }: { name: string }) => name),
      ['Ana', 'Bruno', 'Carla', 'Davi'],
    );
    const { body: actor } = await act(carla);
    assert.equal(actor.turnId, null);
    assert.equal(actor.storeId, ids.paulista);

    const brandManager = server.device();
    const signedIn = await signIn(brandManager, 'gestao@aurora.example');
    assert.equal(signedIn.body.store, null);
    assert.equal(signedIn.body.people, undefined);
    assert.equal(signedIn.body.may.includes('receive_push'), false);
    assert.equal((await act(brandManager)).body.role, 'brand_manager');
    assert.equal((await givePin(brandManager, '1111')).body.type, '/problems/forbidden');
  });

  test('is signed out after twelve hours without a request, and after thirty days in any case', async () => {
    const carla = server.device();
    await signIn(carla, 'carla@aurora.example');
    server.pass(12 * HOUR - 1);
    assert.equal((await act(carla)).status, 200);
    server.pass(1);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');

    await signIn(carla, 'carla@aurora.example');
    for (let round = 0; round < 60; round++) {
      assert.equal((await carla.put('/api/v1/session/turn')).status, 200);
      server.pass(12 * HOUR - MINUTE);
    }
    assert.equal((await act(carla)).status, 200);
    server.pass(HOUR);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');
  });

  test('is signed out when the person becomes inactive', async () => {
    const carla = server.device();
    await signIn(carla, 'carla@aurora.example');
    await server.owner.query('update people set active = false where id = $1', [ids.carla]);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');
    assert.equal((await signIn(server.device(), 'carla@aurora.example')).body.type, '/problems/account-inactive');
    await server.owner.query('update people set active = true where id = $1', [ids.carla]);
    assert.equal(
      (await act(carla)).body.type,
      '/problems/signed-out',
      'the session does not come back when the person is active again',
    );
  });

  test('of support belongs to no brand, and lasts an hour without a request and twelve hours in all', async () => {
    const support = server.device();
    const { body } = await signIn(support, 'suporte@oto.example');
    assert.equal(body.kind, 'support');
    assert.equal(body.brand, null);
    assert.equal(body.person.role, 'support');
    for (let n = 0; n < 12; n++) {
      assert.equal((await support.put('/api/v1/session/turn')).body.turnEndsAt, null);
      server.pass(59 * MINUTE);
    }
    assert.equal((await act(support)).body.kind, 'support');
    server.pass(12 * MINUTE);
    assert.equal((await act(support)).body.type, '/problems/signed-out');
  });
});

describe('one-time passwords and PINs', () => {
  test('a one-time password signs in only together with a new password, which is the password from then on', async () => {
    const made = await createStoreAccount(server.auth.accounts, {
      brandId: ids.aurora,
      storeId: ids.manaus,
      name: 'Nova',
      email: 'Nova@aurora.example',
    });
    assert.ok(made?.oneTime);
    const { email, password } = made;
    const device = server.device();
    assert.equal((await signIn(device, email, password)).body.type, '/problems/new-password-needed');
    assert.equal(
      (await signIn(device, email, password, { newPassword: 'senha12345' })).body.type,
      '/problems/password-weak',
    );
    assert.equal(
      (await signIn(device, email, password, { newPassword: 'nova@aurora.example1' })).body.type,
      '/problems/password-weak',
    );
    assert.equal(
      (await signIn(device, email, 'wrong', { newPassword: 'um barco sem vela' })).body.type,
      '/problems/wrong-credentials',
    );
    assert.equal(device.cookies.has('oto_session'), false);

    assert.equal((await signIn(device, email, password, { newPassword: 'um barco sem vela' })).status, 200);
    assert.equal((await signIn(server.device(), email, password)).body.type, '/problems/wrong-credentials');
    assert.equal((await signIn(server.device(), email, 'um barco sem vela')).status, 200);
    assert.equal(
      (await signIn(device, email, 'um barco sem vela', { newPassword: 'outra coisa qualquer' })).status,
      400,
    );
  });

  test('a one-time password or PIN works once: of two uses at the same moment one succeeds', async () => {
    const made = await createStoreAccount(server.auth.accounts, {
      brandId: ids.aurora,
      storeId: ids.manaus,
      name: 'Duas',
      email: 'duas@aurora.example',
    });
    assert.ok(made);
    const passwords = ['um barco sem vela', 'uma vela sem barco'];
    const answers = await Promise.all(
      passwords.map((newPassword) => signIn(server.device(), made.email, made.password, { newPassword })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);
    const { rows } = await server.owner.query(
      `select count(*)::int as open from auth.session s join auth."user" u on u."id" = s."userId" where u."email" = $1`,
      [made.email],
    );
    assert.equal(rows[0].open, 1);

    const personId = ids.davi;
    const once = await giveOneTimePin(
      { db: server.db, ...server.pins },
      { brandId: ids.aurora, storeId: ids.paulista, personId },
    );
    const devices = [await server.store(), await server.store()] as const;
    const turns = await Promise.all(
      devices.map((device, n) => givePin(device, once, { personId, newPin: `60${n}93` })),
    );
    assert.deepEqual(turns.map(({ status }) => status).sort(), [200, 401]);
    await setPin(
      { db: server.db, ...server.pins },
      { brandId: ids.aurora, storeId: ids.paulista, personId },
      '482716',
      false,
    );
  });

  test('a one-time PIN works only together with a new PIN, which is unique in the store and not easily guessed', async () => {
    const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.bruno };
    const once = await giveOneTimePin({ db: server.db, ...server.pins }, of);
    const device = await server.store();
    assert.equal((await givePin(device, once)).body.type, '/problems/new-pin-needed');
    assert.equal((await givePin(device, once, { newPin: '1234' })).body.type, '/problems/pin-weak');
    assert.equal((await givePin(device, once, { newPin: once })).body.type, '/problems/pin-weak');
    assert.equal((await givePin(device, once, { newPin: '482716' })).body.type, '/problems/pin-taken');
    assert.equal((await act(device)).status, 401);
    const turn = await givePin(device, once, { personId: ids.bruno, newPin: '8305' });
    assert.equal(turn.body.person.name, 'Bruno');
    assert.equal((await givePin(device, once)).body.type, '/problems/wrong-pin');
    assert.equal((await givePin(device, '8305')).status, 200);
    assert.equal(
      (await givePin(device, '8305', { newPin: '7416' })).status,
      400,
      'the server did not ask for a new PIN',
    );
    assert.equal((await givePin(device, '8305')).status, 200);
  });

  test('a one-time PIN cannot be used to find out colleagues’ PINs: a taken PIN counts as a wrong one', async () => {
    const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.bruno };
    const once = await giveOneTimePin({ db: server.db, ...server.pins }, of);
    const device = await server.store();
    for (let n = 0; n < 5; n++) {
      await givePin(device, once, { personId: ids.bruno });
      const { body } = await givePin(device, once, { personId: ids.bruno, newPin: '482716' });
      assert.equal(body.type, '/problems/pin-taken', `try ${n}`);
    }
    assert.equal((await givePin(device, once, { personId: ids.bruno, newPin: '6093' })).status, 423);
    server.pass(15 * MINUTE);
    assert.equal((await givePin(device, once, { personId: ids.bruno, newPin: '2222' })).status, 400);
    assert.equal((await givePin(device, once, { personId: ids.bruno, newPin: '6093' })).status, 200);
  });
});

test('of two people who choose the same PIN at the same moment only one gets it', async () => {
  const [one, two] = [await server.store(), await server.store()];
  const once = await Promise.all(
    [ids.bruno, ids.davi].map((personId) =>
      giveOneTimePin({ db: server.db, ...server.pins }, { brandId: ids.aurora, storeId: ids.paulista, personId }),
    ),
  );
  const answers = await Promise.all([
    givePin(one, once[0] ?? '', { personId: ids.bruno, newPin: '739164' }),
    givePin(two, once[1] ?? '', { personId: ids.davi, newPin: '739164' }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
});
