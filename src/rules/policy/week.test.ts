/**
 * Tests that the week support sees is the real week (A2, T8): days of 23 and 25 hours, and the exact quiet intervals.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY } from './policy.ts';
import { weekOf } from './week.ts';

const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

test('the week is seven dates of the zone’s clock, from its present date, each from midnight to midnight', () => {
  const week = weekOf(DEFAULT_POLICY, 'America/Manaus', Date.parse('2026-11-23T03:00:00Z'));
  assert.deepEqual(
    week.map(({ date }) => date),
    ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
  );
  const [sunday] = week;
  assert.deepEqual(
    sunday?.quiet.map(({ start, end }) => [iso(start), iso(end)]),
    [
      ['2026-11-22T04:00:00.000Z', '2026-11-22T12:00:00.000Z'],
      ['2026-11-23T00:00:00.000Z', '2026-11-23T04:00:00.000Z'],
    ],
  );
  for (const { start, end, clockChange } of week) {
    assert.equal(end - start, 24 * HOUR);
    assert.equal(clockChange, null);
  }
});

test('the day has 23 hours and the night 11 where clocks go forward, 25 and 13 where they go back', () => {
  const spring = weekOf(DEFAULT_POLICY, 'Europe/Lisbon', Date.parse('2026-03-27T12:00:00Z'));
  const [, , forward] = spring;
  assert.ok(forward);
  assert.equal(forward.date, '2026-03-29');
  assert.equal(forward.end - forward.start, 23 * HOUR);
  assert.deepEqual(forward.clockChange, { at: Date.parse('2026-03-29T01:00:00Z'), minutes: 60 });
  assert.equal(forward.quiet[0] && forward.quiet[0].end - forward.quiet[0].start, 7 * HOUR);

  const [, , back] = weekOf(DEFAULT_POLICY, 'Europe/Lisbon', Date.parse('2026-10-23T12:00:00Z'));
  assert.ok(back);
  assert.equal(back.end - back.start, 25 * HOUR);
  assert.deepEqual(back.clockChange, { at: Date.parse('2026-10-25T01:00:00Z'), minutes: -60 });
  assert.equal(back.quiet[0] && back.quiet[0].end - back.quiet[0].start, 9 * HOUR);
});

test('a change at midnight belongs to the day that begins with it', () => {
  // Santiago goes forward from 24:00 on Saturday to 01:00 on Sunday.
  const week = weekOf(DEFAULT_POLICY, 'America/Santiago', Date.parse('2026-09-04T12:00:00Z'));
  assert.deepEqual(week.map(({ date, clockChange }) => (clockChange ? date : null)).filter(Boolean), ['2026-09-06']);
});

test('an exception changes only its own date', () => {
  const exceptions = [{ date: '2026-11-25', windows: [], label: '' }];
  const week = weekOf({ ...DEFAULT_POLICY, exceptions }, 'America/Sao_Paulo', Date.parse('2026-11-23T15:00:00Z'));
  assert.deepEqual(
    week.map(({ quiet }) => quiet.length),
    [2, 2, 1, 1, 2, 2, 2],
  );
});
