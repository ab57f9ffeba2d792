/** Tests that a number stays with the words beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepNumbers } from './keep-numbers.ts';

test('a number stays on one line with the word before and after it, and other words may break', () => {
  assert.equal(keepNumbers('Comprou tricô há 14 dias na loja'), 'Comprou tricô há\u00a014\u00a0dias na loja');
  assert.equal(keepNumbers('Pronta para amanhã, 08:00.'), 'Pronta para amanhã,\u00a008:00.');
  assert.equal(keepNumbers('Sem números aqui'), 'Sem números aqui');
});
