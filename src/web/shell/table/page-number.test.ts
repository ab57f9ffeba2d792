/** Tests that an address that somebody typed asks for no page that a list cannot have. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageNumber } from './page-number.ts';

test('a page is read as it was written, and anything else is the first page', () => {
  assert.deepEqual(['1', '2', '40', '100'].map(readPageNumber), [1, 2, 40, 100]);
  assert.deepEqual(['', '0', '-1', '1.5', '101', '99999', '1e1', ' 2', 'two'].map(readPageNumber), Array(9).fill(1));
});
