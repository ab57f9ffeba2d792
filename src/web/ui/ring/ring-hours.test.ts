/** Tests which windows of a policy start on a date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hours } from '#words/policy/sentence.ts';
import { hoursOf, simpleTimes, WEEK, windowsOn, windowsRound } from './ring-hours.ts';

const night = { start: '20:00', end: '08:00' };
const late = { start: '22:00', end: '08:00' };
const cais: Hours = {
  windows: [
    { days: ['mon', 'tue', 'wed', 'thu', 'sun'], ...night },
    { days: ['fri', 'sat'], ...late },
  ],
  exceptions: [{ date: '2026-11-27', windows: [], label: 'Black Friday' }],
  clocks: 'store',
};

test('a weekday has its own windows', () => {
  assert.deepEqual(
    windowsOn(cais, '2026-11-26').map(({ start }) => start),
    ['20:00'],
  );
  assert.deepEqual(
    windowsOn(cais, '2026-11-28').map(({ start }) => start),
    ['22:00'],
  );
});

test('T7: an exception replaces the windows of its weekday, also when it has none', () => {
  assert.deepEqual(windowsOn(cais, '2026-11-27'), []);
  assert.deepEqual(
    windowsOn(cais, '2026-11-20').map(({ start }) => start),
    ['22:00'],
  );
});

test('the day before and the day after are found over the end of a year', () => {
  const newYear: Hours = { ...cais, exceptions: [{ date: '2027-01-01', windows: [], label: '' }] };
  assert.deepEqual(windowsRound(newYear, '2026-12-31').tomorrow, []);
  assert.equal(windowsRound(newYear, '2027-01-02').yesterday.length, 0);
});

test('only one window on all seven days can be shown as two times', () => {
  const daily: Hours = { windows: [{ days: [...WEEK], ...night }], exceptions: [], clocks: 'store' };
  assert.deepEqual(simpleTimes(daily), night);
  assert.equal(simpleTimes(cais), null);
  assert.equal(simpleTimes({ ...daily, windows: [] }), null);
  assert.equal(
    simpleTimes({ ...daily, windows: [...daily.windows, { days: ['mon'], start: '12:00', end: '14:00' }] }),
    null,
  );
});

test('without a policy there are no hours', () => {
  assert.equal(hoursOf(null), null);
  assert.equal(hoursOf(undefined), null);
  assert.equal(hoursOf(cais), cais);
});
