import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absenceSpan, absenceState, ENDED_LISTED_MS } from './absence.ts';

const ZONE = 'America/Manaus';
/** 24 November, 23:30 in Manaus; already the 25th in São Paulo. */
const NOW = Date.parse('2026-11-25T03:30:00Z');
const span = (from: string, until: string) => absenceSpan(ZONE, from, until, NOW);

test('days off run from the start of the first day to the end of the last one, on the store’s clock', () => {
  assert.deepEqual(span('2026-11-30', '2026-12-01'), {
    startsAt: Date.parse('2026-11-30T04:00:00Z'),
    endsAt: Date.parse('2026-12-02T04:00:00Z'),
  });
  assert.deepEqual(span('2026-11-20', '2026-11-24'), {
    startsAt: Date.parse('2026-11-24T04:00:00Z'),
    endsAt: Date.parse('2026-11-25T04:00:00Z'),
  });
});

test('an absence of one day has the same first and last date', () => {
  assert.deepEqual(span('2026-11-30', '2026-11-30'), {
    startsAt: Date.parse('2026-11-30T04:00:00Z'),
    endsAt: Date.parse('2026-12-01T04:00:00Z'),
  });
});

test('an absence that ended is listed for 30 days', () => {
  assert.equal(ENDED_LISTED_MS, 30 * 24 * 3_600_000);
});

test('dates that make no absence are a fault at their field', () => {
  assert.deepEqual(span('2026-12-02', '2026-12-01'), { path: 'until', code: 'absence_dates_swapped' });
  assert.deepEqual(span('2026-11-20', '2026-11-23'), { path: 'until', code: 'absence_past' });
  assert.deepEqual(span('2026-12-01', '2027-12-02'), { path: 'until', code: 'absence_too_long' });
  assert.deepEqual(span('2026-02-30', '2026-12-01'), { path: 'from', code: 'invalid_format' });
  assert.deepEqual(span('2026-12-01', 'amanhã'), { path: 'until', code: 'invalid_format' });
});

test('an absence runs in its span, unless somebody ended it', () => {
  const days = { startsAt: 10, endsAt: 20, endedAt: null };
  assert.deepEqual(
    [9, 10, 19, 20].map((now) => absenceState(days, now)),
    ['coming', 'running', 'running', 'over'],
  );
  assert.equal(absenceState({ ...days, endedAt: 12 }, 13), 'over');
});
