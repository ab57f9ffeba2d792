/** A new OTO_SECRET beside the one before: nobody is signed out, no PIN is lost, and what is used is made anew. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { givePin } from '#flows/give-pin.ts';
import { hashSlots } from '#flows/hash-slots.ts';
import { setPin } from '#flows/set-pin.ts';
import { openFrontDoor } from '#kit/front-door.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/keys.ts';
import { pinDigestsBy } from '#main/pin-digests.ts';
import { tokenInCookie } from '#main/session-cookie-seal.ts';

const door = await openFrontDoor();
const { ids, db } = door;
const before = keysOf(secret);
const after = keysOf('another secret, as long as it has to be');
const changed = pinDigestsBy([after.pins, before.pins]);
const deps = { db, hashing: hashSlots(), hostNow: door.now, newId: uuidv7 };
const device = { brandId: ids.aurora, storeId: ids.paulista, deviceKey: 'device', sessionId: uuidv7() };
const give = (pinDigests: typeof changed, pin: string, personId: string | null = null) =>
  givePin({ ...deps, pinDigests }, device, { pin, personId, newPin: null });

test('a PIN set under the secret before opens, and from then on needs that secret no more', async () => {
  const afterwards = pinDigestsBy([after.pins]);
  assert.equal((await give(afterwards, '1111')).kind, 'wrong_pin');
  assert.equal((await give(changed, '1111')).kind, 'turn');
  assert.equal((await give(changed, '2222', ids.bruno)).kind, 'turn');
  assert.equal((await give(afterwards, '1111', ids.ana)).kind, 'turn');
  assert.equal((await give(afterwards, '2222')).kind, 'turn');
});

test('a PIN that a colleague still has under the secret before is taken', async () => {
  const personId = ids.davi;
  const of = { brandId: ids.aurora, storeId: ids.paulista, personId };
  assert.equal(await setPin({ db, hostNow: door.now, pinDigests: changed }, of, '9999', false), false);
  assert.equal(await setPin({ db, hostNow: door.now, pinDigests: changed }, of, '7305', false), true);
});

test('a session cookie signed under the secret before is still good', async () => {
  const store = await door.store();
  const cookie = decodeURIComponent(store.cookies.get('oto_session') ?? '');
  assert.ok(tokenInCookie(cookie, [after.sessions, before.sessions]));
  assert.equal(tokenInCookie(cookie, [after.sessions]), null);
});
