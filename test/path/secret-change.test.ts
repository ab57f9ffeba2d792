/**
 * A new OTO_SECRET beside the previous one: no session ends, no PIN is lost, and a PIN that is used is stored under
 * the new secret.
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { givePin } from '#flows/sign-in/pins/give-pin.ts';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { PASSWORD, startSignInServer } from '#kit/sign-in-server.ts';
import { totpCode } from '#kit/totp.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { tokenInCookie } from '#main/sign-in/session-cookie-seal.ts';

const server = await startSignInServer();
const { ids, db } = server;
const previousKeys = keysOf(secret);
const newKeys = keysOf('another secret, as long as it has to be');
const bothDigests = pinDigestsBy([newKeys.pins, previousKeys.pins]);
const deps = { db, demo: true, hashing: hashSlots(), hostNow: server.now, newId: uuidv7 };
const device = { brandId: ids.aurora, storeId: ids.paulista, deviceKey: 'device', sessionId: uuidv7() };
const tryPin = (pinDigests: typeof bothDigests, pin: string, personId: string | null = null) =>
  givePin({ ...deps, pinDigests }, device, { pin, personId, newPin: null });

test('a PIN set under the previous secret works, and after its first use it works without that secret', async () => {
  const newDigests = pinDigestsBy([newKeys.pins]);
  assert.equal((await tryPin(newDigests, '1111')).kind, 'wrong_pin');
  assert.equal((await tryPin(bothDigests, '1111')).kind, 'turn');
  assert.equal((await tryPin(bothDigests, '2222', ids.bruno)).kind, 'turn');
  assert.equal((await tryPin(newDigests, '1111', ids.ana)).kind, 'turn');
  assert.equal((await tryPin(newDigests, '2222')).kind, 'turn');
});

test('a PIN that a colleague still has under the previous secret cannot be chosen', async () => {
  const personId = ids.davi;
  const of = { brandId: ids.aurora, storeId: ids.paulista, personId };
  assert.equal(await setPin({ db, hostNow: server.now, pinDigests: bothDigests }, of, '9999', false), false);
  assert.equal(await setPin({ db, hostNow: server.now, pinDigests: bothDigests }, of, '7305', false), true);
});

test('a session cookie signed under the previous secret is valid', async () => {
  const store = await server.store();
  const cookie = decodeURIComponent(store.cookies.get('oto_session') ?? '');
  assert.ok(tokenInCookie(cookie, [newKeys.sessions, previousKeys.sessions]));
  assert.equal(tokenInCookie(cookie, [newKeys.sessions]), null);
});

test('a second factor set up under the previous secret works, and after its first use it works without that secret', async () => {
  const { rows } = await server.owner.query(`select "id" from auth."user" where "email" = 'gestao@aurora.example'`);
  const accountId = rows[0].id;
  const client = server.device();
  await client.post('/api/v1/session', { email: 'gestao@aurora.example', password: PASSWORD });
  const token = tokenInCookie(decodeURIComponent(client.cookies.get('oto_session') ?? ''), [previousKeys.sessions]);
  const begun = await server.auth.secondFactors.begin(token ?? '', PASSWORD);
  assert.ok(typeof begun === 'object');
  const code = totpCode(begun.secret, server.now());

  const withKeys = (...cookieKeys: [string, ...string[]]) => {
    const auth = createAuth({ url: urlOf('oto_auth', server.logins), cookieKeys, hostNow: server.now, onError: fail });
    after(auth.close);
    return auth.secondFactors;
  };
  const onlyNew = withKeys(newKeys.sessions);
  await assert.rejects(onlyNew.findStep(accountId, code, server.now()));
  const step = await withKeys(newKeys.sessions, previousKeys.sessions).findStep(accountId, code, server.now());
  assert.equal(step, Math.floor(server.now() / 30_000));
  assert.equal(await onlyNew.findStep(accountId, code, server.now()), step);
  assert.equal(await onlyNew.countRecoveryCodes(accountId), 10);
});

function fail(error: Error): never {
  throw error;
}

test('a server with both secrets accepts sessions and PINs that were made under the previous secret', async () => {
  const previous = 'the secret that was in use before';
  const product = await startDemoServer({ environment: { OTO_SECRET: secret, OTO_SECRET_PREVIOUS: previous } });
  const oldKeys = keysOf(previous);
  const client = await product.held('paulista@aurora.example', '1111');
  const { brand, store, person } = (await client.get('/api/v1/session')).body;
  const of = { brandId: brand.id, storeId: store.id, personId: person.id };
  const pinDeps = { db: product.db, hostNow: server.now, pinDigests: pinDigestsBy([oldKeys.pins]) };
  assert.equal(await setPin(pinDeps, of, '7305', false), true);

  const [token = ''] = decodeURIComponent(client.cookies.get('oto_session') ?? '').split('.');
  const signCookie = (key: string) => `${token}.${createHmac('sha256', key).update(token).digest('base64')}`;
  client.setCookie(
    'oto_session',
    encodeURIComponent(signCookie(keysOf('a secret that was never in use here').sessions)),
  );
  assert.equal((await client.post('/api/v1/session/pin', { pin: '7305' })).status, 401);
  client.setCookie('oto_session', encodeURIComponent(signCookie(oldKeys.sessions)));
  assert.equal((await client.post('/api/v1/session/pin', { pin: '7305' })).status, 200);
});
