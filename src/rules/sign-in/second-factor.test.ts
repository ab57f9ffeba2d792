import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptedSteps,
  CHALLENGE_MS,
  isConfirmedAt,
  isSecondFactorRequired,
  readCode,
  secondFactorState,
} from './second-factor.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;

test('support needs a second factor, a manager where the brand requires one, a store and the demo never', () => {
  const without = (kind: 'store' | 'person' | 'support', brandRequires: boolean, demo = false) =>
    secondFactorState({ kind, hasSecondFactor: false }, brandRequires, demo);
  assert.equal(without('support', false), 'needed');
  assert.equal(without('person', false), 'off');
  assert.equal(without('person', true), 'needed');
  assert.equal(without('store', true), null);
  assert.equal(without('support', false, true), null);
  assert.equal(without('person', true, true), null);
  assert.equal(secondFactorState({ kind: 'support', hasSecondFactor: true }, false, false), 'on');
});

test('no second factor is required of a store, also where its brand requires one of managers', () => {
  assert.equal(isSecondFactorRequired('store', true), false);
  assert.equal(isSecondFactorRequired('person', true), true);
});

test('the code may be given for ten minutes after the password', () => {
  assert.equal(CHALLENGE_MS, 10 * MINUTE);
});

test('a confirmation lasts just under fifteen minutes', () => {
  assert.equal(isConfirmedAt(NOW, NOW), true);
  assert.equal(isConfirmedAt(NOW, NOW + 15 * MINUTE - 1), true);
  assert.equal(isConfirmedAt(NOW, NOW + 15 * MINUTE), false);
});

test('the accepted steps are the current one, the one before and the one after', () => {
  const step = NOW / 30_000;
  assert.deepEqual(acceptedSteps(NOW), [step - 1, step, step + 1]);
  assert.deepEqual(acceptedSteps(NOW + 29_999), [step - 1, step, step + 1]);
  assert.deepEqual(acceptedSteps(NOW + 30_000), [step, step + 1, step + 2]);
});

test('a code is read with blanks, hyphens and capitals', () => {
  assert.deepEqual(readCode(' 123 456 '), { kind: 'totp', code: '123456' });
  assert.deepEqual(readCode('ABCDE-23456'), { kind: 'recovery', code: 'abcde-23456' });
  assert.deepEqual(readCode('abcde23456'), { kind: 'recovery', code: 'abcde-23456' });
  for (const text of [
    '',
    '12345',
    '1234567',
    'abcde-2345',
    '１２３４５６',
    'abcde_23456',
    'abcde-234567',
    '!abcde-23456',
    'abcde-23456!',
  ])
    assert.equal(readCode(text), null, text);
});
