/** Tests that an old version that is published again gives the same answers as before (A2, S1). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyPolicy, FROM } from '#kit/arbitrary-context.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { compileTimeline, timelineOf } from '#rules/policy/timeline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = ['America/Sao_Paulo', 'America/New_York', 'Europe/Lisbon', 'Asia/Tokyo'];

/** Returns a timeline in which each policy of the list is published as the next version, at its instant. */
function timeline(...published: readonly (readonly [Policy, number])[]) {
  return timelineOf(
    published.map(([policy, effectiveAt], i) => ({
      revision: i + 1,
      at: effectiveAt,
      kind: 'publish' as const,
      version: i + 1,
      policy,
      effectiveAt,
    })),
  );
}

test('A2, S1: after a roll-back every answer equals that of the restored version, to the millisecond and in every zone', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyPolicy,
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 14 * 24 }),
      fc.integer({ min: 1, max: 72 }),
      fc.integer({ min: 0, max: 21 * DAY }),
      (first, second, zone, tried, back, later) => {
        const triedAt = FROM + tried * HOUR;
        const backAt = triedAt + back * HOUR;
        const at = backAt + later;
        const rolledBack = compileTimeline(timeline([first, FROM - DAY], [second, triedAt], [first, backAt]), zone, at);
        const unchanged = compileTimeline(timeline([first, FROM - DAY]), zone, at);
        assert.deepEqual(rolledBack.at(at), unchanged.at(at));
        assert.equal(rolledBack.nextOpen(at), unchanged.nextOpen(at));
        const [from, to] = [Math.max(backAt, at - DAY), at + DAY];
        assert.deepEqual(rolledBack.intervals(from, to), unchanged.intervals(from, to));
      },
    ),
  );
});
