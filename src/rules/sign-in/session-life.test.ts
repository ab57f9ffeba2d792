/** Tests how long sessions last. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorthProlonging, sessionEnd } from './session-life.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('a store’s session lasts for ninety days from its last use, without a total limit', () => {
  assert.equal(sessionEnd('store', 0, 0), 90 * DAY);
  assert.equal(sessionEnd('store', 0, 5000 * DAY), 5090 * DAY);
});

test('a person’s session ends after half a day without use, and after thirty days in any case', () => {
  assert.equal(sessionEnd('person', 0, 0), 12 * HOUR);
  assert.equal(sessionEnd('person', 0, 30 * DAY - 12 * HOUR), 30 * DAY);
  assert.equal(sessionEnd('person', 0, 30 * DAY - HOUR), 30 * DAY);
});

test('support’s session ends after an hour without use, and after twelve hours in any case', () => {
  assert.equal(sessionEnd('support', 0, 0), HOUR);
  assert.equal(sessionEnd('support', 0, 11.5 * HOUR), 12 * HOUR);
});

test('a new end is stored if it is later by a sixtieth of the allowed pause', () => {
  assert.equal(isWorthProlonging('support', 0, 60_000), true);
  assert.equal(isWorthProlonging('support', 0, 59_999), false);
  assert.equal(isWorthProlonging('support', 100_000, 159_999), false);
  assert.equal(isWorthProlonging('person', 0, 12 * 60_000), true);
  assert.equal(isWorthProlonging('person', 0, 12 * 60_000 - 1), false);
});
