/** Tests the quiet clock (T1, T8, T9). */
import assert from 'node:assert/strict';
import { cpuUsage } from 'node:process';
import { test } from 'node:test';
import { DAY_MS, WEEKDAYS } from './calendar.ts';
import { type Instant, intersect } from './interval.ts';
import { compileQuiet, HORIZON_MS, QuietClock } from './quiet.ts';

const FROM = 1_000_000_000_000;
const TO = FROM + 730 * DAY_MS;
const clockOf = (...pairs: readonly (readonly [Instant, Instant])[]): QuietClock =>
  new QuietClock('UTC', FROM, TO, (from, to) =>
    intersect(
      pairs.map(([start, end]) => ({ start, end })),
      [{ start: from, end: to }],
    ),
  );

const [night, morning] = [FROM + 20 * 3_600_000, FROM + 32 * 3_600_000];
const oneNight = clockOf([night, morning]);

test('T1: quiet time includes its start and excludes its end', () => {
  assert.deepEqual(oneNight.at(night - 1), { quiet: false, changesAt: night });
  assert.deepEqual(oneNight.at(night), { quiet: true, changesAt: morning });
  assert.deepEqual(oneNight.at(morning - 1), { quiet: true, changesAt: morning });
  assert.deepEqual(oneNight.at(morning), { quiet: false, changesAt: null });
});

test('T10: a clock of an unknown zone is refused when it is compiled, with the zone’s name, and not at the first question', () => {
  const compile = () => compileQuiet({ windows: [], exceptions: [] }, 'Nowhere/Atall', { from: FROM, to: TO });
  assert.throws(compile, new RangeError('The runtime knows no zone Nowhere/Atall: use a name of the tz database'));
});

test('the interval around an instant is complete, and null if it is open', () => {
  assert.equal(oneNight.intervalAt(night - 1), null);
  assert.deepEqual(oneNight.intervalAt(night), { start: night, end: morning });
  assert.deepEqual(oneNight.intervalAt(morning - 1), { start: night, end: morning });
  assert.equal(oneNight.intervalAt(morning), null);
});

test('the next open instant is now if it is open, else the end of quiet time', () => {
  assert.deepEqual(
    [night - 1, night, morning - 1, morning].map((at) => oneNight.nextOpen(at)),
    [night - 1, morning, morning, morning],
  );
});

test('T9: a change after exactly 400 days counts, and a millisecond later does not', () => {
  const [start, end] = [FROM + HORIZON_MS, FROM + 2 * HORIZON_MS];
  const far = clockOf([start, end]);
  assert.deepEqual(far.at(FROM), { quiet: false, changesAt: start });
  assert.deepEqual(clockOf([start + 1, end]).at(FROM), { quiet: false, changesAt: null });
  assert.deepEqual(far.at(start), { quiet: true, changesAt: end });
  assert.deepEqual(far.intervalAt(start), { start, end });
});

test('T9: quiet time that neither began nor ends within 400 days is infinite in both directions', () => {
  const at = FROM + 30 * DAY_MS;
  const exact = clockOf([at - HORIZON_MS + 1, at + HORIZON_MS]);
  assert.deepEqual(exact.intervalAt(at), { start: at - HORIZON_MS + 1, end: at + HORIZON_MS });
  const always = clockOf([at - HORIZON_MS, at + HORIZON_MS + 1]);
  assert.deepEqual(always.intervalAt(at), { start: -Infinity, end: Infinity });
  assert.deepEqual(always.at(at), { quiet: true, changesAt: null });
  assert.equal(always.nextOpen(at), null);
});

test('a clock without intervals is always open', () => {
  assert.deepEqual(clockOf().at(FROM), { quiet: false, changesAt: null });
  assert.equal(clockOf().nextOpen(TO - 1), TO - 1);
  assert.deepEqual(clockOf().intervals(FROM, TO), []);
});

test('T8: the intervals of a span are those of the clock, cut at its ends', () => {
  const second = [TO + DAY_MS, TO + 2 * DAY_MS] as const;
  const clock = clockOf([FROM - 5, FROM + 5], [night, morning], second);
  assert.deepEqual(clock.intervals(FROM, FROM + 5), [{ start: FROM, end: FROM + 5 }]);
  assert.deepEqual(clock.intervals(FROM + 5, night), []);
  assert.deepEqual(clock.intervals(FROM + 5, night + 1), [{ start: night, end: night + 1 }]);
  assert.deepEqual(clock.intervals(night + 7, TO), [{ start: night + 7, end: morning }]);
  assert.deepEqual(clock.intervals(morning, TO + HORIZON_MS), [{ start: second[0], end: second[1] }]);
});

test('a clock tells what it covers and throws for other instants', () => {
  assert.deepEqual(
    [FROM - 1, FROM, TO - 1, TO, Number.NaN].map((at) => oneNight.covers(at)),
    [false, true, true, false, false],
  );
  for (const at of [FROM - 1, TO, Number.NaN, Infinity, -Infinity]) {
    const refused = { name: 'RangeError', message: /outside .* UTC was compiled/ };
    assert.throws(() => oneNight.at(at), refused);
    assert.throws(() => clockOf([night, morning]).at(at), refused, 'the first question is no exception');
    assert.throws(() => oneNight.intervalAt(at), RangeError);
    assert.throws(() => oneNight.nextOpen(at), RangeError);
    assert.throws(() => oneNight.intervals(at, TO), RangeError);
  }
  assert.throws(() => oneNight.intervals(FROM, TO + HORIZON_MS + 1), RangeError);
  assert.throws(() => new QuietClock('UTC', FROM, FROM, () => []), /from 1000000000000 to 1000000000000 is empty/);
  assert.throws(() => new QuietClock('UTC', Number.NaN, TO, () => []), RangeError);
  assert.deepEqual([oneNight.zone, oneNight.from, oneNight.to], ['UTC', FROM, TO]);
});

test('the last instant of the span has an answer like any other', () => {
  const lastNight = clockOf([TO - 5, TO + 5]);
  assert.deepEqual(lastNight.at(TO - 6), { quiet: false, changesAt: TO - 5 });
  assert.deepEqual(lastNight.at(TO - 1), { quiet: true, changesAt: TO + 5 });
});

test('the first question computes only the days around its instant', () => {
  const laidOut: number[] = [];
  const clock = new QuietClock('UTC', FROM, TO, (from, to) => {
    laidOut.push((to - from) / DAY_MS);
    return intersect([{ start: night, end: morning }], [{ start: from, end: to }]);
  });
  assert.deepEqual(clock.at(night), { quiet: true, changesAt: morning });
  assert.deepEqual(clock.at(FROM), { quiet: false, changesAt: night });
  assert.deepEqual(laidOut, [2, 2]);
  for (let i = 0; i < 3; i++) assert.deepEqual(clock.at(night), { quiet: true, changesAt: morning });
  assert.deepEqual(laidOut, [2, 2, 730 + 800], 'the whole list is laid out once, at the third question');
});

test('the first questions about a span compute only the span, and their intervals are those of the whole list', () => {
  const spans: number[][] = [];
  const clock = new QuietClock('UTC', FROM, TO, (from, to) => {
    spans.push([from, to]);
    return intersect([{ start: night, end: morning }], [{ start: from, end: to }]);
  });
  const part = [{ start: night + 1, end: morning - 1 }];
  for (let i = 0; i < 4; i++) assert.deepEqual(clock.intervals(night + 1, morning - 1), part);
  const asked = [night + 1, morning - 1];
  assert.deepEqual(spans, [asked, asked, [FROM - HORIZON_MS, TO + HORIZON_MS]]);
  assert.deepEqual([clock.intervals(night, night), clock.intervals(morning, night)], [[], []]);
  assert.deepEqual([clockOf().intervals(night, night), oneNight.intervals(morning, night)], [[], []]);
  assert.deepEqual(clock.intervals(FROM, night), [], 'an interval that begins where the span ends is not of the span');
});

test('T9: answers are the same from the days around the instant and from the whole list', () => {
  const end = FROM + 500 * DAY_MS;
  const pairs = [
    [FROM + DAY_MS, FROM + 3 * DAY_MS],
    [FROM + 90 * DAY_MS, end],
  ] as const;
  const edges = pairs.flat().flatMap((edge) => [edge, edge - HORIZON_MS]);
  for (const at of edges.flatMap((edge) => [edge - 1, edge, edge + 1]).filter((at) => at >= FROM)) {
    const clock = clockOf(...pairs);
    const [nearby] = [clock.at(at), clock.at(at)];
    assert.deepEqual(clock.at(at), nearby, `${at - FROM}`);
  }
});

test('a question does not scan all earlier changes', () => {
  const starts = Array.from({ length: 50_000 }, (_, i) => FROM + i * 1_200_000);
  const busy = clockOf(...starts.map((start) => [start, start + 600_000] as const));
  const before = cpuUsage();
  for (let i = 0; i < 50_000; i++) busy.at(TO - 1 - i * 1000);
  assert.ok(cpuUsage(before).user < 1_000_000, 'a walk each time would take many seconds of computing');
});

test('thousands of short quiet intervals close together are all found', () => {
  const starts = Array.from({ length: 40_000 }, (_, i) => FROM + DAY_MS + i * 7);
  const dense = clockOf(...starts.map((start) => [start, start + 3] as const));
  for (const start of [starts[0], starts[777], starts[39_999]] as Instant[]) {
    assert.deepEqual(dense.at(start - 1), { quiet: false, changesAt: start });
    assert.deepEqual(dense.at(start), { quiet: true, changesAt: start + 3 });
  }
  assert.equal(dense.intervals(FROM, TO).length, 40_000);
});

test('T11: the compiled clock covers 400 days beyond both ends of its span', () => {
  const day = { days: WEEKDAYS, start: '20:00', end: '08:00' };
  const clock = compileQuiet({ windows: [day], exceptions: [] }, 'America/Manaus', { from: FROM, to: FROM + 1 });
  assert.equal(clock.intervals(FROM, FROM + 1 + HORIZON_MS).length, 401);
  assert.equal(clock.intervalAt(FROM)?.start, Temporal.Instant.from('2001-09-09T00:00:00Z').epochMilliseconds);
});
