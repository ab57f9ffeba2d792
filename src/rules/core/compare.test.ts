/** Tests the comparison of two values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from './compare.ts';

test('numbers and texts are put in ascending order, infinite ones too', () => {
  assert.deepEqual([3, Number.POSITIVE_INFINITY, -1, 3, Number.NEGATIVE_INFINITY].sort(compare), [
    ...[Number.NEGATIVE_INFINITY, -1, 3, 3, Number.POSITIVE_INFINITY],
  ]);
  assert.deepEqual(['b', 'a', 'ab'].sort(compare), ['a', 'ab', 'b']);
});

test('two equal values are equal, also when both are infinite', () => {
  assert.deepEqual(
    [compare(2, 2), compare('a', 'a'), compare(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)],
    [...[0, 0, 0]],
  );
  assert.ok(compare(1, 2) < 0 && compare(2, 1) > 0);
});
