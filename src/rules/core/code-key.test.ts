/** Tests that a code is the same in every spelling that tills and spreadsheets write. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeKey } from './code-key.ts';

test('codes that differ in case and spaces are the same, and other signs count', () => {
  for (const spelling of ['AB-12', ' ab-12 ', 'aB - 1\u00a02', 'ab\t-12']) assert.equal(codeKey(spelling), 'AB-12');
  assert.notEqual(codeKey('AB12'), 'AB-12');
  assert.notEqual(codeKey('012'), codeKey('12'));
});
