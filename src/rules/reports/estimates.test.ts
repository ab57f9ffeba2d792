/** Tests of intervals and verdicts: against published values and exact intervals, and by properties. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Estimate,
  estimateDifference,
  estimateRate,
  estimateShare,
  LEAST_CONTACTS,
  LEAST_WEEKS,
  verdictOf,
} from './estimates.ts';

const near = (found: number, wanted: number, within: number, told: string) =>
  assert.ok(Math.abs(found - wanted) <= within, `${told}: ${found} instead of ${wanted}`);

test('Wilson’s interval has the published values (Newcombe 1998, table I)', () => {
  for (const [part, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ] as const) {
    const found = estimateShare(part, of) as Estimate;
    near(found.low, low, 0.0001, `${part}/${of} low`);
    near(found.high, high, 0.0001, `${part}/${of} high`);
  }
  assert.equal(estimateShare(0, 0), null);
});

test('Byar’s interval is near the exact Poisson interval', () => {
  for (const [events, low, high] of [
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [100, 81.36, 121.63],
  ] as const) {
    const found = estimateRate(events, 1) as Estimate;
    near(found.low, low, 0.05, `${events} low`);
    near(found.high, high, 0.05, `${events} high`);
  }
  assert.deepEqual(estimateRate(14, 7)?.value, 2);
  assert.equal(estimateRate(0, 0), null);
});

test('the difference has the published values of method 10 (Newcombe 1998, table II)', () => {
  for (const [a, m, b, n, low, high] of [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ] as const) {
    const found = estimateDifference(estimateShare(b, n) as Estimate, estimateShare(a, m) as Estimate);
    near(found.low, low, 0.0001, `${a}/${m} − ${b}/${n} low`);
    near(found.high, high, 0.0001, `${a}/${m} − ${b}/${n} high`);
  }
});

const aShare = fc.integer({ min: 1, max: 5_000 }).chain((of) => fc.record({ of: fc.constant(of), part: fc.nat(of) }));

test('an interval contains its value, stays in its bounds, mirrors, and is narrower the more contacts there are', () => {
  fc.assert(
    fc.property(aShare, ({ part, of }) => {
      const found = estimateShare(part, of) as Estimate;
      assert.ok(0 <= found.low && found.low <= found.value && found.value <= found.high && found.high <= 1);
      const other = estimateShare(of - part, of) as Estimate;
      near(other.low, 1 - found.high, 1e-12, 'mirrored');
      const more = estimateShare(part * 4, of * 4) as Estimate;
      assert.ok(more.high - more.low < found.high - found.low);
    }),
  );
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 400 }), (events, days) => {
      const found = estimateRate(events, days) as Estimate;
      assert.ok(0 <= found.low && found.low <= found.value && found.value < found.high);
    }),
  );
});

test('a difference turns its sign with its sides, and of a side with itself contains 0', () => {
  fc.assert(
    fc.property(aShare, aShare, (a, b) => {
      const [before, after] = [estimateShare(a.part, a.of) as Estimate, estimateShare(b.part, b.of) as Estimate];
      const [there, back] = [estimateDifference(before, after), estimateDifference(after, before)];
      near(there.low, -back.high, 1e-12, 'turned');
      const same = estimateDifference(before, before);
      assert.ok(same.low <= 0 && same.high >= 0);
    }),
  );
});

test('there is no verdict below 100 contacts or two weeks on a side, whatever the difference', () => {
  const enough = { contacts: LEAST_CONTACTS, weeks: LEAST_WEEKS };
  const verdict = (low: number, high: number, sides = [enough, enough]) =>
    verdictOf({ value: (low + high) / 2, low, high }, sides);
  assert.equal(verdict(0.1, 0.2), 'more');
  assert.equal(verdict(-0.2, -0.1), 'less');
  for (const [low, high] of [
    [-0.1, 0.1],
    [0, 0.1],
    [-0.1, 0],
  ] as const)
    assert.equal(verdict(low, high), 'alike');
  assert.equal(verdict(0.1, 0.2, [enough, { ...enough, contacts: LEAST_CONTACTS - 1 }]), 'few');
  assert.equal(verdict(-0.2, -0.1, [{ ...enough, weeks: LEAST_WEEKS - 1 }, enough]), 'few');
});
