/** Tests what is published for a brand, and what a publication would change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { publicationChange, publishedHours } from './published-hours.ts';

const NOON = Date.parse('2026-11-23T15:00:00Z');
const TONIGHT = '2026-11-24T01:00:00.000Z';
const nightly = (start: string): Policy => ({
  ...DEFAULT_POLICY,
  windows: [{ days: [...WEEKDAYS], start, end: '08:00' }],
});
const version = (policy: Policy, effectiveAt: string) => ({ kind: 'publish', policy, effectiveAt }) as HistoryItem;
const brand = (reason: string, paused: boolean | null) => {
  const coming = paused === null ? null : { version: 2, from: TONIGHT, paused, sentence: '' };
  return { quietHours: { reason, coming } } as Pick<Brand, 'quietHours'>;
};
const old = version(nightly('20:00'), '2026-11-01T00:00:00.000Z');
const next = version(nightly('22:00'), TONIGHT);

test('the version in force is not the newest version while the newest has not begun', () => {
  const { current, newest, newestFrom, suspended } = publishedHours(brand('in_force', false), [next, old], NOON);
  assert.deepEqual([current, newest], [nightly('20:00'), nightly('22:00')]);
  assert.deepEqual([newestFrom, suspended], [Date.parse(TONIGHT), false]);
  assert.equal(publishedHours(brand('in_force', null), [next, old], Date.parse(TONIGHT)).newestFrom, null);
});

test('a suspension is reported also where no version has begun', () => {
  assert.equal(publishedHours(brand('suspended', null), [old], NOON).suspended, true);
  assert.equal(publishedHours(brand('not_yet', true), [next], NOON).suspended, true);
  assert.equal(publishedHours(brand('not_yet', true), [next], NOON).current, null);
});

test('publishing the same policy changes nothing, or only the start of the coming version', () => {
  const now = publishedHours(brand('in_force', null), [old], NOON);
  const coming = publishedHours(brand('in_force', false), [next, old], NOON);
  assert.equal(publicationChange(nightly('20:00'), now), 'nothing');
  assert.equal(publicationChange(nightly('22:00'), now), 'policy');
  assert.equal(publicationChange(nightly('22:00'), coming), 'start');
  assert.equal(
    publicationChange(nightly('20:00'), coming),
    'policy',
    'the policy in force replaces the coming version',
  );
  assert.equal(publicationChange(nightly('20:00'), publishedHours(brand('no_policy', null), [], NOON)), 'policy');
});
