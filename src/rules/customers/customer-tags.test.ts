import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseTag } from './customer-tags.ts';

test('a tag is the same in any spelling of blanks, case and a leading sign', () => {
  for (const typed of ['VIP', ' vip ', '#vip', 'Vip,', '# VIP']) assert.equal(normaliseTag(typed), 'vip', typed);
  assert.equal(normaliseTag('Tamanho   38'), 'tamanho 38');
  assert.equal(normaliseTag('MÃE'), 'mãe');
});

test('a tag of signs alone, or of more than 30 characters, is none', () => {
  for (const typed of ['', '  ', '#', '–', 'a'.repeat(31)]) assert.equal(normaliseTag(typed), null, typed);
  assert.equal(normaliseTag('a'.repeat(30)), 'a'.repeat(30));
});
