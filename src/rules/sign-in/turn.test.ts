import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TURN_AWAY_MS, TURN_IDLE_MS } from './turn.ts';

test('an untouched turn is over after five minutes, one that handed over to WhatsApp after ten', () => {
  assert.deepEqual([TURN_IDLE_MS / 60_000, TURN_AWAY_MS / 60_000], [5, 10]);
});
