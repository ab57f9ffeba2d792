/** Tests the dates of a store as reports count them: their limits, closed times and evenings, across clock changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#rules/time/calendar.ts';
import { type Instant, intersect } from '#rules/time/interval.ts';
import { zoneClock } from '#rules/time/zone.ts';
import { hourOf, storeDays } from './store-days.ts';

const at = (text: string) => Date.parse(text);
const STORE = {
  id: 'a',
  name: 'Paulista',
  state: 'SP',
  zone: 'America/New_York',
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 600, closesMinute: 1200 })),
};
const QUIET = [
  { start: at('2027-03-14T01:00:00Z'), end: at('2027-03-14T12:00:00Z') },
  { start: at('2027-03-15T00:00:00Z'), end: at('2027-03-15T12:00:00Z') },
];
const quietBetween = (start: Instant, end: Instant) => intersect(QUIET, [{ start, end }]);
const dates = { first: dayOf('2027-03-13') as number, last: dayOf('2027-03-14') as number };

test('a date lasts from midnight to midnight on the store’s clock, also where an hour is skipped', () => {
  const [saturday, sunday] = storeDays(STORE, STORE.zone, dates, quietBetween);
  assert.deepEqual([saturday?.on, sunday?.on], ['2027-03-13', '2027-03-14']);
  assert.deepEqual(saturday?.date, { start: at('2027-03-13T05:00:00Z'), end: at('2027-03-14T05:00:00Z') });
  assert.deepEqual(sunday?.date, { start: at('2027-03-14T05:00:00Z'), end: at('2027-03-15T04:00:00Z') });
});

test('the closed times of a date are those outside the opening hours, and none where these are not known', () => {
  const [, sunday] = storeDays(STORE, STORE.zone, dates, quietBetween);
  assert.deepEqual(sunday?.closed, [
    { start: at('2027-03-14T05:00:00Z'), end: at('2027-03-14T14:00:00Z') },
    { start: at('2027-03-15T00:00:00Z'), end: at('2027-03-15T04:00:00Z') },
  ]);
  assert.deepEqual(storeDays({ ...STORE, hours: [] }, STORE.zone, dates, quietBetween)[1]?.closed, []);
});

test('the evening of a date is the quiet part of the time from noon to noon', () => {
  const [saturday, sunday] = storeDays(STORE, STORE.zone, dates, quietBetween);
  assert.deepEqual(saturday?.noons, { start: at('2027-03-13T17:00:00Z'), end: at('2027-03-14T16:00:00Z') });
  assert.deepEqual(saturday?.quiet, [QUIET[0]]);
  assert.deepEqual(sunday?.quiet, [QUIET[1]]);
});

test('the layout of a date changes with its hours, its silence and its zone, and not with those of other dates', () => {
  const layouts = (store = STORE, zone = STORE.zone, quiet = quietBetween) =>
    storeDays(store, zone, dates, quiet).map(({ layout }) => layout);
  const [saturday, sunday] = layouts();
  const onSunday = { ...STORE, dates: [{ date: '2027-03-14', opensMinute: 660, closesMinute: 1200 }] };
  assert.equal(layouts(onSunday)[0], saturday);
  assert.notEqual(layouts(onSunday)[1], sunday);
  const later = (start: Instant, end: Instant) => intersect([QUIET[0] as (typeof QUIET)[0]], [{ start, end }]);
  assert.equal(layouts(STORE, STORE.zone, later)[0], saturday);
  assert.notEqual(layouts(STORE, STORE.zone, later)[1], sunday);
  assert.notEqual(layouts(STORE, 'America/Chicago')[0], saturday);
});

test('an instant is read as date and hour on the clock, before and after a jump', () => {
  const clock = zoneClock('America/New_York', at('2027-03-13T00:00:00Z'), at('2027-03-16T00:00:00Z'));
  const day = dayOf('2027-03-14');
  assert.deepEqual(hourOf(clock, at('2027-03-14T06:59:00Z')), { day, hour: 1 });
  assert.deepEqual(hourOf(clock, at('2027-03-14T07:00:00Z')), { day, hour: 3 });
  assert.deepEqual(hourOf(clock, at('2027-03-14T04:59:00Z')), { day: Number(day) - 1, hour: 23 });
});
