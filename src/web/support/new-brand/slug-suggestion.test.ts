/** Tests of `slugOf`: a suggested slug has the form that the server accepts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugOf } from './slug-suggestion.ts';

test('the slug is the name in small letters without accents, with hyphens between the words', () => {
  const slugs = {
    Aurora: 'aurora',
    'Casa Clara & Cia.': 'casa-clara-cia',
    ' São João ': 'sao-joao',
    'Açaí 24h!': 'acai-24h',
    '—': '',
    東京: '',
    [`${'x'.repeat(40)} longa`]: 'x'.repeat(40),
  };
  for (const [name, slug] of Object.entries(slugs)) assert.equal(slugOf(name), slug, name);
});
