/**
 * One's own account from the request to the answer: the password is changed, sessions are listed and ended, one-time
 * passwords and PINs expire, and wrong passwords are told.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { findPeopleWithoutPin, storesWithExpiredPassword } from '#db/sign-in/missing-sign-ins.ts';
import type { Client } from '#kit/client.ts';
import { DAY, HOUR, MINUTE, PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';
import { setUpSecondFactor } from '#kit/totp.ts';
import {
  createStoreAccount,
  createSupportAccount,
  giveOneTimePassword,
  giveOneTimePin,
} from '#main/sign-in/accounts.ts';

const server = await startSignInServer({ demo: false });
const { ids } = server;
const CARLA = 'carla@aurora.example';
const STORE = 'paulista@aurora.example';
const NEXT = 'um barco sem vela';
const PHONE = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36';
const LAPTOP = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.1 Safari/605.1.15';

const tryToSignIn = (device: Client, email: string, password = PASSWORD, more: object = {}) =>
  device.post('/api/v1/session', { email, password, ...more });

async function signedIn(email: string, userAgent = PHONE, password = PASSWORD): Promise<Client> {
  const device = server.device();
  device.headers['user-agent'] = userAgent;
  const { status } = await tryToSignIn(device, email, password);
  assert.equal(status, 200);
  return device;
}

/** Signs a new support person in, with the second factor that support needs. */
async function signedInSupport(): Promise<Client> {
  const email = `suporte${people++}@oto.example`;
  assert.ok(await createSupportAccount(server.auth.accounts, { name: 'Suporte', email, password: PASSWORD }));
  const device = await signedIn(email);
  await setUpSecondFactor(device, PASSWORD, server.now());
  return device;
}

const change = (device: Client, current: string, next: string) => device.post('/api/v1/password', { current, next });
const problemOf = ({ body }: { body: { type?: string } | null }) => body?.type?.replace('/problems/', '');
const isIn = async (device: Client) => (await device.get('/api/v1/session')).status === 200;
const sessionsOf = async (device: Client) => (await device.get('/api/v1/sessions')).body.items;

/** A password of its own for each account of a test, so that no test depends on another one. */
let people = 0;
async function newAccount(): Promise<{ email: string; accountId: string }> {
  const email = `nova${people++}@aurora.example`;
  const id = await server.auth.accounts.create({
    ...{ kind: 'store', name: 'Nova', email, password: PASSWORD, mustChangePassword: false },
    ...{ brandId: ids.aurora, storeId: ids.paulista, personId: null },
  });
  assert.ok(id);
  return { email, accountId: id };
}

/** Signs Carla in on a store's device. */
async function heldBy(email: string, password = PASSWORD): Promise<Client> {
  const device = server.device();
  assert.equal((await tryToSignIn(device, email, password)).status, 200);
  assert.equal((await device.post('/api/v1/session/pin', { pin: '730518' })).status, 200);
  return device;
}

beforeEach(async () => {
  await server.owner.query('delete from auth.throttles; delete from auth.wrong_passwords; delete from auth.session');
});

describe('a password', () => {
  test('is changed with the current one, and all other sessions of the account are out at their next request', async () => {
    const [phone, laptop, other] = [await signedIn(CARLA), await signedIn(CARLA, LAPTOP), await signedIn(STORE)];
    assert.equal((await change(phone, PASSWORD, NEXT)).status, 204);
    assert.equal(await isIn(phone), true);
    assert.equal(await isIn(laptop), false);
    assert.equal(await isIn(other), true, 'another account stays signed in');
    assert.equal(problemOf(await tryToSignIn(server.device(), CARLA)), 'wrong-credentials');
    assert.equal((await tryToSignIn(server.device(), CARLA, NEXT)).status, 200);
    assert.equal((await change(phone, NEXT, PASSWORD)).status, 204);
  });

  test('that is wrong changes nothing, and is slowed after five tries also for the right one', async () => {
    const phone = await signedIn(CARLA);
    for (let n = 0; n < 5; n++) assert.equal(problemOf(await change(phone, `guess ${n}`, NEXT)), 'wrong-password');
    const slow = await change(phone, PASSWORD, NEXT);
    assert.equal(slow.status, 429);
    assert.ok(Number(slow.headers.get('retry-after')) > 0);
    server.pass(15 * MINUTE);
    assert.equal((await change(phone, PASSWORD, NEXT)).status, 204);
    assert.equal((await change(phone, NEXT, PASSWORD)).status, 204);
  });

  test('is refused if it is short, common, taken from the e-mail, the same as before, or longer than 128 characters', async () => {
    const phone = await signedIn(CARLA);
    const weak = ['um barco', 'sunshine2026', 'chocolate!1', 'flamengo2026', 'carla@aurora.example', 'qwertyuiop'];
    for (const next of [...weak, PASSWORD]) {
      assert.equal(problemOf(await change(phone, PASSWORD, next)), 'password-weak', next);
    }
    assert.equal(problemOf(await change(phone, PASSWORD, 'á vela '.repeat(19))), 'invalid');
    assert.equal(await isIn(phone), true);
    const longest = 'um barco sem vela e '.repeat(7).slice(0, 128);
    assert.equal((await change(phone, PASSWORD, longest)).status, 204);
    assert.equal((await tryToSignIn(server.device(), CARLA, longest)).status, 200);
    assert.equal((await change(phone, longest, PASSWORD)).status, 204);
  });

  test('of a store is changed by its manager on the store’s device, and not by a seller', async () => {
    const { email } = await newAccount();
    const [tablet, other] = [server.device(), await signedIn(email)];
    await tryToSignIn(tablet, email);
    assert.equal(problemOf(await change(tablet, PASSWORD, NEXT)), 'turn-needed');
    await tablet.post('/api/v1/session/pin', { pin: '1111' });
    for (const ask of [() => change(tablet, PASSWORD, NEXT), () => tablet.get('/api/v1/sessions')]) {
      assert.equal(problemOf(await ask()), 'forbidden');
    }
    const manager = await heldByManager(email);
    assert.deepEqual((await manager.get('/api/v1/account')).body, { kind: 'store', name: 'Nova', email, mails: [] });
    assert.equal((await change(manager, PASSWORD, NEXT)).status, 204);
    assert.equal(await isIn(manager), true);
    assert.equal(await isIn(other), false);
    assert.equal(await isIn(tablet), false);
  });

  test('of the demo stays as the demo prints it', async () => {
    const demo = await startSignInServer({ password: 'aurora-demo' });
    const device = demo.device();
    await device.post('/api/v1/session', { email: CARLA, password: 'aurora-demo' });
    assert.equal(problemOf(await change(device, 'aurora-demo', NEXT)), 'password-kept');
    const again = await demo.device().post('/api/v1/session', { email: CARLA, password: 'aurora-demo' });
    assert.equal(again.status, 200);
  });

  test('that is replaced while a sign-in with it is under way opens no session', async () => {
    const { email, accountId } = await newAccount();
    const { accounts } = server.auth;
    const { open } = accounts;
    const openAndReplace: typeof open = async (...credentials) => {
      const opened = await open(...credentials);
      server.pass(1_000);
      const { rows } = await server.owner.query('select "id" from auth.session where "token" = $1', [
        opened && 'token' in opened ? opened.token : '',
      ]);
      // The new session is kept, as if it were written just after the others had ended.
      await accounts.changePassword(accountId, rows[0].id, NEXT);
      return opened;
    };
    Object.assign(accounts, { open: openAndReplace });
    const device = server.device();
    const answer = await tryToSignIn(device, email);
    Object.assign(accounts, { open });
    assert.equal(problemOf(answer), 'wrong-credentials');
    assert.equal(device.cookies.has('oto_session'), false);
    const { rows } = await server.owner.query('select from auth.session where "userId" = $1', [accountId]);
    assert.equal(rows.length, 0);
    assert.equal((await tryToSignIn(server.device(), email, NEXT)).status, 200);
  });
});

async function heldByManager(email: string): Promise<Client> {
  const { setPin } = await import('#flows/sign-in/pins/set-pin.ts');
  const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.carla };
  await setPin({ db: server.db, ...server.pins }, of, '730518', false);
  return heldBy(email);
}

describe('sessions', () => {
  test('are listed with device, begin and last use, the present one marked, and without token or raw header', async () => {
    const laptop = await signedIn(CARLA, LAPTOP);
    const beganAt = new Date(server.now()).toISOString();
    server.pass(HOUR);
    await laptop.put('/api/v1/session/turn');
    const usedAt = new Date(server.now()).toISOString();
    server.pass(MINUTE);
    const phone = await signedIn(CARLA);
    const curl = await signedIn(CARLA, 'curl/8.9.1');
    await signedIn(STORE);
    const items = await sessionsOf(phone);
    assert.deepEqual(
      items.map(({ device, current }: { device: string; current: boolean }) => [device, current]).toSorted(),
      [
        ['Aparelho desconhecido', false],
        ['Chrome no Android', true],
        ['Safari no Mac', false],
      ],
    );
    const [old] = items.filter(({ device }: { device: string }) => device === 'Safari no Mac');
    assert.deepEqual([old.beganAt, old.lastUsedAt], [beganAt, usedAt]);
    assert.deepEqual(Object.keys(old).toSorted(), ['beganAt', 'current', 'device', 'id', 'lastUsedAt']);
    const english = await curl.get('/api/v1/sessions', { 'accept-language': 'en' });
    assert.ok(english.body.items.some(({ device }: { device: string }) => device === 'Chrome on Android'));
    const { rows } = await server.owner.query('select s::text as row from auth.session s');
    assert.doesNotMatch(JSON.stringify(rows), /AppleWebKit|curl/);
  });

  test('end one by one, and the ended one is out within one request', async () => {
    const [phone, laptop] = [await signedIn(CARLA), await signedIn(CARLA, LAPTOP)];
    const [{ id }] = (await sessionsOf(phone)).filter(({ current }: { current: boolean }) => !current);
    assert.equal((await phone.delete(`/api/v1/sessions/${id}`)).status, 204);
    assert.equal(problemOf(await laptop.get('/api/v1/act')), 'signed-out');
    assert.equal((await phone.delete(`/api/v1/sessions/${id}`)).status, 404, 'it is gone');
    assert.equal((await sessionsOf(phone)).length, 1);
  });

  test('of another account are not found, for managers and for support', async () => {
    const [carla, brand, support] = [
      await signedIn(CARLA),
      await signedIn('gestao@aurora.example'),
      await signedInSupport(),
    ];
    const [{ id }] = await sessionsOf(carla);
    for (const other of [brand, support]) {
      assert.equal((await other.delete(`/api/v1/sessions/${id}`)).status, 404);
    }
    assert.equal(await isIn(carla), true);
  });

  test('end all at once, the present one included, and the answer clears the device; or all others', async () => {
    const [phone, laptop, tablet] = [await signedIn(CARLA), await signedIn(CARLA, LAPTOP), await signedIn(CARLA)];
    assert.equal((await phone.delete('/api/v1/sessions?except=current')).status, 204);
    assert.deepEqual([await isIn(phone), await isIn(laptop), await isIn(tablet)], [true, false, false]);
    const again = await signedIn(CARLA, LAPTOP);
    const copy = phone.without();
    const { status, headers } = await phone.delete('/api/v1/sessions');
    assert.equal(status, 204);
    assert.equal(headers.get('clear-site-data'), '"cache", "storage"');
    assert.equal(phone.cookies.has('oto_session'), false);
    assert.deepEqual([await isIn(copy), await isIn(again)], [false, false]);
    assert.equal((await signedIn(CARLA)).cookies.has('oto_session'), true);
  });

  test('of a store end with their turns and their notifications', async () => {
    const { email } = await newAccount();
    const seller = server.device();
    await tryToSignIn(seller, email);
    await seller.post('/api/v1/session/pin', { pin: '1111' });
    const manager = await heldByManager(email);
    const { rows: before } = await server.owner.query(
      `select s."deviceKey", s."id" from auth.session s where "id" in (select session_id from turns where ended_at is null and person_id = $1)`,
      [ids.ana],
    );
    const [{ deviceKey, id }] = before;
    await server.owner.query(
      `insert into push_subscriptions (brand_id, device_key, person_id, session_id, endpoint, p256dh, auth, language, renewed_at)
       values ($1, $2, $3, $4, 'https://push.example/1', repeat('p', 87), repeat('a', 22), 'pt-BR', now())`,
      [ids.aurora, deviceKey, ids.ana, id],
    );
    assert.equal((await manager.delete('/api/v1/sessions?except=current')).status, 204);
    assert.equal(problemOf(await seller.get('/api/v1/act')), 'signed-out');
    assert.equal(await isIn(manager), true);
    const { rows: turns } = await server.owner.query('select ended_how from turns where session_id = $1', [id]);
    assert.deepEqual(turns, [{ ended_how: 'signed_out' }]);
    const { rows: left } = await server.owner.query('select from push_subscriptions where session_id = $1', [id]);
    assert.equal(left.length, 0);
  });
});

describe('support', () => {
  const path = (personId: string, brandId = ids.aurora) => `/api/v1/brands/${brandId}/people/${personId}/sessions`;
  const accesses = async () => {
    const { rows } = await server.owner.query('select what, support_name from support_access_log order by at, id');
    return rows.map(({ what, support_name }) => [what, support_name]);
  };

  test('sees and ends the sessions of a person, and the brand can read both', async () => {
    const [support, carla, tablet] = [await signedInSupport(), await signedIn(CARLA), await heldByManager(STORE)];
    const { body } = await support.get(path(ids.carla));
    assert.deepEqual(
      body.items.map(({ device, current }: { device: string; current: boolean }) => [device, current]),
      [['Chrome no Android', false]],
    );
    for (let n = 0; n < 2; n++) assert.equal((await support.delete(path(ids.carla))).status, 204);
    assert.equal(await isIn(carla), false);
    assert.equal(problemOf(await tablet.get('/api/v1/act')), 'turn-needed', 'the store stays signed in');
    assert.deepEqual(await accesses(), [
      ['sessions Carla', 'Suporte'],
      ['sessions ended Carla', 'Suporte'],
      ['sessions ended Carla', 'Suporte'],
    ]);
  });

  test('finds no person in another brand, and no manager may ask', async () => {
    const [support, brand, carla] = [
      await signedInSupport(),
      await signedIn('gestao@aurora.example'),
      await signedIn(CARLA),
    ];
    assert.equal((await support.get(path(ids.carla, ids.brisa))).status, 404);
    assert.equal((await support.delete(path(ids.carla, ids.brisa))).status, 404);
    for (const other of [brand, carla]) assert.equal(problemOf(await other.delete(path(ids.carla))), 'forbidden');
    assert.equal(await isIn(carla), true);
  });

  test('ends one session of a person, and the brand can read it', async () => {
    const support = await signedInSupport();
    const [phone, laptop] = [await signedIn(CARLA), await signedIn(CARLA)];
    const { body } = await support.get(path(ids.carla));
    const ended = body.items[0].id;
    assert.equal((await support.delete(`${path(ids.carla, ids.brisa)}/${ended}`)).status, 404);
    assert.equal((await support.delete(`${path(ids.ana)}/${ended}`)).status, 404, 'it is another person’s');
    assert.equal((await phone.delete(`${path(ids.carla)}/${ended}`)).status, 403);
    assert.equal((await support.delete(`${path(ids.carla)}/${ended}`)).status, 204);
    assert.equal((await support.delete(`${path(ids.carla)}/${ended}`)).status, 404, 'it has ended');
    assert.deepEqual([await isIn(phone), await isIn(laptop)].toSorted(), [false, true]);
    const { rows } = await server.owner.query(
      `select what, count(*)::int from support_access_log where what like 'session ended %' group by what`,
    );
    assert.deepEqual(rows, [{ what: 'session ended Carla', count: 1 }]);
  });
});

describe('a one-time password or PIN', () => {
  test('expires seven days after it was made, with a problem of its own that only the right one gets', async () => {
    const made = await createStoreAccount(server.auth.accounts, {
      ...{ brandId: ids.aurora, storeId: ids.manaus },
      ...{ name: 'Nova', email: 'sete-dias@aurora.example' },
    });
    assert.ok(made);
    const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.bruno };
    const pin = await giveOneTimePin({ db: server.db, ...server.pins }, of);
    server.pass(7 * DAY - MINUTE);
    assert.equal(problemOf(await tryToSignIn(server.device(), made.email, made.password)), 'new-password-needed');
    const store = await server.store();
    assert.equal(problemOf(await store.post('/api/v1/session/pin', { pin })), 'new-pin-needed');
    server.pass(MINUTE);
    for (const more of [{}, { newPassword: NEXT }]) {
      const late = await tryToSignIn(server.device(), made.email, made.password, more);
      assert.equal(late.status, 403);
      assert.equal(problemOf(late), 'one-time-password-expired');
      assert.match(late.body.detail, /7 dias/);
    }
    assert.equal(problemOf(await tryToSignIn(server.device(), made.email, 'wrong')), 'wrong-credentials');
    for (const more of [{}, { newPin: '8305' }, { personId: ids.bruno, newPin: '8305' }]) {
      const late = await store.post('/api/v1/session/pin', { pin, ...more });
      assert.equal(problemOf(late), 'one-time-pin-expired');
    }
    const { rows } = await server.owner.query('select wrong from pins where person_id = $1', [ids.bruno]);
    assert.equal(rows[0].wrong, 0, 'a right PIN that expired is no wrong one');
  });

  test('that expired unused is replaced by the next import', async () => {
    const email = 'sem-uso@aurora.example';
    const store = { brandId: ids.aurora, storeId: ids.manaus, name: 'Nova', email };
    assert.ok(await createStoreAccount(server.auth.accounts, store));
    const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.davi };
    await giveOneTimePin({ db: server.db, ...server.pins }, of);
    const findExpired = async () => {
      const before = server.now() - 7 * DAY;
      const stores = await storesWithExpiredPassword(server.auth.db, ids.aurora, before);
      const { brandId } = of;
      const people = await server.db.read(brandId, (reads) => reads.run(findPeopleWithoutPin, { brandId, before }));
      return {
        account: stores.find((each) => each.email === email),
        person: people.find(({ personId }) => personId === ids.davi),
      };
    };
    server.pass(7 * DAY - 1);
    assert.deepEqual(await findExpired(), { account: undefined, person: undefined });
    server.pass(1);
    const { account, person } = await findExpired();
    assert.ok(account && person);
    const { password } = await giveOneTimePassword(server.auth.accounts, account);
    assert.equal(problemOf(await tryToSignIn(server.device(), email, password)), 'new-password-needed');
    assert.equal((await findExpired()).account, undefined);
  });

  test('of a manager frees nobody any more once it expired', async () => {
    const of = { brandId: ids.aurora, storeId: ids.paulista, personId: ids.carla };
    const managerPin = await giveOneTimePin({ db: server.db, ...server.pins }, of);
    server.pass(7 * DAY);
    const store = await server.store();
    const freed = await store.post(`/api/v1/people/${ids.ana}/unlock`, { managerPin });
    assert.equal(problemOf(freed), 'one-time-pin-expired');
  });

  test('that the person chose does not expire', async () => {
    server.pass(400 * DAY);
    assert.equal((await tryToSignIn(server.device(), CARLA)).status, 200);
  });
});

describe('wrong passwords', () => {
  const warningOf = async (device: Client) => (await device.get('/api/v1/session')).body.wrongPasswords;
  const guess = async (email: string, times: number) => {
    for (let n = 0; n < times; n++) {
      assert.equal((await tryToSignIn(server.device(), email, `guess ${n}`)).status, 401);
      server.pass(4 * MINUTE);
    }
  };

  test('are told to the person at the next sign-in from five on, until the person closes the warning', async () => {
    const since = new Date(server.now()).toISOString();
    await guess(CARLA, 6);
    const answer = await tryToSignIn(server.device(), CARLA);
    assert.deepEqual(answer.body.wrongPasswords, { count: 6, since });
    const phone = await signedIn(CARLA);
    assert.deepEqual(await warningOf(phone), { count: 6, since });
    assert.equal((await phone.delete('/api/v1/account/wrong-passwords')).status, 204);
    assert.equal(await warningOf(phone), undefined);
  });

  test('that are fewer are forgotten with the right one: a person who mistypes is not alarmed', async () => {
    await guess(CARLA, 4);
    const phone = await signedIn(CARLA);
    assert.equal(await warningOf(phone), undefined);
    await guess(CARLA, 4);
    assert.equal(await warningOf(await signedIn(CARLA)), undefined);
  });

  test('of others are told to the brand’s manager for a day, by name, and to nobody else', async () => {
    await guess(CARLA, 5);
    await guess(STORE, 5);
    await guess('loja@brisa.example', 5);
    const brand = await signedIn('gestao@aurora.example');
    const told = async () => (await brand.get('/api/v1/session')).body.passwordGuessing;
    assert.deepEqual(
      (await told()).map(({ account, count }: { account: string; count: number }) => [account, count]),
      [
        ['Carla', 5],
        ['Paulista', 5],
      ],
    );
    const carla = (await (await signedIn(CARLA)).get('/api/v1/session')).body;
    assert.equal(carla.passwordGuessing, undefined);
    const support = (await (await signedIn('suporte@oto.example')).get('/api/v1/session')).body;
    assert.deepEqual([support.passwordGuessing, support.wrongPasswords], [undefined, undefined]);
    server.pass(DAY);
    const later = await signedIn('gestao@aurora.example');
    assert.deepEqual((await later.get('/api/v1/session')).body.passwordGuessing, []);
  });

  test('of a store are told to its manager, and not to a seller or an idle device', async () => {
    await guess(STORE, 5);
    const seller = await server.held('1111');
    assert.equal(await warningOf(seller), undefined);
    assert.equal((await warningOf(await heldByManager(STORE))).count, 5);
  });

  test('for an address without an account write one row too, are told to nobody, and are counted for operators', async () => {
    const before = server.passwordRefusals.length;
    await guess('nobody@aurora.example', 6);
    await guess(CARLA, 5);
    const { rows } = await server.owner.query('select account_id, wrong from auth.wrong_passwords order by 1');
    assert.equal(rows.length, 2);
    assert.deepEqual(rows[0], { account_id: '00000000-0000-0000-0000-000000000000', wrong: 6 });
    const counted = server.passwordRefusals.slice(before).map(([, guessing]) => guessing);
    assert.deepEqual(counted, [...Array(10).fill(false), true]);
    const attacker = server.device();
    for (let n = 0; n < 7; n++) await tryToSignIn(attacker, 'other@aurora.example', `guess ${n}`);
    assert.deepEqual(server.passwordRefusals.at(-1), ['too_many_requests', true]);
  });
});
