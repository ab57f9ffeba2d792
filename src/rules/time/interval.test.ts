/** Tests the set operations on intervals (T1, T6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { complement, contains, type Interval, intersect, subtract, union } from './interval.ts';

const at = (start: number, end: number): Interval => ({ start, end });

test('T1: the start is inside, the end is not', () => {
  assert.deepEqual(
    [9, 10, 19, 20].map((instant) => contains(at(10, 20), instant)),
    [false, true, true, false],
  );
});

test('T6: touching and overlapping intervals merge, separate ones stay, empty ones are removed, in any order', () => {
  const given = [at(50, 60), at(10, 20), at(20, 30), at(5, 12), at(40, 40), at(52, 55), at(31, 32)];
  const merged = [at(5, 30), at(31, 32), at(50, 60)];
  assert.deepEqual(union(given), merged);
  assert.deepEqual(union(given.toReversed()), merged);
  assert.deepEqual(union([]), []);
});

test('T6: intervals that are in order and apart already are returned as they are, others are not', () => {
  const apart = [at(5, 30), at(31, 32)];
  assert.equal(union(apart), apart);
  for (const given of [
    [at(5, 30), at(30, 32)],
    [at(31, 32), at(5, 30)],
    [at(5, 5), at(31, 32)],
    [at(7, 6), at(31, 32)],
  ]) {
    assert.notEqual(union(given), given);
  }
  assert.deepEqual(union([at(-Infinity, 0), at(5, 6)]), [at(-Infinity, 0), at(5, 6)]);
});

test('T6: the arguments are not changed', () => {
  const given = [at(1, 2), at(2, 3)];
  union(given);
  assert.deepEqual(given, [at(1, 2), at(2, 3)]);
});

test('intersect, subtract and complement return both, one without the other, and neither', () => {
  const a = [at(0, 10), at(20, 30), at(40, 50)];
  const b = [at(5, 25), at(30, 35), at(45, 60)];
  assert.deepEqual(intersect(a, b), [at(5, 10), at(20, 25), at(45, 50)]);
  assert.deepEqual(subtract(a, b), [at(0, 5), at(25, 30), at(40, 45)]);
  assert.deepEqual(subtract(a, []), a);
  assert.deepEqual(complement(a), [at(-Infinity, 0), at(10, 20), at(30, 40), at(50, Infinity)]);
  assert.deepEqual(complement([at(-Infinity, Infinity)]), []);
});

const anyIntervals = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 })), { maxLength: 12 })
  .map((pairs) => pairs.map(([start, length]) => at(start, start + length)));
const inAny = (intervals: readonly Interval[], instant: number): boolean => intervals.some((i) => contains(i, instant));

test('each operation agrees with the set operation at every instant, and returns intervals in order and apart', () => {
  fc.assert(
    fc.property(anyIntervals, anyIntervals, (some, others) => {
      const [a, b] = [union(some), union(others)];
      for (const result of [a, intersect(a, b), subtract(a, b), complement(a)]) {
        for (const [i, interval] of result.entries()) {
          assert.ok(interval.start < interval.end);
          assert.ok(i === 0 || (result[i - 1] as Interval).end < interval.start);
        }
      }
      for (let t = -1; t < 60; t++) {
        const [inA, inB] = [inAny(some, t), inAny(others, t)];
        assert.equal(inAny(a, t), inA);
        assert.equal(inAny(intersect(a, b), t), inA && inB);
        assert.equal(inAny(subtract(a, b), t), inA && !inB);
        assert.equal(inAny(complement(a), t), !inA);
      }
      assert.deepEqual(union(a), a);
      assert.deepEqual(union([...others, ...some]), union([...some, ...others]));
    }),
  );
});
