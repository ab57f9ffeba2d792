/** Tests how a typed day and time become an instant, over changes of the clock. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedInstant } from './typed-instant.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

test('a typed day and time are read on the zone’s clock', () => {
  assert.equal(iso(typedInstant('2026-11-23', '20:00', 'America/Sao_Paulo')), '2026-11-23T23:00:00.000Z');
  assert.equal(iso(typedInstant('2026-11-23', '20:00', 'America/Manaus')), '2026-11-24T00:00:00.000Z');
  assert.equal(iso(typedInstant('2026-11-23', '00:30', 'Asia/Kolkata')), '2026-11-22T19:00:00.000Z');
});

test('an hour that comes twice means the first (T4), and a skipped hour gives null (T5)', () => {
  assert.equal(iso(typedInstant('2026-11-01', '01:30', 'America/New_York')), '2026-11-01T05:30:00.000Z');
  assert.equal(typedInstant('2026-03-08', '02:30', 'America/New_York'), null);
  assert.equal(iso(typedInstant('2026-03-08', '03:30', 'America/New_York')), '2026-03-08T07:30:00.000Z');
});

test('text that is not a date or a time gives null', () => {
  assert.equal(typedInstant('', '20:00', 'America/Sao_Paulo'), null);
  assert.equal(typedInstant('2026-11-23', '', 'America/Sao_Paulo'), null);
});
