/** A version taken back as a new one answers as it did before (A2, S1). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyPolicy, FROM } from '#kit/arbitrary-context.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { compileTimeline, timelineOf } from '#rules/policy/timeline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = ['America/Sao_Paulo', 'America/New_York', 'Europe/Lisbon', 'Asia/Tokyo'];

/** Each policy of the list published as the next version, at its hour. */
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

test('A2, S1: rolled back, quiet is where it was under the version that came back, to the millisecond and in every zone', () => {
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
        const rolled = compileTimeline(timeline([first, FROM - DAY], [second, triedAt], [first, backAt]), zone, at);
        const never = compileTimeline(timeline([first, FROM - DAY]), zone, at);
        assert.deepEqual(rolled.at(at), never.at(at));
        assert.equal(rolled.nextOpen(at), never.nextOpen(at));
        const [from, to] = [Math.max(backAt, at - DAY), at + DAY];
        assert.deepEqual(rolled.intervals(from, to), never.intervals(from, to));
      },
    ),
  );
});
