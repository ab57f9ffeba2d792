/**
 * Tests hours on a zone's clock, on ordinary days and on days with jumps, and the even distribution over open hours
 * (P5).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#rules/time/calendar.ts';
import { startOfDay } from '#rules/time/local-day.ts';
import { evenSpread, hourSpans, lengthsByHour, mayRank, sharesByHour, spansByHour } from './day-spread.ts';

const HOUR = 3_600_000;

function day(zone: string, date: string) {
  const on = dayOf(date) as number;
  return hourSpans(zone, startOfDay(zone, on), startOfDay(zone, on + 1));
}

test('an ordinary day has 24 hours, as the zone’s clock shows them', () => {
  const spans = day('America/Manaus', '2026-11-27');
  assert.deepEqual(
    spans.map(({ hour }) => hour),
    Array.from({ length: 24 }, (_, hour) => hour),
  );
  assert.equal(spans[0]?.start, Date.parse('2026-11-27T04:00:00Z'));
  assert.equal(spans.at(-1)?.end, Date.parse('2026-11-28T04:00:00Z'));
});

test('a skipped hour has no length, and a repeated hour has the length of two', () => {
  const spring = day('America/New_York', '2026-03-08');
  assert.equal(spring.length, 23);
  assert.equal(spansByHour(spring)[2], 0);
  const autumn = day('America/New_York', '2026-11-01');
  assert.equal(autumn.length, 25);
  assert.equal(spansByHour(autumn)[1], 2 * HOUR);
});

test('a jump of half an hour splits an hour without losing time', () => {
  const spans = day('Australia/Lord_Howe', '2026-10-04');
  assert.equal(spansByHour(spans)[2], HOUR / 2);
  assert.equal(
    spansByHour(spans).reduce((sum, each) => sum + each, 0),
    23.5 * HOUR,
  );
  for (const [i, span] of spans.entries()) assert.equal(span.end, spans[i + 1]?.start ?? span.end);
});

test('an interval counts in each hour that it touches, also over several days', () => {
  const at = (text: string) => Date.parse(`${text}-03:00`);
  const spans = hourSpans('America/Sao_Paulo', at('2026-11-26T00:00:00'), at('2026-11-28T00:00:00'));
  const quiet = [
    { start: at('2026-11-26T19:45:00'), end: at('2026-11-26T22:00:00') },
    { start: at('2026-11-27T20:30:00'), end: at('2026-11-27T21:00:00') },
  ];
  const lengths = lengthsByHour(spans, quiet);
  assert.deepEqual(
    [lengths[18], lengths[19], lengths[20], lengths[21], lengths[22]],
    [0, 0.25, 1.5, 1, 0].map((x) => x * HOUR),
  );
});

test('the even spread distributes all contacts over the open hours, by their length (P5)', () => {
  const openMs = Array.from({ length: 24 }, (_, hour) => (hour >= 10 && hour < 14 ? HOUR : hour === 14 ? HOUR / 2 : 0));
  const even = evenSpread(9, openMs);
  assert.deepEqual(even.slice(9, 16), [0, 2, 2, 2, 2, 1, 0]);
  assert.deepEqual(evenSpread(9, new Array(24).fill(0)), new Array(24).fill(0));
});

test('people are ordered by their counts only if each has at least twenty', () => {
  assert.equal(mayRank([20, 31]), true);
  assert.equal(mayRank([19, 310]), false);
  assert.equal(mayRank([]), false);
});

test('the share of an hour is the covered part of it, and a skipped hour has none', () => {
  const spans = hourSpans('Etc/UTC', 0, 24 * HOUR);
  const shares = sharesByHour(spans, [{ start: 8 * HOUR, end: 9.5 * HOUR }]);
  assert.deepEqual([shares[7], shares[8], shares[9], shares[10]], [0, 1, 0.5, 0]);
  // On 8 March 2026 New York skips the hour from 02:00 to 03:00.
  const from = Date.parse('2026-03-08T05:00:00Z');
  const skipping = sharesByHour(hourSpans('America/New_York', from, from + 23 * HOUR), [
    { start: from, end: from + 23 * HOUR },
  ]);
  assert.deepEqual([skipping[1], skipping[2], skipping[3]], [1, 0, 1]);
});
