/** Tests of the instant at which a store's suggestions are made: an hour before it opens, never before its midnight. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import { latestDueDay, openTimes, runTime, usableTimes } from './run-time.ts';

const zone = 'America/Sao_Paulo';
const weekdays = [0, 1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensMinute: 600, closesMinute: 1320 }));
const MALL = { zone, hours: [...weekdays, { weekday: 6, opensMinute: 840, closesMinute: 1200 }] };
const dayAt = (on: string) => dayOf(on) as number;
const at = (text: string) => Date.parse(`${text}:00-03:00`);
const shown = (instant: number) => new Date(instant - 3 * 3_600_000).toISOString().slice(0, 16);

const CASES = [
  ['a Monday that opens at 10:00', MALL, '2026-11-23', '2026-11-23T09:00'],
  ['a Sunday that opens at 14:00', MALL, '2026-11-22', '2026-11-22T13:00'],
  ['a day on which the store does not open', { zone, hours: weekdays }, '2026-11-22', '2026-11-22T07:00'],
  ['unknown hours', { zone, hours: [] }, '2026-11-23', '2026-11-23T07:00'],
  [
    'a store that opens at midnight',
    { zone, hours: [{ weekday: 0, opensMinute: 0, closesMinute: 300 }] },
    '2026-11-23',
    '2026-11-23T00:00',
  ],
  [
    'hours of a single date',
    { ...MALL, dates: [{ date: '2026-11-27', opensMinute: 360, closesMinute: 1440 }] },
    '2026-11-27',
    '2026-11-27T05:00',
  ],
  [
    'a day beside a date with other hours',
    { ...MALL, dates: [{ date: '2026-11-27', opensMinute: 360, closesMinute: 1440 }] },
    '2026-11-26',
    '2026-11-26T09:00',
  ],
  [
    'a date on which the store stays closed',
    { ...MALL, dates: [{ date: '2026-12-25', opensMinute: null, closesMinute: null }] },
    '2026-12-25',
    '2026-12-25T07:00',
  ],
] as const;

for (const [name, store, on, expected] of CASES) {
  test(`the suggestions of ${name} are due at ${expected.slice(11)}`, () => {
    assert.equal(shown(runTime(store, dayAt(on))), expected);
  });
}

test('until the run of the day is due, the day before is the latest one', () => {
  const latest = (text: string) => dateText(latestDueDay(MALL, at(text)));
  assert.deepEqual(['2026-11-23T00:00', '2026-11-23T08:59', '2026-11-23T09:00', '2026-11-23T23:59'].map(latest), [
    ...['2026-11-22', '2026-11-22', '2026-11-23', '2026-11-23'],
  ]);
});

test('a day without open times can be used as a whole', () => {
  const closed = { zone, hours: weekdays };
  assert.deepEqual(openTimes(closed, dayAt('2026-11-22')), []);
  const [whole] = usableTimes(closed, dayAt('2026-11-22'));
  assert.deepEqual(
    [whole?.start, whole?.end].map((each) => shown(each ?? 0)),
    ['2026-11-22T00:00', '2026-11-23T00:00'],
  );
});

test('open times are in order, and the hours of a day can be used as they are', () => {
  const [morning, evening] = [
    { weekday: 0, opensMinute: 540, closesMinute: 720 },
    { weekday: 0, opensMinute: 840, closesMinute: 1080 },
  ];
  for (const hours of [
    [morning, evening],
    [evening, morning],
  ]) {
    const times = usableTimes({ zone, hours }, dayAt('2026-11-23'));
    assert.deepEqual(
      times.map(({ start, end }) => [shown(start).slice(11), shown(end).slice(11)]),
      [
        ['09:00', '12:00'],
        ['14:00', '18:00'],
      ],
    );
  }
});

test('on the days around a change of the clocks stores open at the hour that their clock shows', () => {
  const california = 'America/Los_Angeles';
  const daily = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 600, closesMinute: 1200 }));
  // The clocks go back on Sunday, 1 November 2026, at 09:00 UTC.
  const before = { opens: '17:00', due: '14:00' };
  const after = { opens: '18:00', due: '15:00' };
  const days = [
    ...(['2026-10-29', '2026-10-30', '2026-10-31'] as const).map((on) => [on, before] as const),
    ...(['2026-11-01', '2026-11-02', '2026-11-03'] as const).map((on) => [on, after] as const),
  ];
  const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);
  for (const [on, { opens, due }] of days) {
    const [open] = openTimes({ zone: california, hours: daily }, dayAt(on));
    assert.equal(utc(open?.start ?? 0), `${on}T${opens}`);
    assert.equal(utc(runTime({ zone: california, hours: [] }, dayAt(on))), `${on}T${due}`, 'seven in the morning');
  }
});

test('a store whose hours the clock skips is closed on that day', () => {
  const hours = [{ weekday: 6, opensMinute: 120, closesMinute: 180 }];
  assert.deepEqual(openTimes({ zone: 'America/Los_Angeles', hours }, dayAt('2026-03-08')), []);
});
