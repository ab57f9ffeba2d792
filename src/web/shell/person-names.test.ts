/** Tests how a person is called in a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameAmong } from './person-names.ts';

test('a title is no first name: a person is called by the first name, as in the server’s sentences', () => {
  const all = [{ name: 'Dra. Helena Prado' }, { name: 'Dra. Bia Lima' }, { name: 'Helena Costa' }];
  assert.equal(nameAmong('Dra. Bia Lima', all), 'Bia');
  assert.equal(nameAmong('Dra. Helena Prado', all), 'Dra. Helena Prado');
});
