/** Tests windows and their instants in a zone (T2, T4, T5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from './calendar.ts';
import type { Interval } from './interval.ts';
import { intervalOn, minuteOf, minutesOf } from './window.ts';
import { zoneClock } from './zone.ts';

const HOUR = 3_600_000;

test('a time of day is HH:mm up to 24:00', () => {
  assert.deepEqual(['00:00', '00:01', '08:00', '19:59', '23:59', '24:00'].map(minuteOf), [0, 1, 480, 1199, 1439, 1440]);
});

test('any other text is no time of day', () => {
  for (const time of [
    '24:01',
    '25:00',
    '8:00',
    '08:60',
    '0800',
    '08:00:00',
    '08:0',
    ' 08:00',
    '08:00 ',
    '',
    '-1:00',
    '２０:00',
  ]) {
    assert.equal(minuteOf(time), null, time);
  }
});

test('T2: an end that is earlier than the start is on the next date, a later one on the same date', () => {
  assert.deepEqual(minutesOf({ start: '20:00', end: '08:00' }), { startMinute: 1200, endMinute: 1920 });
  assert.deepEqual(minutesOf({ start: '20:00', end: '24:00' }), { startMinute: 1200, endMinute: 1440 });
  assert.deepEqual(minutesOf({ start: '20:00', end: '00:00' }), { startMinute: 1200, endMinute: 1440 });
  assert.deepEqual(minutesOf({ start: '08:00', end: '20:00' }), { startMinute: 480, endMinute: 1200 });
  assert.deepEqual(minutesOf({ start: '00:00', end: '24:00' }), { startMinute: 0, endMinute: 1440 });
});

/** Returns the hours of a window that starts on a date in São Paulo, in hours of UTC from that date's midnight. */
function hoursOn(date: string, start: string, end: string): readonly number[] | null {
  const day = dayOf(date) as number;
  const midnight = day * 24 * HOUR;
  const clock = zoneClock('America/Sao_Paulo', midnight - 96 * HOUR, midnight + 96 * HOUR);
  const interval: Interval | null = intervalOn(clock, day, minutesOf({ start, end }));
  return interval && [(interval.start - midnight) / HOUR, (interval.end - midnight) / HOUR];
}

test('T2: a night from 20:00 to 08:00 is twelve hours long', () => {
  assert.deepEqual(hoursOn('2026-11-27', '20:00', '08:00'), [23, 35]);
});

test('T4: a night with a repeated hour is an hour longer, and one with a skipped hour an hour shorter', () => {
  assert.deepEqual(hoursOn('2018-02-17', '20:00', '08:00'), [22, 35]);
  assert.deepEqual(hoursOn('2018-11-03', '20:00', '08:00'), [23, 34]);
});

test('T5: a window that the clock skips is empty, and one that it skips in part begins or ends at the jump', () => {
  assert.equal(hoursOn('2018-11-04', '00:00', '01:00'), null);
  assert.equal(hoursOn('2018-11-04', '00:15', '00:45'), null);
  assert.deepEqual(hoursOn('2018-11-04', '00:15', '01:15'), [3, 3.25]);
  assert.deepEqual(hoursOn('2018-11-03', '23:45', '00:45'), [26.75, 27]);
});
