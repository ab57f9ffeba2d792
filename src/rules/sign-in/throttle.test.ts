/** Tests the limit of tries. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { giveBack, type Limit, takeTry } from './throttle.ts';

const limits = fc.record({ atOnce: fc.integer({ min: 1, max: 20 }), everyMs: fc.integer({ min: 1, max: 1000 }) });
const pauses = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 200 });

/** Returns the instants of the allowed tries, for tries after these pauses. */
function had(limit: Limit, waits: readonly number[]): number[] {
  const instants: number[] = [];
  let paidUntil: number | null = null;
  let now = 0;
  for (const wait of waits) {
    now += wait;
    const one = takeTry(limit, paidUntil, now);
    if (!one.taken) continue;
    paidUntil = one.paidUntil;
    instants.push(now);
  }
  return instants;
}

test('no window of time contains more tries than the limit allows', () => {
  fc.assert(
    fc.property(limits, pauses, (limit, waits) => {
      const instants = had(limit, waits);
      for (const [i, from] of instants.entries()) {
        for (const [j, to] of instants.slice(i).entries()) {
          assert.ok(j + 1 <= limit.atOnce + (to - from) / limit.everyMs);
        }
      }
    }),
  );
});

test('a few tries are allowed at once, then one at the promised instant and not before', () => {
  const limit = { atOnce: 3, everyMs: 100 };
  assert.deepEqual(had(limit, [0, 0, 0, 0]), [0, 0, 0]);
  const refused = takeTry(limit, 300, 0);
  assert.deepEqual(refused, { taken: false, nextAt: 100 });
  assert.equal(takeTry(limit, 300, 99).taken, false);
  assert.deepEqual(takeTry(limit, 300, 100), { taken: true, paidUntil: 400 });
});

test('after a long wait all tries are available at once again, and no more', () => {
  const limit = { atOnce: 3, everyMs: 100 };
  assert.deepEqual(had(limit, [0, 0, 0, 10_000, 0, 0, 0]), [0, 0, 0, 10_000, 10_000, 10_000]);
});

test('a try that is given back does not count', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 10_000 }), (limit, now) => {
      const one = takeTry(limit, null, now);
      assert.ok(one.taken);
      assert.equal(giveBack(limit, one.paidUntil), now);
    }),
  );
});
