/** Tests which times "Outro horário" offers: outside quiet hours, while the store is open, within three days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { type Days, offeredDays, offeredTimes, openOn, quietOn, whyNotHeld } from './hold-times.ts';

const ZONE = 'America/Sao_Paulo';
const SUNDAY = '2026-11-22';
const MONDAY = '2026-11-23';
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Quiet hours from 20:00 to 08:00; the store opens Monday to Saturday, 10:00 to 22:00. */
function days(at: string, more: Partial<QuietHours> = {}): Days {
  const policy = { windows: [{ days: EVERY_DAY, start: '20:00', end: '08:00' }], exceptions: [], clocks: 'store' };
  return {
    hours: { active: true, policy, ...more } as QuietHours,
    store: [0, 1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '10:00', closes: '22:00' })),
    zone: ZONE,
    now: Date.parse(at),
  };
}
const NIGHT = '2026-11-22T22:14:00-03:00';

test('a day shows the end of last night’s quiet hours and the beginning of its own', () => {
  assert.deepEqual(quietOn(days(NIGHT), MONDAY), [
    { start: 0, end: 480 },
    { start: 1200, end: 1440 },
  ]);
  assert.deepEqual(openOn(days(NIGHT), MONDAY), [{ start: 600, end: 1320 }]);
  assert.deepEqual(openOn(days(NIGHT), SUNDAY), []);
});

test('the sheet offers days within 72 hours that have a time left, and times in the store’s hours outside quiet hours', () => {
  assert.deepEqual(offeredDays(days(NIGHT)), ['2026-11-23', '2026-11-24', '2026-11-25']);
  assert.deepEqual(offeredTimes(days(NIGHT), MONDAY), ['10:00', '12:00', '15:00', '18:00']);
  assert.deepEqual(offeredTimes(days(NIGHT), SUNDAY), []);
  // 72 hours from Monday 12:30 end on Thursday at 12:30; times of today that have passed are not offered.
  const noon = days('2026-11-23T12:30:00-03:00');
  assert.deepEqual(offeredDays(noon), ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
  assert.deepEqual(offeredTimes(noon, MONDAY), ['15:00', '18:00']);
  assert.deepEqual(offeredTimes(noon, '2026-11-26'), ['10:00', '12:00']);
});

test('a typed time is judged to the minute: past, quiet, or possible', () => {
  assert.equal(whyNotHeld(days(NIGHT), SUNDAY, '22:14'), 'past');
  assert.equal(whyNotHeld(days(NIGHT), MONDAY, '07:59'), 'quiet');
  assert.equal(whyNotHeld(days(NIGHT), MONDAY, '08:00'), null);
  assert.equal(whyNotHeld(days(NIGHT), MONDAY, '19:59'), null);
  assert.equal(whyNotHeld(days(NIGHT), MONDAY, '20:00'), 'quiet');
});

test('the server alone judges times while quiet hours are suspended or follow the brand’s clock', () => {
  assert.equal(whyNotHeld(days(NIGHT, { active: false }), MONDAY, '21:00'), null);
  const brand = { windows: [{ days: EVERY_DAY, start: '20:00', end: '08:00' }], exceptions: [], clocks: 'brand' };
  assert.equal(whyNotHeld(days(NIGHT, { policy: brand }), MONDAY, '21:00'), null);
});
