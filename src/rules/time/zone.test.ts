/** Tests zone names and readings of a zone's clock (T4, T5, T10). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from './interval.ts';
import {
  clockOfDays,
  firstReading,
  isGeographicZone,
  lastReading,
  type ZoneClock,
  zoneClock,
  zoneFault,
} from './zone.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const utc = (text: string): Instant => Temporal.Instant.from(text).epochMilliseconds;
/** Returns a wall clock's reading in milliseconds: the text, read as if it were UTC. */
const wall = (text: string): number => utc(`${text}Z`);

function readings(zone: string, text: string): readonly [string, string] {
  const around = wall(text);
  const clock = zoneClock(zone, around - 72 * HOUR, around + 72 * HOUR);
  const shown = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString();
  return [shown(firstReading(clock, around)), shown(lastReading(clock, around))];
}

test('T10: names of the tz database are valid as written, links and Etc/… included', () => {
  for (const name of [
    'America/Sao_Paulo',
    'America/Buenos_Aires',
    'Asia/Calcutta',
    'Brazil/East',
    'Etc/GMT+3',
    'Etc/UTC',
  ]) {
    assert.equal(zoneFault(name), null, name);
  }
  for (const name of [
    'UTC',
    'GMT',
    'GMT+0',
    'Zulu',
    'EST5EDT',
    'America/Argentina/ComodRivadavia',
    'Antarctica/Troll',
  ]) {
    assert.equal(zoneFault(name), null, name);
  }
});

test('T10: offsets, other cases, abbreviations and other texts are no names', () => {
  for (const name of ['-03:00', '+0300', '+03', '−03:00', 'UTC-3', 'UTC+3', 'GMT-3', 'Etc/GMT+15', 'Etc/Unknown']) {
    assert.equal(zoneFault(name), 'zone_invalid', name);
  }
  for (const name of [
    'america/sao_paulo',
    'AMERICA/SAO_PAULO',
    'utc',
    'America/São_Paulo',
    'America/Sao Paulo',
    'BRT',
  ]) {
    assert.equal(zoneFault(name), 'zone_invalid', name);
  }
  for (const name of [
    ' America/Sao_Paulo',
    'America/Sao_Paulo\n',
    'America/',
    '/',
    '[UTC]',
    '2026-01-01T00:00Z',
    ' ',
  ]) {
    assert.equal(zoneFault(name), 'zone_invalid', name);
  }
  for (const name of [
    '2026-01-01T00:00[UTC]',
    '2026-01-01T00:00:00+00:00[America/Sao_Paulo]',
    '__proto__',
    'constructor',
  ]) {
    assert.equal(zoneFault(name), 'zone_invalid', name);
  }
});

test('T10: a missing zone and an invalid zone are different faults', () => {
  assert.deepEqual([zoneFault(''), zoneFault(null), zoneFault(undefined)], Array(3).fill('zone_missing'));
});

test('T10: a store may choose only the name of a place in the tz database', () => {
  for (const name of ['America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta', 'Arctic/Longyearbyen']) {
    assert.ok(isGeographicZone(name), name);
  }
  for (const name of [
    'Etc/GMT+3',
    'UTC',
    'EST',
    'Brazil/East',
    'US/Eastern',
    'america/Manaus',
    'America/Nowhere',
    'America',
    '',
  ]) {
    assert.ok(!isGeographicZone(name), name);
  }
});

test('T4: a time that the clock shows once has one reading', () => {
  const noon = '2026-11-27T15:00:00Z';
  assert.deepEqual(readings('America/Sao_Paulo', '2026-11-27T12:00'), [noon, noon]);
});

test('T4: a time in a repeated hour has a first and a last reading, to the millisecond', () => {
  assert.deepEqual(readings('America/Sao_Paulo', '2018-02-17T23:00'), ['2018-02-18T01:00:00Z', '2018-02-18T02:00:00Z']);
  assert.deepEqual(readings('America/Sao_Paulo', '2018-02-17T23:59:59.999'), [
    '2018-02-18T01:59:59.999Z',
    '2018-02-18T02:59:59.999Z',
  ]);
  const midnight = '2018-02-18T03:00:00Z';
  assert.deepEqual(readings('America/Sao_Paulo', '2018-02-18T00:00'), [midnight, midnight]);
});

test('T5: a time that the clock skips is read as the instant of the jump', () => {
  const jump = '2018-11-04T03:00:00Z';
  for (const skipped of ['2018-11-04T00:00', '2018-11-04T00:30', '2018-11-04T00:59:59.999', '2018-11-04T01:00']) {
    assert.deepEqual(readings('America/Sao_Paulo', skipped), [jump, jump]);
  }
});

test('T5: any time of a date that a zone skipped is read as the instant of the jump', () => {
  const jump = '2011-12-30T10:00:00Z';
  for (const skipped of ['2011-12-30T00:00', '2011-12-30T13:00', '2011-12-30T23:59', '2011-12-31T00:00']) {
    assert.deepEqual(readings('Pacific/Apia', skipped), [jump, jump]);
  }
});

test('T4: a date that a zone repeated has its first reading on the first run and its last on the second', () => {
  const [first, last] = readings('Pacific/Apia', '1892-07-04T12:00');
  assert.equal(utc(last) - utc(first), 24 * HOUR);
});

test('T4: jumps of half an hour, three hours and odd seconds work like jumps of an hour', () => {
  assert.deepEqual(readings('Australia/Lord_Howe', '2026-04-05T01:45'), [
    '2026-04-04T14:45:00Z',
    '2026-04-04T15:15:00Z',
  ]);
  assert.deepEqual(readings('Antarctica/Casey', '2010-03-05T00:30'), ['2010-03-04T13:30:00Z', '2010-03-04T16:30:00Z']);
  assert.deepEqual(readings('Africa/Monrovia', '1972-01-07T00:00'), ['1972-01-07T00:44:30Z', '1972-01-07T00:44:30Z']);
});

test('T4: a time that the clock skips, jumps back over and then shows is read where it was shown', () => {
  const clock = { zone: 'nowhere', bounds: [-Infinity, 100, 150, Infinity], offsets: [0, 50, -40] };
  assert.deepEqual([firstReading(clock, 120), lastReading(clock, 120)], [160, 160]);
});

test('T5: a time that the clock skips twice has its first and last reading at the two jumps', () => {
  const clock = { zone: 'nowhere', bounds: [-Infinity, 100, 110, 115, Infinity], offsets: [0, 50, -30, 60] };
  assert.deepEqual([firstReading(clock, 120), lastReading(clock, 120)], [100, 115]);
});

test('a clock has every jump between two instants, in order, across eras', () => {
  const zone = 'Europe/Lisbon';
  const [from, to] = [utc('1900-01-01T00:00:00Z'), utc('2101-01-01T00:00:00Z')];
  const found: Instant[] = [];
  let shown: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(from) * 1_000_000n, zone);
  const offsets: number[] = [];
  while (shown !== null && shown.epochMilliseconds <= to) {
    offsets.push(shown.offsetNanoseconds / 1e6);
    found.push(shown.epochMilliseconds);
    shown = shown.getTimeZoneTransition('next');
  }
  assert.deepEqual(zoneClock(zone, from, to), { zone, bounds: [-Infinity, ...found.slice(1), Infinity], offsets });
});

test('T4, T5: the clock of some days reads like the whole clock, on each of the days and the day after', () => {
  for (const [zone, from, to] of [
    ['Pacific/Apia', '2010-06-01', '2012-06-01'],
    ['Pacific/Apia', '1892-06-01', '1892-08-01'],
    ['America/Sao_Paulo', '2017-10-01', '2019-04-01'],
    ['Antarctica/Troll', '2025-01-01', '2026-12-31'],
    ['Africa/Casablanca', '2025-01-01', '2026-12-31'],
    ['Asia/Manila', '1844-12-01', '1845-02-01'],
  ] as const) {
    const [first, last] = [wall(`${from}T00:00`), wall(`${to}T00:00`)];
    const whole = zoneClock(zone, first - 240 * HOUR, last + 240 * HOUR);
    let days = clockOfDays(whole, first / DAY_MS);
    let jumpless = 0;
    for (let day = first / DAY_MS; day <= last / DAY_MS; day++) {
      if (day > days.lastDay) days = clockOfDays(whole, day);
      if (days.clock !== whole) jumpless++;
      for (let reading = day * DAY_MS; reading <= (day + 2) * DAY_MS; reading += HOUR / 2) {
        assert.equal(firstReading(days.clock, reading), firstReading(whole, reading), `${zone} ${reading}`);
        assert.equal(lastReading(days.clock, reading), lastReading(whole, reading), `${zone} ${reading}`);
      }
    }
    assert.ok(jumpless > 30, `${zone}: ${jumpless} days were read without a search`);
  }
});

test('the clock of some days ends at least two days before a jump, and begins again two days after it', () => {
  const jump = utc('2018-11-04T03:00:00Z');
  const whole = zoneClock('America/Sao_Paulo', jump - 960 * HOUR, jump + 960 * HOUR);
  const day = wall('2018-11-04T00:00') / DAY_MS;
  assert.equal(clockOfDays(whole, day - 20).lastDay, day - 5);
  assert.deepEqual(clockOfDays(whole, day - 4), { clock: whole, lastDay: day - 4 });
  assert.deepEqual(clockOfDays(whole, day + 2), { clock: whole, lastDay: day + 2 });
  assert.deepEqual(clockOfDays(whole, day + 3).lastDay, Infinity);
});

test('a jump exactly at the beginning of the span is left out, and one at its end is included', () => {
  const jump = utc('2018-11-04T03:00:00Z');
  const zone = 'America/Sao_Paulo';
  assert.deepEqual(zoneClock(zone, jump, jump + HOUR), { zone, bounds: [-Infinity, Infinity], offsets: [-2 * HOUR] });
  assert.deepEqual(zoneClock(zone, jump - HOUR, jump).bounds, [-Infinity, jump, Infinity]);
  assert.deepEqual(zoneClock(zone, jump - HOUR, jump - 1).bounds, [-Infinity, Infinity]);
});

test('jumps are looked up once, until thousands of other zones and eras have filled the cache', (t) => {
  const lookUp = t.mock.method(Temporal.ZonedDateTime.prototype, 'getTimeZoneTransition');
  const clockOf = (zone: string): ZoneClock =>
    zoneClock(zone, utc('2018-01-01T00:00:00Z'), utc('2020-01-01T00:00:00Z'));
  const first = clockOf('America/Sao_Paulo');
  clockOf('Europe/Lisbon');
  const lookUps = lookUp.mock.callCount();
  assert.deepEqual(clockOf('America/Sao_Paulo'), first);
  assert.equal(lookUp.mock.callCount(), lookUps, 'kept');

  for (const zone of Intl.supportedValuesOf('timeZone'))
    zoneClock(zone, utc('0001-01-01T00:00:00Z'), utc('0400-01-01T00:00:00Z'));
  const crowded = lookUp.mock.callCount();
  assert.deepEqual(clockOf('America/Sao_Paulo'), first);
  assert.ok(lookUp.mock.callCount() > crowded, 'not kept for ever');
  assert.equal(first.bounds.length, 5);
});

test('T10: a name in another case stays refused when it is asked for again', () => {
  const asked = ['america/sao_paulo', 'america/sao_paulo'].map((name) => zoneFault(name));
  assert.deepEqual(asked, ['zone_invalid', 'zone_invalid']);
});

test('the clock of an unknown zone throws', () => {
  const refusal = new RangeError('The runtime knows no zone -03:00: use a name of the tz database');
  assert.throws(() => zoneClock('-03:00', 0, 1), refusal);
});
