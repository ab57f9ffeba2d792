/** Tests how long a turn lasts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TURN_AWAY_MS, TURN_IDLE_MS } from './turn.ts';

test('a turn ends five minutes after the last touch, and ten minutes after a hand-over to WhatsApp', () => {
  assert.deepEqual([TURN_IDLE_MS / 60_000, TURN_AWAY_MS / 60_000], [5, 10]);
});
