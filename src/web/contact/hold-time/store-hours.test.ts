/** Tests the hint about a closed store (H7), over Sundays and past midnight. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOpening, type StoreHours } from './store-hours.ts';

/** Monday to Saturday 10:00–22:00, Sunday 14:00–20:00. */
const WEEK: StoreHours = [0, 1, 2, 3, 4, 5]
  .map((weekday) => ({ weekday, opens: '10:00', closes: '22:00' }))
  .concat({ weekday: 6, opens: '14:00', closes: '20:00' });
const SUNDAY = '2026-11-22';
const MONDAY = '2026-11-23';

test('there is no hint while the store is open, to the minute', () => {
  assert.equal(nextOpening(WEEK, MONDAY, '10:00'), null);
  assert.equal(nextOpening(WEEK, MONDAY, '21:59'), null);
  assert.equal(nextOpening(WEEK, SUNDAY, '14:00'), null);
});

test('the hint names the next opening before the store opens and after it closes', () => {
  assert.deepEqual(nextOpening(WEEK, MONDAY, '09:59'), { date: MONDAY, time: '10:00' });
  assert.deepEqual(nextOpening(WEEK, SUNDAY, '09:00'), { date: SUNDAY, time: '14:00' });
  assert.deepEqual(nextOpening(WEEK, SUNDAY, '20:00'), { date: MONDAY, time: '10:00' });
});

test('the hint skips days without hours, and unknown hours give no hint', () => {
  const closedOnSundays = WEEK.filter(({ weekday }) => weekday !== 6);
  assert.deepEqual(nextOpening(closedOnSundays, SUNDAY, '11:00'), { date: MONDAY, time: '10:00' });
  assert.equal(nextOpening([], SUNDAY, '03:00'), null);
});

test('a store that closes after midnight is still open then', () => {
  const late = [{ weekday: 5, opens: '18:00', closes: '02:00' }];
  assert.equal(nextOpening(late, SUNDAY, '01:59'), null);
  assert.deepEqual(nextOpening(late, SUNDAY, '02:00'), { date: '2026-11-28', time: '18:00' });
});
