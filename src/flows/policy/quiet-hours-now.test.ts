/** Checks what the screen of a store shows: the present state, the next change, and why there are no quiet hours. */
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

test('in quiet time it gives the start, the end and the next night', () => {
  const hours = quietHoursNow(new BrandClocks(timelineOf([published])), paulista, at('2026-11-24T01:14:00Z'));
  assert.equal(hours.state, 'in_force');
  assert.equal(hours.quiet, true);
  assert.equal(hours.since, at('2026-11-23T23:00:00Z'));
  assert.equal(hours.until, at('2026-11-24T11:00:00Z'));
  assert.equal(hours.next, at('2026-11-24T23:00:00Z'));
  assert.equal(hours.nextUntil, at('2026-11-25T11:00:00Z'));
});

test('in open time it gives the coming night, an hour later in Manaus (C1)', () => {
  const clocks = new BrandClocks(timelineOf([published]));
  const [here, there] = [paulista, { ...paulista, zone: 'America/Manaus' }].map((place) =>
    quietHoursNow(clocks, place, at('2026-11-23T15:00:00Z')),
  );
  assert.deepEqual([here?.quiet, here?.next], [false, at('2026-11-23T23:00:00Z')]);
  assert.deepEqual([there?.quiet, there?.next], [false, at('2026-11-24T00:00:00Z')]);
});

test('the state says why there are no quiet hours: no plan, no policy, not yet, suspended (D9, D10, A7)', () => {
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

test('where a suspension ends in the night, the next start is its end (T8)', () => {
  const now = at('2026-11-24T01:14:00Z');
  const pause = { revision: 2, at: now, kind: 'suspend', from: now, until: now + 3_600_000 } as const;
  const hours = quietHoursNow(new BrandClocks(timelineOf([published, pause])), paulista, now);
  assert.deepEqual([hours.quiet, hours.next, hours.suspendedUntil], [false, now + 3_600_000, now + 3_600_000]);
});

test('a store in an unknown zone is quiet when any store of the brand is, and always where no zone is known (C4)', () => {
  const clocks = new BrandClocks(timelineOf([published]));
  const unknownZone = { ...paulista, zone: 'America/Atlantis' };
  const now = at('2026-11-23T22:30:00Z');
  assert.equal(quietHoursNow(clocks, { ...unknownZone, storeZones: ['America/Sao_Paulo'] }, now).quiet, false);
  assert.equal(
    quietHoursNow(clocks, { ...unknownZone, storeZones: ['America/Sao_Paulo', 'America/Noronha'] }, now).quiet,
    true,
  );
  const noKnownZone = quietHoursNow(clocks, unknownZone, now);
  assert.deepEqual([noKnownZone.quiet, noKnownZone.until], [true, null]);
});
