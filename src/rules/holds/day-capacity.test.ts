/** Tests how many contacts fit in a day (P1, P3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayCapacity } from './day-capacity.ts';

const HOUR = 3_600_000;
const open = (...hours: readonly (readonly [number, number])[]) =>
  hours.map(([from, to]) => ({ start: from * HOUR, end: to * HOUR }));

test('P1: ten contacts in ten minutes are sixty in an hour', () => {
  assert.equal(dayCapacity(open([10, 11]), { max: 10, perMinutes: 10, action: 'warn' }), 60);
});

test('P1: five contacts in thirty minutes are ten in an hour, and a begun half-hour allows five more', () => {
  const limit = { max: 5, perMinutes: 30, action: 'block' } as const;
  assert.equal(dayCapacity(open([10, 11]), limit), 10);
  assert.equal(dayCapacity(open([10, 11.25]), limit), 15);
});

test('P3: a queue gives each minute once, also where the limit allows more or is off', () => {
  assert.equal(dayCapacity(open([10, 11]), { max: 100, perMinutes: 10, action: 'warn' }), 60);
  assert.equal(dayCapacity(open([10, 11]), { max: 1, perMinutes: 60, action: 'off' }), 60);
});

test('two openings of a day are added, and a closed day has no capacity', () => {
  const limit = { max: 5, perMinutes: 30, action: 'warn' } as const;
  assert.equal(dayCapacity(open([9, 12], [14, 18]), limit), 30 + 40);
  assert.equal(dayCapacity([], limit), 0);
});
