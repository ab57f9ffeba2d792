/** Tests a store's opening hours as instants, in all zones (T2, T4, T5). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { DAY_MS } from './calendar.ts';
import { intersect } from './interval.ts';
import { type DatedHours, type OpenHours, openIntervals } from './store-hours.ts';

const HOUR = 3_600_000;
/** Zones with the farthest offsets, and with dates that were skipped or repeated. */
const ZONES = [
  ...[SAO_PAULO, 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Apia', 'Pacific/Kwajalein', 'Asia/Manila'],
  ...['America/Metlakatla', 'Australia/Lord_Howe', 'Africa/Casablanca'],
];
const MOMENTS = [
  ...['2011-12-30T12:00Z', '2011-12-31T03:00Z', '1993-08-21T12:00Z', '1844-12-31T12:00Z', '1867-10-18T12:00Z'],
  ...['2026-03-29T02:00Z', '2026-11-27T12:00Z', '2037-10-04T15:00Z'],
].map((text) => Date.parse(text));

const hours = fc.array(
  fc.record({
    weekday: fc.integer({ min: 0, max: 6 }),
    opensMinute: fc.integer({ min: 0, max: 1439 }),
    closesMinute: fc.integer({ min: 0, max: 1440 }),
  }),
  { minLength: 1, maxLength: 7 },
);

const store = (zone: string, its: readonly OpenHours[], dates: readonly DatedHours[] = []) => ({
  ...{ id: 's', name: 'Loja', state: 'SP', zone, hours: its, dates },
});

test('the open intervals of a span are those of a much longer span, cut at both ends', () => {
  const cases = fc.record({
    zone: fc.constantFrom(...ZONES),
    near: fc.constantFrom(...MOMENTS),
    aside: fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
    minutes: fc.integer({ min: 1, max: 4 * 24 * 60 }),
    hours,
  });
  fc.assert(
    fc.property(cases, ({ zone, near, aside, minutes, hours: its }) => {
      const from = near + aside * 60_000;
      const to = from + minutes * 60_000;
      const wide = openIntervals(store(zone, its), from - 12 * DAY_MS, to + 12 * DAY_MS);
      assert.deepEqual(openIntervals(store(zone, its), from, to), intersect(wide, [{ start: from, end: to }]));
    }),
    { numRuns: 2_000 },
  );
});

test('T2: a closing that is not after the opening is on the next day and belongs to the day of the opening', () => {
  const friday = store(SAO_PAULO, [{ weekday: 4, opensMinute: 18 * 60, closesMinute: 2 * 60 }]);
  const midnight = wall('2026-11-28T00:00', SAO_PAULO);
  assert.deepEqual(openIntervals(friday, midnight, midnight + DAY_MS), [{ start: midnight, end: midnight + 2 * HOUR }]);
});

test('the hours of a date replace those of its weekday, and the evening before still runs to its end', () => {
  const daily = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 18 * 60, closesMinute: 2 * 60 }));
  const dates = [
    { date: '2026-12-24', opensMinute: 9 * 60, closesMinute: 14 * 60 },
    { date: '2026-12-25', opensMinute: null, closesMinute: null },
  ];
  const from = wall('2026-12-24T00:00', SAO_PAULO);
  assert.deepEqual(openIntervals(store(SAO_PAULO, daily, dates), from, from + 3 * DAY_MS), [
    { start: from, end: from + 2 * HOUR },
    { start: from + 9 * HOUR, end: from + 14 * HOUR },
    { start: from + (48 + 18) * HOUR, end: from + (48 + 24) * HOUR },
  ]);
});
