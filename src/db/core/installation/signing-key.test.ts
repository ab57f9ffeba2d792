/**
 * Tests the signing key against bytes that an implementation of RFC 5869, RFC 7638 and RFC 8032 without OpenSSL
 * computed (R3).
 */
import assert from 'node:assert/strict';
import { createHmac, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { isSignedBy, keyIdOf, signingKeyOf } from './signing-key.ts';

const SECRET = 'b0f2d6c1947e43a8a5c0e19d7362f84b';
const X = 'fH-IHhWrhp7lfq-_DALBLOAs9MVUOKAgdlm5jVBdv48';
const KID = 'qMDuhfVGUcr3FM0L3ZyTk-k6yQneTiazO_-efoj_8cs';
const HEAD =
  '["head/1","01a2258f-85b0-7a18-ba83-92e9cb8b748f",24,' +
  `"c93aaafa6fbfa34c70966ea431d03ba153ef365f03126407809e0dfc3871936f","2026-11-24","${KID}"]`;
const HEAD_SIGNATURE =
  '15b74cba21bf2a7cda24e8c101cf582c8e3d9ff2ecbd8ddb4809f372653d7639' +
  '91371f31f34080fd620876dad9d7baf7674147ec96a0eb3c953fed9d537d5c02';
const KEY = `["record-key/1",1,"${KID}","${X}","2026-11-23T15:00:00.000Z",null]`;
const KEY_SIGNATURE =
  'd86232374944ab0977840360a931430f4180fc08b440eaae6c0e47456b0fe6f6' +
  '921ddfa2de089fe17cda7d8da5d359cdd872729e999faba60ea4d6855e273106';

test('every server with this secret computes the same key, key id and signatures', () => {
  for (const key of [signingKeyOf(SECRET), signingKeyOf(SECRET)]) {
    assert.deepEqual([key.x, key.kid], [X, KID]);
    assert.equal(key.sign(HEAD).toString('hex'), HEAD_SIGNATURE);
    assert.equal(key.sign(KEY).toString('hex'), KEY_SIGNATURE);
  }
  assert.equal(keyIdOf(X), KID);
  assert.notEqual(signingKeyOf(`${SECRET}!`).x, X);
});

test('the seed is the HKDF of the secret, as documented', async () => {
  const extracted = createHmac('sha256', 'oto').update(SECRET).digest();
  const seed = createHmac('sha256', extracted).update('record-signatures').update(Buffer.of(1)).digest();
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: X, d: seed.toString('base64url') };
  const theirs = await webcrypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  const signature = Buffer.from(await webcrypto.subtle.sign('Ed25519', theirs, Buffer.from(HEAD)));
  assert.equal(signature.toString('hex'), HEAD_SIGNATURE);
});

test('a signature is valid only for its own text and key, and malformed keys and signatures are invalid', () => {
  assert.equal(isSignedBy(X, HEAD, HEAD_SIGNATURE), true);
  assert.equal(isSignedBy(X, KEY, HEAD_SIGNATURE), false);
  assert.equal(isSignedBy(signingKeyOf('another').x, HEAD, HEAD_SIGNATURE), false);
  for (const signature of ['', 'zz', HEAD_SIGNATURE.slice(2)]) assert.equal(isSignedBy(X, HEAD, signature), false);
  for (const x of ['', 'AAAA', 'A'.repeat(43)]) assert.equal(isSignedBy(x, HEAD, HEAD_SIGNATURE), false);
});

test('printing the key shows neither the secret nor the private key', () => {
  const key = signingKeyOf(SECRET);
  const printed = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
  assert.doesNotMatch(printed, /private|PrivateKeyObject|b0f2d6c1/i);
  assert.deepEqual(JSON.parse(JSON.stringify(key)), { kid: KID, x: X });
});
