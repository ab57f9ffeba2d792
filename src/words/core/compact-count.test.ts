/** Tests short counts in all three languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactCount } from './compact-count.ts';

test('a count is written whole below 1,000 and shortened from there on, in each language', () => {
  const said = (value: number) => (['pt-BR', 'en', 'es'] as const).map((language) => compactCount(language, value));
  assert.deepEqual(said(0), ['0', '0', '0']);
  assert.deepEqual(said(999), ['999', '999', '999']);
  assert.deepEqual(
    said(1234).map((text) => text.replaceAll('\u00a0', ' ')),
    ['1,2 mil', '1.2K', '1,2 mil'],
  );
});
