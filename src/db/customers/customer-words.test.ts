/** Tests the words by which a customer is found, and the prefixes of a search. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchPrefixes, searchWords } from './customer-words.ts';

test('the words of a customer are those of the name, and a word with an apostrophe also counts as one word', () => {
  assert.deepEqual(searchWords("Érica D'Ávila da Érica", null), ['erica', 'd', 'avila', 'da', 'davila']);
  assert.deepEqual(searchWords('  ', null), []);
});

test('the words of a number are the number with area code, without it, and its last four digits', () => {
  assert.deepEqual(searchWords('Ana', '+5511900001234'), ['ana', '11900001234', '900001234', '1234']);
  assert.deepEqual(searchWords('Ana', '+556836849103'), ['ana', '6836849103', '36849103', '9103']);
  assert.deepEqual(searchWords('Ana', '+351912345678'), ['ana', '351912345678', '5678']);
});

test('a typed text becomes words, or one number in any spelling', () => {
  assert.deepEqual(searchPrefixes("  d'Ávila  ÉRI "), ['d', 'avila', 'eri']);
  assert.deepEqual(searchPrefixes('ana ana'), ['ana']);
  assert.deepEqual(searchPrefixes('ana 1234'), ['ana', '1234']);
  for (const typed of ['(11) 90000-1234', '+55 11 90000-1234', '5511900001234', '011900001234', '11.90000.1234']) {
    assert.deepEqual(searchPrefixes(typed), ['11900001234'], typed);
  }
  assert.deepEqual(searchPrefixes('+55 11 900'), ['11900']);
  assert.deepEqual(searchPrefixes('55 9000'), ['559000'], 'an area code of Rio Grande do Sul');
  assert.deepEqual(searchPrefixes('+351 912'), ['351912']);
});

test('a typed text without letters or digits of a number gives no prefixes', () => {
  for (const typed of ['', '   ', '-', '0', '()', '%_', '{}']) assert.deepEqual(searchPrefixes(typed), [], typed);
});
