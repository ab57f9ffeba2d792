/** Tests the time to which the demo's clock moves for held messages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMorning } from './next-morning.ts';

const week = (opens: string, closed: readonly number[] = []) =>
  [0, 1, 2, 3, 4, 5, 6].filter((day) => !closed.includes(day)).map((weekday) => ({ weekday, opens, closes: '20:00' }));

test('the demo’s clock moves to the next day on which the store opens, when the first message is ready', () => {
  const SATURDAY = '2026-11-28';
  assert.deepEqual(nextMorning('2026-11-23', undefined), { date: '2026-11-24', time: '10:10' });
  assert.deepEqual(nextMorning(SATURDAY, undefined), { date: '2026-11-29', time: '14:10' }, 'on Sunday from 14:00');
  assert.deepEqual(nextMorning(SATURDAY, []), { date: '2026-11-29', time: '14:10' });
  assert.deepEqual(nextMorning(SATURDAY, week('09:00')), { date: '2026-11-29', time: '10:10' });
  assert.deepEqual(
    nextMorning(SATURDAY, week('09:00', [6])),
    { date: '2026-11-30', time: '10:10' },
    'closed on Sunday',
  );
  assert.deepEqual(nextMorning(SATURDAY, week('11:30')), { date: '2026-11-29', time: '11:40' });
  assert.deepEqual(nextMorning('2026-12-31', week('10:00')), { date: '2027-01-01', time: '10:10' });
});
