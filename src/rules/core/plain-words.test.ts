/** Tests the folding of names for comparison. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, plainWords } from './plain-words.ts';

test('accents, case and spaces make no difference', () => {
  assert.equal(folded('  Érico  D’Ávila\t'), 'erico d’avila');
  assert.equal(folded('CONCEIÇÃO'), folded('Conceição'));
  assert.equal(folded('Müller'), 'muller');
});

test('words are letters and digits, in order, and signs are no words', () => {
  assert.deepEqual(plainWords("D'Ávila, Ana <b>2</b>"), ['d', 'avila', 'ana', 'b', '2', 'b']);
  assert.deepEqual(plainWords(' -- '), []);
});
