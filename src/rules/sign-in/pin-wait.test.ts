/** Tests the waits of a device after wrong PINs without a name. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NO_WAIT, type PinWait, takeBackGuess, takeGuess } from './pin-wait.ts';

const SECOND = 1000;

/** Makes wrong guesses as early as possible from `start` on; returns the waits between them. */
function pauses(times: number, start: PinWait = NO_WAIT): number[] {
  const made: number[] = [];
  let wait = start;
  let now = 0;
  while (made.length < times) {
    let guess = takeGuess(wait, now);
    const pause = guess.taken ? 0 : guess.nextAt - now;
    now += pause;
    guess = takeGuess(wait, now);
    assert.ok(guess.taken, 'what is promised is kept');
    if (pause > 0) assert.equal(takeGuess(wait, now - 1).taken, false, 'and not a millisecond early');
    wait = guess.wait;
    made.push(pause / SECOND);
  }
  return made;
}

test('five guesses need no wait, then the wait is 5 s and doubles up to 60 s', () => {
  assert.deepEqual(pauses(12), [0, 0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60]);
});

describe('a guess that is taken back', () => {
  test('leaves the state from before the guess', () => {
    const first = takeGuess(NO_WAIT, 1000);
    assert.ok(first.taken);
    const second = takeGuess(first.wait, 1000);
    assert.ok(second.taken);
    assert.deepEqual(takeBackGuess(second.wait), first.wait);
  });

  test('never makes the count negative', () => {
    assert.deepEqual(takeBackGuess(NO_WAIT), NO_WAIT);
  });
});
