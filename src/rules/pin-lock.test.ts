import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { afterWrongPin, type PinTries, pinLock, triesLeft, withoutOneTry } from './pin-lock.ts';

const MINUTE = 60_000;
const none: PinTries = { here: 0, everywhere: 0, lockedUntil: null };

function wrong(times: number, tries = none, now = 0): PinTries {
  return times === 0 ? tries : wrong(times - 1, afterWrongPin(tries, now), now);
}

test('five in a row lock for fifteen minutes, the last millisecond included, the end not', () => {
  assert.equal(pinLock(wrong(4), 0), null);
  const locked = wrong(5);
  assert.deepEqual(pinLock(locked, 0), { until: 15 * MINUTE });
  assert.deepEqual(pinLock(locked, 15 * MINUTE - 1), { until: 15 * MINUTE });
  assert.equal(pinLock(locked, 15 * MINUTE), null);
});

test('after the pause the device counts anew, all devices together go on', () => {
  const again = afterWrongPin(wrong(5), 15 * MINUTE);
  assert.deepEqual(again, { here: 1, everywhere: 6, lockedUntil: null });
  assert.equal(triesLeft(again), 4);
});

test('ten over all devices lock until somebody frees the person, whatever the time', () => {
  const elsewhere: PinTries = { here: 0, everywhere: 9, lockedUntil: null };
  assert.equal(pinLock(elsewhere, 0), null);
  assert.equal(triesLeft(elsewhere), 1);
  const locked = afterWrongPin(elsewhere, 0);
  assert.deepEqual(pinLock(locked, 0), { until: null });
  assert.deepEqual(pinLock(locked, Number.MAX_SAFE_INTEGER), { until: null });
});

test('what is left counts to whichever lock comes first, and never below nothing', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((n) => triesLeft(wrong(n))),
    [4, 3, 2, 1, 0],
  );
  assert.equal(triesLeft({ here: 1, everywhere: 8, lockedUntil: null }), 2);
  assert.equal(triesLeft({ here: 7, everywhere: 12, lockedUntil: null }), 0);
});

describe('a try taken back', () => {
  test('is as if it had not been, also when it was the one that locked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }), (here, elsewhere) => {
        const before = { here, everywhere: here + elsewhere, lockedUntil: null };
        assert.deepEqual(withoutOneTry(afterWrongPin(before, 0)), before);
      }),
    );
  });

  test('does not lift the lock of others, nor count below nothing', () => {
    const locked = { here: 6, everywhere: 6, lockedUntil: 1 };
    assert.deepEqual(withoutOneTry(locked), { here: 5, everywhere: 5, lockedUntil: 1 });
    assert.deepEqual(withoutOneTry(none), none);
  });
});
