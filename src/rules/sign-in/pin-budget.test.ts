/** Tests the budgets of wrong PINs of a store. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGuessing, isNameNeeded, OWN_UNLOCK_BUDGET, STORE_BUDGET, takeBackTry, wrongNameless } from './pin-budget.ts';
import { type PaidUntil, takeTry } from './throttle.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Returns how many of `tries` wrong PINs, one every `everyMs`, the store's budget allows, with a right PIN after each.
 */
function wrongOnes(tries: number, everyMs: number): { taken: number; paidUntil: PaidUntil } {
  let paidUntil: PaidUntil = null;
  let taken = 0;
  for (let now = 0; now < tries * everyMs; now += everyMs) {
    const wrong = takeTry(STORE_BUDGET, paidUntil, now);
    if (!wrong.taken) continue;
    taken++;
    paidUntil = wrong.paidUntil;
    const right = takeTry(STORE_BUDGET, paidUntil, now);
    if (right.taken) paidUntil = takeBackTry(STORE_BUDGET, right.paidUntil);
  }
  return { taken, paidUntil };
}

test('right PINs in between do not renew the budget: of four hundred wrong ones in a minute thirty are allowed', () => {
  assert.equal(wrongOnes(400, 150).taken, 30);
});

test('a day of one guess per second allows at most 30 + 48 wrong PINs', () => {
  assert.equal(wrongOnes(DAY / 1000, 1000).taken, 30 + 48 - 1);
});

test('a name is needed after the thirtieth wrong PIN, until one is paid off', () => {
  const { paidUntil } = wrongOnes(30, 0 + 1);
  assert.equal(isNameNeeded(paidUntil, 30), true);
  assert.equal(isNameNeeded(paidUntil, 31 * MINUTE), false);
  assert.equal(isNameNeeded(null, 0), false);
});

test('a manager who unlocks their own PIN has ten wrong passwords at once, then one every half an hour', () => {
  let paidUntil: PaidUntil = null;
  const taken: number[] = [];
  for (let minute = 0; minute <= 60; minute++) {
    for (let n = 0; n < 11; n++) {
      const one = takeTry(OWN_UNLOCK_BUDGET, paidUntil, minute * MINUTE);
      if (!one.taken) break;
      paidUntil = one.paidUntil;
      taken.push(minute);
    }
  }
  assert.deepEqual(taken, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 60]);
});

test('managers are told from ten wrong PINs on, until enough are paid off', () => {
  const { paidUntil } = wrongOnes(10, 1);
  assert.equal(wrongNameless(paidUntil, 9), 10);
  assert.equal(isGuessing(10), true);
  assert.equal(isGuessing(9), false);
  assert.equal(wrongNameless(paidUntil, 31 * MINUTE), 9);
  assert.equal(wrongNameless(paidUntil, 2 * DAY), 0);
  assert.equal(wrongNameless(null, 0), 0);
});

test('a right try gives nothing back if the budget is unused', () => {
  assert.equal(takeBackTry(STORE_BUDGET, null), null);
});
