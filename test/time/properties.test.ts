/** Checks properties of the engine with random policies, zones and instants. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contains, type Instant, type Interval, union } from '#rules/time/interval.ts';
import { compileQuiet, HORIZON_MS, type QuietClock } from '#rules/time/quiet.ts';
import type { Schedule } from '#rules/time/schedule.ts';
import { randomSchedule } from './random-schedule.ts';
import { chanceOf } from './seeded-random.ts';

const DAY = 86_400_000;
const ZONES = [
  'America/Sao_Paulo',
  'America/New_York',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Etc/UTC',
];
const [FIRST, LAST] = [1_300_000_000_000, 1_600_000_000_000];

const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: FIRST, max: LAST });
const anySchedule = fc
  .nat(0xffff_ffff)
  .map((seed) => randomSchedule(chanceOf(seed), ['2011-12-30', '2018-11-04'], [0, 60, 120]));

const clockOf = (schedule: Schedule, zone: string, at: Instant, days = 1): QuietClock =>
  compileQuiet(schedule, zone, { from: at, to: at + days * DAY });

test('T9: a change is later than now, within 400 days, and at its exact millisecond', () => {
  fc.assert(
    fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
      const { quiet, changesAt } = clockOf(schedule, zone, at).at(at);
      if (changesAt === null) return;
      assert.ok(changesAt > at && changesAt - at <= HORIZON_MS);
      const there = clockOf(schedule, zone, changesAt - 1);
      assert.deepEqual(there.at(changesAt - 1), { quiet, changesAt });
      assert.equal(there.at(changesAt).quiet, !quiet);
    }),
  );
});

test('T8: the next open instant is open, and every instant before it is quiet', () => {
  fc.assert(
    fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
      const clock = clockOf(schedule, zone, at);
      const open = clock.nextOpen(at);
      if (open === null) return assert.equal(clock.at(at).changesAt, null);
      assert.equal(clockOf(schedule, zone, open).at(open).quiet, false);
      if (open > at) assert.deepEqual(clock.intervals(at, open), [{ start: at, end: open }]);
    }),
  );
});

test('T8: the intervals of a month and the gaps between them cover it, and agree with `at`', () => {
  fc.assert(
    fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, from) => {
      const to = from + 30 * DAY;
      const clock = clockOf(schedule, zone, from, 31);
      let at = from;
      for (const { start, end } of clock.intervals(from, to)) {
        if (at < start) assert.deepEqual(clock.at(at), { quiet: false, changesAt: start });
        assert.ok(start === from || start > at, 'two intervals touch');
        assert.equal(clock.at(start).quiet, true);
        assert.equal(clock.at(end - 1).quiet, true);
        assert.equal(clock.intervalAt(start)?.end === end || end === to, true);
        at = end;
      }
      if (at < to) assert.equal(clock.at(to - 1).quiet, false);
    }),
  );
});

test('no answer depends on the span for which the clock was compiled', () => {
  fc.assert(
    fc.property(
      anySchedule,
      anyZone,
      anyInstant,
      fc.nat(700),
      fc.integer({ min: 1, max: 700 }),
      (schedule, zone, at, before, after) => {
        const narrow = clockOf(schedule, zone, at);
        const wide = compileQuiet(schedule, zone, { from: at - before * DAY - 1, to: at + after * DAY });
        assert.deepEqual(wide.at(at), narrow.at(at));
        assert.deepEqual(wide.intervalAt(at), narrow.intervalAt(at));
        assert.equal(wide.nextOpen(at), narrow.nextOpen(at));
        assert.deepEqual(wide.intervals(at, at + HORIZON_MS), narrow.intervals(at, at + HORIZON_MS));
      },
    ),
  );
});

test('T8: the days around an instant give the same answer as the whole list', () => {
  fc.assert(
    fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
      const nearby = clockOf(schedule, zone, at).at(at);
      const whole = clockOf(schedule, zone, at);
      whole.intervals(at, at + 1);
      assert.deepEqual(nearby, whole.at(at));
    }),
  );
});

test('T6: the order of windows does not matter, and a repeated window changes nothing', () => {
  fc.assert(
    fc.property(anySchedule, anyZone, anyInstant, (schedule, zone, at) => {
      const month = (each: Schedule): readonly Interval[] => clockOf(each, zone, at).intervals(at, at + 30 * DAY);
      const plain = month(schedule);
      assert.deepEqual(
        month({ windows: schedule.windows.toReversed(), exceptions: schedule.exceptions.toReversed() }),
        plain,
      );
      assert.deepEqual(month({ ...schedule, windows: [...schedule.windows, ...schedule.windows] }), plain);
    }),
  );
});

test('T6: two schedules together are quiet where either of them is quiet', () => {
  fc.assert(
    fc.property(anySchedule, anySchedule, anyZone, anyInstant, (a, b, zone, at) => {
      const month = (...windows: Schedule['windows']): readonly Interval[] =>
        clockOf({ windows, exceptions: [] }, zone, at).intervals(at, at + 30 * DAY);
      assert.deepEqual(month(...a.windows, ...b.windows), union([...month(...a.windows), ...month(...b.windows)]));
    }),
  );
});

test('T4, T5: away from any jump, the local time alone decides whether it is quiet', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat(1439), fc.nat(1439), anyZone, (at, startMinute, endMinute, zone) => {
      fc.pre(startMinute !== endMinute && offsetOf(zone, at - 2 * DAY) === offsetOf(zone, at + 2 * DAY));
      const text = (minute: number): string =>
        new Temporal.PlainTime(Math.floor(minute / 60), minute % 60).toString().slice(0, 5);
      const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
      const clock = clockOf(
        { windows: [{ days, start: text(startMinute), end: text(endMinute) }], exceptions: [] },
        zone,
        at,
      );
      const shown = new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone);
      const minute = shown.hour * 60 + shown.minute;
      const window = { start: startMinute, end: endMinute + (endMinute < startMinute ? 1440 : 0) };
      assert.equal(clock.at(at).quiet, contains(window, minute) || contains(window, minute + 1440));
    }),
  );
});

function offsetOf(zone: string, at: Instant): number {
  return new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone).offsetNanoseconds;
}
