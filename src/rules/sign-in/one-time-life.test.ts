/** Tests the end of one-time passwords and PINs, and the number of wrong passwords that is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOneTimeOver, oneTimeEnd } from './one-time-life.ts';
import { isPasswordGuessing } from './password-guessing.ts';

const DAY = 86_400_000;

test('a one-time password or PIN is good for seven days, to the millisecond', () => {
  assert.equal(isOneTimeOver(1_000, 1_000), false);
  assert.equal(isOneTimeOver(1_000, 1_000 + 7 * DAY - 1), false);
  assert.equal(isOneTimeOver(1_000, 1_000 + 7 * DAY), true);
  assert.equal(isOneTimeOver(1_000, 0), false, 'a clock that was set back ends nothing');
});

test('the end that is shown is the first instant at which it is over', () => {
  assert.equal(oneTimeEnd(1_000), 1_000 + 7 * DAY);
  assert.equal(isOneTimeOver(1_000, oneTimeEnd(1_000)), true);
});

test('the fifth wrong password is told, the fourth is not', () => {
  assert.equal(isPasswordGuessing(4), false);
  assert.equal(isPasswordGuessing(5), true);
});
