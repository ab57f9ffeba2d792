/**
 * A new OTO_SECRET beside the previous one: no session ends, no PIN is lost, and a PIN that is used is stored under
 * the new secret.
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { givePin } from '#flows/sign-in/pins/give-pin.ts';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { startSignInServer } from '#kit/sign-in-server.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
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
