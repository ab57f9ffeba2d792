/** Tests the comparison of texts as people type them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from './plain-text.ts';

test('case, accents and the number of blanks do not count', () => {
  assert.equal(plainText('  São   PAULO\t '), 'sao paulo');
  assert.equal(plainText('são paulo'), 'sao paulo');
  assert.equal(plainText('Tricô de Gola'), 'trico de gola');
  assert.notEqual(plainText('sao paulo'), plainText('saopaulo'));
});

test('a text reads alike however many texts were read before', () => {
  for (let i = 0; i < 20_001; i++) assert.equal(plainText(`Cidade ${i}`), `cidade ${i}`);
  assert.equal(plainText('Cidade 0'), 'cidade 0');
});
