/** Tests the quiet intervals of a schedule in a zone (T2–T7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEEKDAYS } from './calendar.ts';
import type { Instant } from './interval.ts';
import { type Schedule, scheduleIntervals } from './schedule.ts';

const ZONE = 'America/Sao_Paulo';
const utc = (text: string): Instant => Temporal.Instant.from(text).epochMilliseconds;
/** Friday 27 November 2026, midnight in São Paulo, to the Monday after. */
const [from, to] = [utc('2026-11-27T03:00:00Z'), utc('2026-11-30T03:00:00Z')];

/** Returns the intervals of the span as São Paulo's clock shows them, `27 20:00`. */
function shown(schedule: Partial<Schedule>): readonly (readonly [string, string])[] {
  const wall = (at: Instant): string => {
    const there = new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, ZONE).toPlainDateTime();
    return there.toString({ smallestUnit: 'minute' }).slice(8).replace('T', ' ');
  };
  const intervals = scheduleIntervals({ windows: [], exceptions: [], ...schedule }, ZONE, from, to);
  return intervals.map(({ start, end }) => [wall(start), wall(end)] as const);
}

const nights = [{ days: WEEKDAYS, start: '20:00', end: '08:00' }];

test('the intervals are cut at both ends of the span', () => {
  assert.deepEqual(shown({ windows: nights }), [
    ['27 00:00', '27 08:00'],
    ['27 20:00', '28 08:00'],
    ['28 20:00', '29 08:00'],
    ['29 20:00', '30 00:00'],
  ]);
});

test('T2: a window belongs to the weekday on which it starts', () => {
  assert.deepEqual(shown({ windows: [{ days: ['sat'], start: '20:00', end: '08:00' }] }), [['28 20:00', '29 08:00']]);
  assert.deepEqual(shown({ windows: [{ days: ['thu'], start: '20:00', end: '08:00' }] }), [['27 00:00', '27 08:00']]);
});

test('T6: touching windows of several days and kinds become one interval', () => {
  const windows = [
    { days: ['sat' as const], start: '08:00', end: '24:00' },
    { days: ['sun' as const], start: '00:00', end: '12:00' },
    ...nights,
  ];
  assert.deepEqual(shown({ windows }).slice(1), [
    ['27 20:00', '29 12:00'],
    ['29 20:00', '30 00:00'],
  ]);
});

test('T7: an exception replaces what starts on its date, and the evening before continues', () => {
  const exception = { date: '2026-11-27', windows: [{ start: '22:00', end: '09:00' }], label: 'Black Friday' };
  assert.deepEqual(shown({ windows: nights, exceptions: [exception] }).slice(0, 3), [
    ['27 00:00', '27 08:00'],
    ['27 22:00', '28 09:00'],
    ['28 20:00', '29 08:00'],
  ]);
});

test('T7: an exception without windows starts nothing on its date', () => {
  const exception = { date: '2026-11-28', windows: [], label: '' };
  assert.deepEqual(shown({ windows: nights, exceptions: [exception] }), [
    ['27 00:00', '27 08:00'],
    ['27 20:00', '28 08:00'],
    ['29 20:00', '30 00:00'],
  ]);
});

test('a schedule without any window is never quiet', () => {
  assert.deepEqual(shown({}), []);
});

test('the farthest zones lose no window at the ends of the span', () => {
  const windows = [{ days: WEEKDAYS, start: '00:00', end: '24:00' }];
  for (const zone of ['Etc/GMT+12', 'Etc/GMT-14', 'Pacific/Kiritimati', 'Pacific/Apia']) {
    for (const start of [from, utc('2011-12-30T09:00:00Z'), utc('1892-07-05T12:00:00Z')]) {
      const all = scheduleIntervals({ windows, exceptions: [] }, zone, start, start + 1);
      assert.deepEqual(all, [{ start, end: start + 1 }], zone);
    }
  }
});

test('T4: a window that begins in the first run of a repeated date is quiet through the second', () => {
  const middle = utc('1892-07-04T23:27:00Z');
  const windows = [{ days: WEEKDAYS, start: '12:00', end: '12:01' }];
  const found = scheduleIntervals({ windows, exceptions: [] }, 'Pacific/Apia', middle, middle + 1);
  assert.deepEqual(found, [{ start: middle, end: middle + 1 }]);
});

test('T5: a jump just inside either end of the span counts', () => {
  const jump = utc('2018-11-04T03:00:00Z');
  const hour = 3_600_000;
  const windows = [{ days: WEEKDAYS, start: '00:30', end: '06:00' }];
  for (const [before, after] of [
    [1, 100],
    [100, 1],
  ] as const) {
    const found = scheduleIntervals({ windows, exceptions: [] }, ZONE, jump - before * hour, jump + after * hour);
    assert.ok(
      found.some(({ start }) => start === jump),
      `${before} hours before, ${after} after`,
    );
  }
});
