/** The way in, door to door: store, PIN, turn, own account, and what each of them may not be used for. */
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
  test('signs in by e-mail and password, then a PIN says who holds the device', async () => {
    const device = server.device();
    const signedIn = await signIn(device, 'Paulista@Aurora.example');
    assert.equal(signedIn.status, 200);
    assert.equal(signedIn.body.kind, 'store');
    assert.equal(signedIn.body.person, null);
    assert.deepEqual(signedIn.body.may, [], 'nobody acts yet');
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

  test('knows the PINs of its own people only, though another store has the same ones', async () => {
    const manaus = await server.store('manaus@aurora.example');
    assert.equal((await givePin(manaus, '1111')).body.person.id, ids.manausSeller);
    assert.equal((await givePin(manaus, '2222')).body.type, '/problems/wrong-pin');
    assert.equal((await givePin(manaus, '1111', { personId: ids.bruno })).status, 404);
    assert.equal((await givePin(manaus, '1111', { personId: ids.brisaSeller })).status, 404);
  });

  test('stays signed in for 90 days from its last use, and the browser keeps the cookie as long', async () => {
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

  test('signed out, is signed out on the server, and the answer clears the device', async () => {
    const device = await server.held('1111');
    const copy = device.without();
    const { status, headers } = await device.delete('/api/v1/session');
    assert.equal(status, 204);
    assert.equal(headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(device.cookies.has('oto_session'), false);
    assert.equal(device.cookies.has('oto_device'), true, 'wrong PINs are not forgotten by signing out');
    assert.equal((await act(copy)).body.type, '/problems/signed-out');
    const { rows } = await server.owner.query(
      'select ended_how from turns where ended_at is not null order by began_at desc limit 1',
    );
    assert.equal(rows[0].ended_how, 'signed_out');
  });

  test('signing in again gives a new token and ends the session before it', async () => {
    const device = await server.held('1111');
    const before = device.without();
    await signIn(device, 'paulista@aurora.example');
    assert.notEqual(device.cookies.get('oto_session'), before.cookies.get('oto_session'));
    assert.equal((await act(before)).body.type, '/problems/signed-out');
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
  });

  test('whose account is made inactive is out at its next request', async () => {
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
  test('is over after five minutes untouched, to the millisecond', async () => {
    const device = await server.held('1111');
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200);
    server.pass(1);
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
    assert.equal((await device.get('/api/v1/session')).body.person, null);
  });

  test('lasts on by what the person does, not by what the screen asks by itself', async () => {
    const device = await server.held('1111');
    server.pass(4 * MINUTE);
    assert.equal((await act(device)).status, 200);
    server.pass(MINUTE);
    assert.equal((await act(device)).status, 401, 'reading kept nothing alive');

    await givePin(device, '1111');
    for (let n = 0; n < 4; n++) {
      server.pass(4 * MINUTE);
      const kept = await device.put('/api/v1/session/turn');
      assert.equal(kept.body.turnEndsAt, new Date(server.now() + 5 * MINUTE).toISOString());
    }
    server.pass(4 * MINUTE);
    assert.equal((await device.post('/api/v1/act')).status, 200);
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200, 'any deed is a touch');
  });

  test('over is not touched back to life', async () => {
    const device = await server.held('1111');
    server.pass(5 * MINUTE);
    assert.equal((await device.put('/api/v1/session/turn')).status, 401);
    assert.equal((await device.post('/api/v1/act')).status, 401);
    assert.equal((await act(device)).status, 401);
  });

  const handOver = (turnId: string) =>
    server.db.inBrand(ids.aurora, async (tx) =>
      tx.send(extendTurns, { brandId: ids.aurora, turns: [{ turnId, endsAt: server.now() + TURN_AWAY_MS }] }),
    );

  test('waits ten minutes for who was handed over to WhatsApp, and no longer', async () => {
    const device = await server.held('1111');
    const { body: actor } = await act(device);
    await handOver(actor.turnId);
    const { body: session } = await device.get('/api/v1/session');
    assert.equal(session.turnEndsAt, new Date(server.now() + 10 * MINUTE).toISOString());
    server.pass(MINUTE);
    const kept = await device.put('/api/v1/session/turn');
    assert.equal(kept.body.turnEndsAt, session.turnEndsAt, 'a touch never shortens it');
    server.pass(9 * MINUTE - 1);
    assert.equal((await act(device)).status, 200);
    await device.put('/api/v1/session/turn');
    server.pass(5 * MINUTE - 1);
    assert.equal((await act(device)).status, 200, 'back, it is a turn like any');
    server.pass(1);
    assert.equal((await act(device)).status, 401);
    await handOver(actor.turnId);
    await givePin(device, '2222');
    await handOver(actor.turnId);
    assert.equal((await act(device)).body.name, 'Bruno');
    server.pass(5 * MINUTE);
    assert.equal((await act(device)).status, 401, 'another’s hand-over does not lengthen it');
  });

  test('is given back by Trocar, and the store stays signed in', async () => {
    const device = await server.held('1111');
    assert.equal((await device.delete('/api/v1/session/turn')).status, 204);
    assert.equal((await act(device)).body.type, '/problems/turn-needed');
    assert.equal((await givePin(device, '2222')).body.person.name, 'Bruno');
  });

  test('ends the one before it: the record says how', async () => {
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

  test('given twice at the same moment is one turn', async () => {
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

  test('is over at once for who leaves the store', async () => {
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

test('a store’s session says when the store is open, so that a time outside can be hinted at (H7)', async () => {
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
  test('acts at once: a store manager in their store, a brand manager for the brand', async () => {
    const carla = server.device();
    const { body } = await signIn(carla, 'carla@aurora.example');
    assert.equal(body.kind, 'person');
    assert.deepEqual(body.person, { id: ids.carla, name: 'Carla', role: 'store_manager' });
    assert.equal(body.store.id, ids.paulista);
    const seen = ['read_led_holds', 'pass_on_hold', 'explain_attempt', 'read_locked_pins', 'receive_push'];
    assert.deepEqual(body.may, seen, 'what screens offer is answered from the access table');
    // To whom a waiting contact can be passed on (H4).
    assert.deepEqual(
      body.people.map(({ name }: { name: string }) => name),
      ['Ana', 'Bruno', 'Carla', 'Davi'],
    );
    const { body: actor } = await act(carla);
    assert.equal(actor.turnId, null);
    assert.equal(actor.storeId, ids.paulista);

    const gestao = server.device();
    const signedIn = await signIn(gestao, 'gestao@aurora.example');
    assert.equal(signedIn.body.store, null);
    assert.equal(signedIn.body.people, undefined);
    assert.equal(signedIn.body.may.includes('receive_push'), false);
    assert.equal((await act(gestao)).body.role, 'brand_manager');
    assert.equal((await givePin(gestao, '1111')).body.type, '/problems/forbidden');
  });

  test('is signed out after twelve hours untouched, and after thirty days in any case', async () => {
    const carla = server.device();
    await signIn(carla, 'carla@aurora.example');
    server.pass(12 * HOUR - 1);
    assert.equal((await act(carla)).status, 200);
    server.pass(1);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');

    await signIn(carla, 'carla@aurora.example');
    for (let half = 0; half < 60; half++) {
      assert.equal((await carla.put('/api/v1/session/turn')).status, 200);
      server.pass(12 * HOUR - MINUTE);
    }
    assert.equal((await act(carla)).status, 200);
    server.pass(HOUR);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');
  });

  test('ends with the person', async () => {
    const carla = server.device();
    await signIn(carla, 'carla@aurora.example');
    await server.owner.query('update people set active = false where id = $1', [ids.carla]);
    assert.equal((await act(carla)).body.type, '/problems/signed-out');
    assert.equal((await signIn(server.device(), 'carla@aurora.example')).body.type, '/problems/account-inactive');
    await server.owner.query('update people set active = true where id = $1', [ids.carla]);
    assert.equal((await act(carla)).body.type, '/problems/signed-out', 'and does not come back with them');
  });

  test('of support belongs to no brand, and lasts an hour untouched, twelve in all', async () => {
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

describe('a one-time', () => {
  test('password opens only together with one’s own, which then is the password', async () => {
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

  test('is good once: of two who use it at the same moment, one has chosen', async () => {
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

  test('PIN opens only together with one’s own, unique in the store and not easily guessed', async () => {
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
    assert.equal((await givePin(device, '8305', { newPin: '7416' })).status, 400, 'nobody asked for a new one');
    assert.equal((await givePin(device, '8305')).status, 200);
  });

  test('PIN is no way to find out the PINs of colleagues: what is taken counts as wrong', async () => {
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

test('two people who choose the same PIN at the same moment do not both get it', async () => {
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
