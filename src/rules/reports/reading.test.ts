/** Tests the median and the bands of how long warnings were read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { medianRead, READ_BANDS, readBands } from './reading.ts';

test('the median is the lower one, and there is none of nothing', () => {
  const counts = (...seconds: number[]) => seconds.map((each) => ({ seconds: each, contacts: 1 }));
  assert.equal(medianRead([]), null);
  assert.equal(medianRead([{ seconds: 3, contacts: 0 }]), null);
  assert.equal(medianRead(counts(9)), 9);
  assert.equal(medianRead(counts(9, 2, 4)), 4);
  assert.equal(medianRead(counts(9, 2, 4, 7)), 4);
  assert.equal(medianRead([...counts(1, 2), { seconds: 30, contacts: 3 }]), 30);
});

test('the median of counted seconds is that of the seconds one by one, and the bands contain each contact once', () => {
  const aCount = fc.record({ seconds: fc.nat(120), contacts: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(aCount, { minLength: 1 }), (counts) => {
      const each = counts
        .flatMap(({ seconds, contacts }) => new Array<number>(contacts).fill(seconds))
        .toSorted((a, b) => a - b);
      assert.equal(medianRead(counts), each[Math.ceil(each.length / 2) - 1]);
      const bands = readBands(counts);
      assert.deepEqual(
        bands.map(({ fromSeconds }) => fromSeconds),
        [...READ_BANDS],
      );
      assert.equal(
        bands.reduce((sum, { contacts }) => sum + contacts, 0),
        each.length,
      );
    }),
  );
});
