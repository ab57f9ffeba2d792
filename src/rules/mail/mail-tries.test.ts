/** Checks that a mail is tried six times, with longer and longer pauses, and then given up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMailTry } from './mail-tries.ts';

test('the pauses grow from a minute to half a day, and after the sixth failed try there is none', () => {
  const minutes = [1, 2, 3, 4, 5, 6].map((tries) => {
    const at = nextMailTry(tries, 1_000);
    return at === null ? null : (at - 1_000) / 60_000;
  });
  assert.deepEqual(minutes, [1, 5, 30, 120, 720, null]);
});
