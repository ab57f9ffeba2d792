/** What a store's screen is told: the state now, the next one, and why there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { type Place, quietHoursNow } from './quiet-hours-now.ts';
import { BrandClocks } from './timelines.ts';

const at = (text: string) => Date.parse(text);
const published = {
  revision: 1,
  at: 0,
  kind: 'publish',
  version: 1,
  policy: DEFAULT_POLICY,
  effectiveAt: at('2026-01-01T03:00:00Z'),
} as const;
const paulista: Place = { plan: 'growth', zone: 'America/Sao_Paulo', brandZone: 'America/Sao_Paulo', storeZones: [] };

test('in quiet time: since when, until when, and the next night', () => {
  const hours = quietHoursNow(new BrandClocks(timelineOf([published])), paulista, at('2026-11-24T01:14:00Z'));
  assert.equal(hours.state, 'in_force');
  assert.equal(hours.quiet, true);
  assert.equal(hours.since, at('2026-11-23T23:00:00Z'));
  assert.equal(hours.until, at('2026-11-24T11:00:00Z'));
  assert.equal(hours.next, at('2026-11-24T23:00:00Z'));
  assert.equal(hours.nextUntil, at('2026-11-25T11:00:00Z'));
});

test('in open time: the coming night; an hour later in Manaus (C1)', () => {
  const clocks = new BrandClocks(timelineOf([published]));
  const [here, there] = [paulista, { ...paulista, zone: 'America/Manaus' }].map((place) =>
    quietHoursNow(clocks, place, at('2026-11-23T15:00:00Z')),
  );
  assert.deepEqual([here?.quiet, here?.next], [false, at('2026-11-23T23:00:00Z')]);
  assert.deepEqual([there?.quiet, there?.next], [false, at('2026-11-24T00:00:00Z')]);
});

test('why there is none: no plan, nothing published, not yet, suspended (D9, D10, A7)', () => {
  const now = at('2026-11-24T01:14:00Z');
  const state = (events: Parameters<typeof timelineOf>[0], place = paulista) =>
    quietHoursNow(new BrandClocks(timelineOf(events)), place, now).state;
  assert.equal(state([published], { ...paulista, plan: 'starter' }), 'no_plan');
  assert.equal(state([]), 'no_policy');
  assert.equal(state([{ ...published, effectiveAt: now + 1 }]), 'not_yet');
  const pause = { revision: 2, at: now - 5, kind: 'suspend', from: now - 5, until: now + 60_000 } as const;
  assert.equal(state([published, pause]), 'suspended');
  assert.equal(state([published, { ...pause, until: now }]), 'in_force');
});

test('a pause that ends in the night: quiet begins again with its end, and that is the next start (T8)', () => {
  const now = at('2026-11-24T01:14:00Z');
  const pause = { revision: 2, at: now, kind: 'suspend', from: now, until: now + 3_600_000 } as const;
  const hours = quietHoursNow(new BrandClocks(timelineOf([published, pause])), paulista, now);
  assert.deepEqual([hours.quiet, hours.next, hours.suspendedUntil], [false, now + 3_600_000, now + 3_600_000]);
});

test('a store in a zone that nobody knows is quiet when any store of the brand is; with none known, always (C4)', () => {
  const clocks = new BrandClocks(timelineOf([published]));
  const lost = { ...paulista, zone: 'America/Atlantis' };
  const now = at('2026-11-23T22:30:00Z');
  assert.equal(quietHoursNow(clocks, { ...lost, storeZones: ['America/Sao_Paulo'] }, now).quiet, false);
  assert.equal(
    quietHoursNow(clocks, { ...lost, storeZones: ['America/Sao_Paulo', 'America/Noronha'] }, now).quiet,
    true,
  );
  const blind = quietHoursNow(clocks, lost, now);
  assert.deepEqual([blind.quiet, blind.until], [true, null]);
});
