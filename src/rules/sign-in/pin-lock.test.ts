/** Tests the locks after wrong PINs for a person. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { afterWrongPin, type PinTries, pinLock, takeBackWrongTry, triesLeft } from './pin-lock.ts';

const MINUTE = 60_000;
const none: PinTries = { here: 0, everywhere: 0, lockedUntil: null, wasRightHere: false };

function wrong(times: number, tries = none, now = 0): PinTries {
  return times === 0 ? tries : wrong(times - 1, afterWrongPin(tries, now), now);
}

test('five wrong PINs in a row lock for exactly fifteen minutes', () => {
  assert.equal(pinLock(wrong(4), 0), null);
  const locked = wrong(5);
  assert.deepEqual(pinLock(locked, 0), { until: 15 * MINUTE });
  assert.deepEqual(pinLock(locked, 15 * MINUTE - 1), { until: 15 * MINUTE });
  assert.equal(pinLock(locked, 15 * MINUTE), null);
});

test('after the lock the device counts from one again, and the count over all devices continues', () => {
  const again = afterWrongPin(wrong(5), 15 * MINUTE);
  assert.deepEqual(again, { ...none, here: 1, everywhere: 6 });
  assert.equal(triesLeft(again), 4);
});

test('ten wrong PINs over all devices lock until a manager unlocks the person', () => {
  const elsewhere: PinTries = { ...none, everywhere: 9 };
  assert.equal(pinLock(elsewhere, 0), null);
  assert.equal(triesLeft(elsewhere), 1);
  const locked = afterWrongPin(elsewhere, 0);
  assert.deepEqual(pinLock(locked, 0), { until: null });
  assert.deepEqual(pinLock(locked, Number.MAX_SAFE_INTEGER), { until: null });
});

test('the remaining tries are those until the next lock, and never negative', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((n) => triesLeft(wrong(n))),
    [4, 3, 2, 1, 0],
  );
  assert.equal(triesLeft({ ...none, here: 1, everywhere: 8 }), 2);
  assert.equal(triesLeft({ ...none, here: 7, everywhere: 12 }), 0);
});

describe('a try that is taken back', () => {
  test('leaves the state from before the try, also if it had caused the lock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }), (here, elsewhere) => {
        const before = { ...none, here, everywhere: here + elsewhere };
        assert.deepEqual(takeBackWrongTry(afterWrongPin(before, 0)), before);
      }),
    );
  });

  test('does not lift a lock of earlier tries, and never makes a count negative', () => {
    const locked = { ...none, here: 6, everywhere: 6, lockedUntil: 1 };
    assert.deepEqual(takeBackWrongTry(locked), { ...locked, here: 5, everywhere: 5 });
    assert.deepEqual(takeBackWrongTry(none), none);
  });
});

describe('on a device where the person gave the right PIN before', () => {
  const known: PinTries = { ...none, wasRightHere: true };

  test('wrong PINs on other devices never lock the person out', () => {
    const elsewhere = { ...known, everywhere: 400 };
    assert.equal(pinLock(elsewhere, 0), null);
    assert.equal(triesLeft(elsewhere), 5);
  });

  test('five wrong PINs in a row lock for fifteen minutes, and from the fourth lock on the time doubles up to four hours', () => {
    let tries = known;
    let now = 0;
    const locks: number[] = [];
    for (let lock = 0; lock < 9; lock++) {
      tries = wrong(5, tries, now);
      const until = pinLock(tries, now)?.until ?? 0;
      locks.push((until - now) / MINUTE);
      now = until;
    }
    assert.deepEqual(locks, [15, 15, 15, 30, 60, 120, 240, 240, 240]);
  });
});
