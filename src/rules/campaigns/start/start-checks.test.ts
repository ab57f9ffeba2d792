/** Tests the checks before a campaign starts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Audience } from '#rules/campaigns/campaign.ts';
import { intersect, union } from '#rules/time/interval.ts';
import { countServed, impossibleFilters, type ServingStore } from './start-checks.ts';

const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 600, closesMinute: 1320 }));
const paulista = { id: 's', name: 'Paulista', state: 'SP', zone: 'America/Sao_Paulo', hours: WHOLE_WEEK };
/** Monday, 09:00 in São Paulo. */
const NOW = Date.parse('2026-11-23T12:00:00Z');

const open = (sellers: number, more: Partial<ServingStore['store']> = {}): ServingStore => ({
  store: { ...paulista, ...more },
  sellers,
  quietBetween: () => [],
});
const silent = (sellers: number): ServingStore => ({
  ...open(sellers),
  quietBetween: (start, end) => (start < end ? [{ start, end }] : []),
});

test('filters that nobody can meet at once are found, and filters that may be met later are not', () => {
  const cases: readonly (readonly [Audience, ReturnType<typeof impossibleFilters>])[] = [
    [{}, null],
    [{ permission: 'unknown' }, 'no_permission'],
    [{ permission: 'granted' }, null],
    [{ lastPurchaseDays: { min: 60, max: 30 } }, 'filters_contradict'],
    [{ lastPurchaseDays: { min: 30, max: 30 } }, null],
    [{ lastPurchaseDays: { min: 60, max: null }, spent: { sinceDays: 30, minCents: 1 } }, 'filters_contradict'],
    [{ lastPurchaseDays: { min: 60, max: null }, spent: { sinceDays: 60, minCents: 1 } }, null],
    [{ lastPurchaseDays: { min: 60, max: null }, spent: { sinceDays: 30, minCents: 0 } }, null],
    [{ birthdayWithinDays: 0, tags: ['ninguém'] }, null],
  ];
  for (const [audience, why] of cases) assert.equal(impossibleFilters(audience), why, JSON.stringify(audience));
});

test('the sellers of every open day are counted, today included until the store closes', () => {
  const week = { from: '2026-11-23', to: '2026-11-29' };
  assert.equal(countServed([open(2)], week, 10, NOW), 140);
  assert.equal(countServed([open(2), open(1)], week, 10, NOW), 210);
  const closesAt22 = Date.parse('2026-11-24T01:00:00Z');
  assert.equal(countServed([open(2)], week, 10, closesAt22 - 1), 140);
  assert.equal(countServed([open(2)], week, 10, closesAt22), 120);
  const withoutSunday = WHOLE_WEEK.slice(0, 6);
  assert.equal(countServed([open(1, { hours: withoutSunday })], week, 10, NOW), 60);
  const closed = [{ date: '2026-11-25', opensMinute: null, closesMinute: null }];
  assert.equal(countServed([open(1, { dates: closed })], week, 10, NOW), 60);
  assert.equal(countServed([open(1, { hours: [] })], week, 10, NOW), 70);
});

test('only days of the period count, and only those to come', () => {
  assert.equal(countServed([open(1)], { from: '2026-11-27', to: '2026-11-29' }, 10, NOW), 30);
  assert.equal(countServed([open(1)], { from: '2026-11-01', to: '2026-11-24' }, 10, NOW), 20);
});

test('a period of up to 366 days is counted to its last day', () => {
  const last = '2027-11-23';
  assert.equal(countServed([open(1)], { from: null, to: last }, 10, NOW), 3660);
  assert.equal(countServed([open(1)], { from: last, to: last }, 10, NOW), 10);
  assert.equal(countServed([open(1)], { from: null, to: '2027-11-24' }, 10, NOW), null);
});

test('a period in quiet time alone, one that is over, and stores without sellers serve nobody', () => {
  const week = { from: '2026-11-23', to: '2026-11-29' };
  assert.equal(countServed([silent(3)], week, 10, NOW), 'quiet_period');
  assert.equal(countServed([silent(3)], { from: null, to: null }, 10, NOW), 'quiet_period');
  assert.equal(countServed([silent(3), open(1)], week, 10, NOW), 70);
  assert.equal(countServed([open(3)], { from: null, to: '2026-11-22' }, 10, NOW), 'period_over');
  assert.equal(countServed([open(0)], week, 10, NOW), 'nobody_there');
  assert.equal(countServed([], week, 10, NOW), 'nobody_there');
});

test('a period without an end, or one that ends in more than a year, is long enough for everybody', () => {
  assert.equal(countServed([open(1)], { from: '2026-11-23', to: null }, 10, NOW), null);
  assert.equal(countServed([open(1)], { from: '2026-11-23', to: '2028-11-23' }, 10, NOW), null);
  assert.equal(countServed([open(1)], { from: '2199-01-01', to: '2199-01-02' }, 10, NOW), null);
  assert.equal(countServed([silent(1)], { from: '2026-11-23', to: '2028-11-23' }, 10, NOW), 'quiet_period');
});

test('more sellers, more days and a larger quota never serve fewer', () => {
  const days = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), days, fc.integer({ min: 1, max: 100 }), (sellers, length, quota) => {
      const to = new Date(NOW + length * 86_400_000).toISOString().slice(0, 10);
      const served = countServed([open(sellers)], { from: null, to }, quota, NOW);
      assert.equal(served, sellers * quota * (length + 1));
    }),
  );
});

/** A day of quiet hours, in minutes of the day: the store's open time may end after midnight. */
const anyStretch = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }));

test('a period is refused as quiet exactly where no minute of it is open and not quiet, as a walk by minutes finds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.option(fc.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))),
      fc.array(anyStretch, { maxLength: 4 }),
      fc.integer({ min: 0, max: 1439 }),
      (length, hours, stretches, since) => {
        const [opens, closes] = hours ?? [0, 1440];
        fc.pre(opens < closes);
        const midnight = Date.parse('2026-11-23T03:00:00Z');
        const now = midnight + since * MINUTE;
        const quiet = stretches.flatMap(([start, minutes]) =>
          Array.from({ length: length + 2 }, (_, day) => {
            const from = midnight + (day - 1) * DAY + start * MINUTE;
            return { start: from, end: from + minutes * MINUTE };
          }),
        );
        const store = open(1, {
          hours: hours === null ? [] : WHOLE_WEEK.map((day) => ({ ...day, opensMinute: opens, closesMinute: closes })),
        });
        const serving: ServingStore = {
          ...store,
          quietBetween: (from, to) => intersect(union(quiet), [{ start: from, end: to }]),
        };
        const to = new Date(midnight + length * DAY).toISOString().slice(0, 10);
        const days = new Set<number>();
        for (let at = now; at < midnight + (length + 1) * DAY; at += MINUTE) {
          const minute = ((at - midnight) / MINUTE) % 1440;
          const isQuiet = quiet.some(({ start, end }) => start <= at && at < end);
          if (minute >= opens && minute < closes && !isQuiet) days.add(Math.floor((at - midnight) / DAY));
        }
        const served = countServed([serving], { from: null, to }, 7, now);
        assert.equal(served, days.size === 0 ? 'quiet_period' : 7 * days.size);
      },
    ),
    { numRuns: 60 },
  );
});

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
