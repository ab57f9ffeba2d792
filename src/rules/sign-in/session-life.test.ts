import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionEnd, worthProlonging } from './session-life.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('a store is remembered for ninety days from its last use, without end', () => {
  assert.equal(sessionEnd('store', 0, 0), 90 * DAY);
  assert.equal(sessionEnd('store', 0, 5000 * DAY), 5090 * DAY);
});

test('a person is asked again after half a day untouched, and after thirty days in any case', () => {
  assert.equal(sessionEnd('person', 0, 0), 12 * HOUR);
  assert.equal(sessionEnd('person', 0, 30 * DAY - 12 * HOUR), 30 * DAY);
  assert.equal(sessionEnd('person', 0, 30 * DAY - HOUR), 30 * DAY);
});

test('support is asked again after an hour untouched, and after twelve in any case', () => {
  assert.equal(sessionEnd('support', 0, 0), HOUR);
  assert.equal(sessionEnd('support', 0, 11.5 * HOUR), 12 * HOUR);
});

test('a touch is written down from a sixtieth of the pause on', () => {
  assert.equal(worthProlonging('support', 0, 60_000), true);
  assert.equal(worthProlonging('support', 0, 59_999), false);
  assert.equal(worthProlonging('support', 100_000, 159_999), false);
  assert.equal(worthProlonging('person', 0, 12 * 60_000), true);
  assert.equal(worthProlonging('person', 0, 12 * 60_000 - 1), false);
});
