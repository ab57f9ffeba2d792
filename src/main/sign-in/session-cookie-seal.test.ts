/** Tests of `tokenInCookie`: only cookies signed by a known key give their token. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { tokenInCookie } from './session-cookie-seal.ts';

const seal = (token: string, key: string) => `${token}.${createHmac('sha256', key).update(token).digest('base64')}`;

test('tokenInCookie returns the token of a cookie signed by the current or the previous key', () => {
  assert.equal(tokenInCookie(seal('token', 'new'), ['new', 'old']), 'token');
  assert.equal(tokenInCookie(seal('token', 'old'), ['new', 'old']), 'token');
});

test('tokenInCookie returns null for any other cookie', () => {
  assert.equal(tokenInCookie(seal('token', 'stranger'), ['new', 'old']), null);
  assert.equal(tokenInCookie(seal('token', 'old'), ['new']), null);
  for (const cookie of ['', '.', 'token', 'token.', 'token.AAAA', seal('', 'new'), seal('token', 'new').slice(0, -4)]) {
    assert.equal(tokenInCookie(cookie, ['new']), null, cookie);
  }
});
