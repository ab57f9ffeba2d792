/** Which ends of a held contact one tap takes back (H3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { END_OF, HOLD_END_REASONS, mayReturn } from './hold.ts';

test('H3: what a person ended may return, and what made room for a message only where none was sent', () => {
  assert.deepEqual(
    HOLD_END_REASONS.filter((reason) => mayReturn(reason, true)),
    ['seller', 'manager', 'customer_wrote'],
  );
  assert.deepEqual(
    HOLD_END_REASONS.filter((reason) => mayReturn(reason, false)),
    ['seller', 'replaced', 'manager', 'customer_wrote'],
  );
});

test('H3: only what was cancelled may return', () => {
  for (const reason of HOLD_END_REASONS)
    if (mayReturn(reason, false)) assert.equal(END_OF[reason], 'cancelled', reason);
});
