/** Tests how a typed time of day is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClock } from './clock-text.ts';

test('a time of day is read in all ways that people type it', () => {
  for (const typed of ['20:00', '2000', '20h', '20h00', ' 20 : 00 ', '20', '20.00', '20H', '20:'])
    assert.equal(readClock(typed), '20:00', typed);
  assert.equal(readClock('8'), '08:00');
  assert.equal(readClock('800'), '08:00');
  assert.equal(readClock('0830'), '08:30');
  assert.equal(readClock('8h30min'), '08:30');
  assert.equal(readClock('0'), '00:00');
  assert.equal(readClock('23:59'), '23:59');
});

test('text that is not a time of day gives null', () => {
  for (const typed of ['', 'noite', '24', '24:00', '25:00', '20:60', '2060', '20:0', '-8', '8pm', '20:00:00', '12345'])
    assert.equal(readClock(typed), null, typed);
});

test('24:00 is the end of a day, never its start (S1)', () => {
  assert.equal(readClock('24:00', true), '24:00');
  assert.equal(readClock('24h', true), '24:00');
  assert.equal(readClock('24:01', true), null);
});
