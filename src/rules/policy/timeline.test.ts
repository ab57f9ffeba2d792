/** Tests the timeline of a policy's log: versions, suspensions and quiet intervals (T8). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, WEEKDAYS } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { comingVersions, compileTimeline, type PolicyEvent, policyAt, suspensionAt, timelineOf } from './timeline.ts';

/** Midnight in UTC on 1 November 2026, a Sunday, from which the tests count days and hours. */
const START = Temporal.Instant.from('2026-11-01T00:00:00Z').epochMilliseconds;
const day = (days: number, hours = 0): Instant => START + days * DAY_MS + hours * 3_600_000;

const nightly = (start: string, end: string): Policy => ({
  ...DEFAULT_POLICY,
  windows: [{ days: WEEKDAYS, start, end }],
});
const publish = (revision: number, version: number, effectiveAt: Instant, policy = DEFAULT_POLICY): PolicyEvent => ({
  kind: 'publish',
  revision,
  version,
  policy,
  effectiveAt,
  at: Math.min(effectiveAt, day(0)),
});
const suspend = (revision: number, from: Instant, until: Instant | null): PolicyEvent => ({
  kind: 'suspend',
  revision,
  from,
  until,
  at: day(0),
});
const resume = (revision: number, at: Instant): PolicyEvent => ({ kind: 'resume', revision, at });

/** The version in force on each of the first days; 0: none. */
const inForce = (events: readonly PolicyEvent[], days = 6): readonly number[] =>
  Array.from({ length: days }, (_, i) => policyAt(timelineOf(events), day(i))?.version ?? 0);

/** The quiet intervals of the first days in hours from START. */
function silences(events: readonly PolicyEvent[], days = 4, zone = 'UTC'): readonly (readonly [number, number])[] {
  const hours = (at: Instant): number => (at - START) / 3_600_000;
  const found: readonly Interval[] = compileTimeline(timelineOf(events), zone, START).intervals(START, day(days));
  return found.map(({ start, end }) => [hours(start), hours(end)] as const);
}

test('without an event nothing is quiet and nothing is suspended', () => {
  const nothing = timelineOf([]);
  assert.deepEqual(nothing, { revision: 0, versions: [], suspensions: [] });
  assert.equal(policyAt(nothing, START), null);
  assert.equal(suspensionAt(nothing, START), null);
  assert.deepEqual(compileTimeline(nothing, 'UTC', START).at(START), { quiet: false, changesAt: null });
});

test('a version is in force from its effective instant, to the millisecond', () => {
  const timeline = timelineOf([publish(1, 1, day(2))]);
  assert.equal(policyAt(timeline, day(2) - 1), null);
  assert.deepEqual(policyAt(timeline, day(2)), { version: 1, policy: DEFAULT_POLICY });
});

test('S1: only the highest-numbered version that has begun is in force', () => {
  assert.deepEqual(inForce([publish(1, 1, day(1)), publish(2, 2, day(3))]), [0, 1, 1, 2, 2, 2]);
});

test('a new publication supersedes a version that would start later or at the same instant', () => {
  assert.deepEqual(inForce([publish(1, 1, day(1)), publish(2, 2, day(4)), publish(3, 3, day(2))]), [0, 1, 3, 3, 3, 3]);
  assert.deepEqual(inForce([publish(1, 1, day(1)), publish(2, 2, day(1))]), [0, 2, 2, 2, 2, 2]);
  assert.deepEqual(timelineOf([publish(1, 1, day(1)), publish(2, 2, day(1))]).versions.length, 1);
});

test('the order of the log does not matter, and the revision is that of the last event', () => {
  const events = [publish(1, 1, day(1)), suspend(2, day(2), null), resume(3, day(3)), publish(4, 2, day(4))];
  assert.deepEqual(timelineOf(events.toReversed()), timelineOf(events));
  assert.equal(timelineOf(events).revision, 4);
  assert.deepEqual(inForce(events), [0, 1, 0, 1, 2, 2]);
});

test('a suspension lasts from its start to its end, or without an end for ever', () => {
  const bounded = timelineOf([publish(1, 1, day(0)), suspend(2, day(1), day(2))]);
  assert.equal(suspensionAt(bounded, day(1) - 1), null);
  assert.deepEqual(suspensionAt(bounded, day(1)), { from: day(1), until: day(2) });
  assert.equal(suspensionAt(bounded, day(2)), null);
  assert.equal(policyAt(bounded, day(1)), null);
  const unbounded = timelineOf([publish(1, 1, day(0)), suspend(2, day(1), null)]);
  assert.deepEqual(suspensionAt(unbounded, day(9999)), { from: day(1), until: null });
});

test('overlapping suspensions count as one', () => {
  const timeline = timelineOf([suspend(1, day(1), day(3)), suspend(2, day(2), day(5))]);
  assert.deepEqual(suspensionAt(timeline, day(1)), { from: day(1), until: day(5) });
});

test('a resume ends every suspension that runs, at its instant', () => {
  const events = [publish(1, 1, day(0)), suspend(2, day(1), null), suspend(3, day(1), day(4)), resume(4, day(2))];
  assert.deepEqual(inForce(events), [1, 0, 1, 1, 1, 1]);
  assert.deepEqual(suspensionAt(timelineOf(events), day(1)), { from: day(1), until: day(2) });
});

test('a resume cancels suspensions that have not begun, but none that are over or recorded later', () => {
  const events = [publish(1, 1, day(0)), suspend(2, day(0), day(1)), suspend(3, day(3), day(4)), resume(4, day(2))];
  assert.deepEqual(inForce(events), [0, 1, 1, 1, 1, 1]);
  assert.deepEqual(inForce([...events, suspend(5, day(3), day(4))]), [0, 1, 1, 0, 1, 1]);
});

test('a version published while suspended stays suspended', () => {
  assert.deepEqual(
    inForce([publish(1, 1, day(0)), suspend(2, day(1), day(4)), publish(3, 2, day(2))]),
    [1, 0, 0, 0, 2, 2],
  );
});

test('T8: the quiet intervals are those of each version within its own span', () => {
  const events = [
    publish(1, 1, day(0, 22), nightly('20:00', '08:00')),
    publish(2, 2, day(2, 6), nightly('21:00', '07:00')),
  ];
  assert.deepEqual(silences(events), [
    [22, 32],
    [44, 55],
    [69, 79],
    [93, 96],
  ]);
});

test('T8: a night that one version begins and the next continues is one quiet interval', () => {
  const events = [publish(1, 1, day(0)), publish(2, 2, day(0, 23), nightly('22:00', '09:00'))];
  assert.deepEqual(silences(events, 2), [
    [0, 8],
    [20, 33],
    [46, 48],
  ]);
});

test('T8: nothing is quiet during a suspension, to the millisecond', () => {
  const events = [publish(1, 1, day(0)), suspend(2, day(0, 21), day(0, 22)), suspend(3, day(1, 4), day(2, 4))];
  assert.deepEqual(silences(events, 3), [
    [0, 8],
    [20, 21],
    [22, 28],
    [52, 56],
    [68, 72],
  ]);
});

test('C1: each zone has the same times on its own clock', () => {
  const events = [publish(1, 1, day(0))];
  assert.deepEqual(silences(events, 1, 'America/Sao_Paulo'), [
    [0, 11],
    [23, 24],
  ]);
  assert.deepEqual(silences(events, 1, 'America/Manaus'), [[0, 12]]);
});

test('the clock covers two years, and no answer depends on their position', () => {
  const timeline = timelineOf([publish(1, 1, day(-800)), suspend(2, day(200), null)]);
  const zone = 'America/New_York';
  const clock = compileTimeline(timeline, zone, START);
  assert.deepEqual([clock.zone, clock.from, clock.to], [zone, day(-165), day(565)]);
  for (let hours = -150 * 24; hours < 550 * 24; hours += 197) {
    const at = START + hours * 3_600_000;
    for (const other of [compileTimeline(timeline, zone, at), compileTimeline(timeline, zone, at - 500 * DAY_MS)]) {
      assert.deepEqual(other.at(at), clock.at(at));
      assert.deepEqual(other.intervalAt(at), clock.intervalAt(at));
    }
  }
});

test('T9: quiet time without a beginning has no start, and quiet time that began has one', () => {
  const always = nightly('00:00', '24:00');
  const began = compileTimeline(timelineOf([publish(1, 1, day(-399), always)]), 'UTC', START);
  assert.deepEqual(began.intervalAt(START), { start: day(-399), end: Infinity });
  const old = compileTimeline(timelineOf([publish(1, 1, START - HORIZON_MS, always)]), 'UTC', START);
  assert.deepEqual(old.intervalAt(START), { start: -Infinity, end: Infinity });
});

test('compiling a clock for an unknown zone throws', () => {
  const timeline = timelineOf([publish(1, 1, START)]);
  assert.throws(() => compileTimeline(timeline, 'Mars/Olympus', START), {
    name: 'RangeError',
    message: /Mars\/Olympus/,
  });
});

test('a coming version takes effect at its instant, after a suspension that runs then, or never', () => {
  const coming = (events: readonly PolicyEvent[], at = day(1)) =>
    comingVersions(timelineOf(events), at).map(({ version, from, paused }) => [
      version,
      (from - START) / DAY_MS,
      paused,
    ]);
  const [old, next] = [publish(1, 1, day(0)), publish(2, 2, day(3))];
  assert.deepEqual(coming([old]), []);
  assert.deepEqual(coming([old, next]), [[2, 3, false]]);
  assert.deepEqual(coming([old, next], day(3) - 1), [[2, 3, false]]);
  assert.deepEqual(coming([old, next], day(3)), []);
  assert.deepEqual(coming([next], day(1)), [[2, 3, false]], 'also where none is in force yet');
  assert.deepEqual(coming([old, next, suspend(3, day(1), day(2))]), [[2, 3, false]]);
  assert.deepEqual(coming([old, next, suspend(3, day(1), day(4))]), [[2, 4, false]]);
  assert.deepEqual(coming([old, next, suspend(3, day(1), null)]), [[2, 3, true]]);
  const third = publish(3, 3, day(4));
  const both = [
    [2, 3, false],
    [3, 4, false],
  ];
  assert.deepEqual(coming([old, next, third]), both);
  assert.deepEqual(
    coming([old, next, third, suspend(4, day(1), day(4))]),
    both.slice(1),
    'the pause outlasts version 2',
  );
  assert.deepEqual(coming([old, next, publish(3, 3, day(2))]), [[3, 2, false]], 'version 2 is superseded');
});
