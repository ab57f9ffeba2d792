/** Tests the folding of names for comparison. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText, plainWords } from './plain-words.ts';

test('accents, case and spaces make no difference', () => {
  assert.equal(foldText('  Érico  D’Ávila\t'), 'erico d’avila');
  assert.equal(foldText('CONCEIÇÃO'), foldText('Conceição'));
  assert.equal(foldText('Müller'), 'muller');
});

test('words are letters and digits, in order, and signs are no words', () => {
  assert.deepEqual(plainWords("D'Ávila, Ana <b>2</b>"), ['d', 'avila', 'ana', 'b', '2', 'b']);
  assert.deepEqual(plainWords(' -- '), []);
});
