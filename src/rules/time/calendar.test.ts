/** Tests dates as day numbers (T11). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, dayOf, daysSince, WEEKDAYS, weekdayOf } from './calendar.ts';

test('every date of two centuries has the day number and weekday that Temporal gives', () => {
  let date = new Temporal.PlainDate(1896, 1, 1);
  for (let day = Date.UTC(1896, 0, 1) / DAY_MS; day < Date.UTC(2105, 0, 1) / DAY_MS; day++) {
    if (dayOf(date.toString()) !== day) assert.equal(dayOf(date.toString()), day, date.toString());
    if (weekdayOf(day) !== date.dayOfWeek - 1) assert.equal(weekdayOf(day), date.dayOfWeek - 1, date.toString());
    date = date.add({ days: 1 });
  }
});

test('the epoch was a Thursday', () => {
  assert.equal(WEEKDAYS[weekdayOf(0)], 'thu');
  assert.equal(WEEKDAYS[weekdayOf(-1)], 'wed');
  assert.equal(WEEKDAYS[weekdayOf(-4)], 'sun');
});

test('a date that does not exist is null', () => {
  for (const date of [
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-12-32',
    '2026-13-01',
    '2026-00-10',
  ]) {
    assert.equal(dayOf(date), null, date);
  }
  for (const date of [
    '2026-01-00',
    '2026-1-01',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026/01/01',
    '',
    '٢٠٢٦-٠١-٠١',
  ]) {
    assert.equal(dayOf(date), null, date);
  }
  assert.equal(dayOf('2028-02-29'), Date.UTC(2028, 1, 29) / DAY_MS);
  assert.equal(dayOf('2000-02-29'), Date.UTC(2000, 1, 29) / DAY_MS);
  assert.equal(dayOf('1600-02-29'), Date.UTC(1600, 1, 29) / DAY_MS);
  assert.equal(dayOf('2026-12-31'), Date.UTC(2026, 11, 31) / DAY_MS);
});

test('days since a date are counted up to today, and a date that is none or still comes has no count', () => {
  const today = dayOf('2026-11-23') as number;
  assert.equal(daysSince('2026-11-23', today), 0);
  assert.equal(daysSince('2026-09-22', today), 62);
  for (const date of [null, '2026-11-24', '2026-02-30']) assert.equal(daysSince(date, today), null, String(date));
});
