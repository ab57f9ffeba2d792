/** Tests how a brand's name is written inside a sentence. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BrandName, inBrand, ofBrand, sentenceStart, theBrand } from './brand.ts';

const AURORA: BrandName = { name: 'Aurora', article: 'a' };
const CAIS: BrandName = { name: 'Cais', article: 'o' };
const BRISA: BrandName = { name: 'Brisa', article: '' };

test('in Portuguese a brand’s name has its article, contracted with the preposition', () => {
  const said = [AURORA, CAIS, BRISA].map((brand) => [theBrand, ofBrand, inBrand].map((say) => say('pt-BR', brand)));
  assert.deepEqual(said, [
    ['a Aurora', 'da Aurora', 'na Aurora'],
    ['o Cais', 'do Cais', 'no Cais'],
    ['Brisa', 'de Brisa', 'em Brisa'],
  ]);
});

test('other languages name a brand without an article', () => {
  assert.deepEqual(
    [theBrand, ofBrand, inBrand].map((say) => say('en', AURORA)),
    ['Aurora', 'of Aurora', 'at Aurora'],
  );
  assert.deepEqual(
    [theBrand, ofBrand, inBrand].map((say) => say('es', CAIS)),
    ['Cais', 'de Cais', 'en Cais'],
  );
});

test('a sentence starts with a capital letter, also with an accent', () => {
  assert.deepEqual(['a Aurora', 'às 20:00', '20:00', ''].map(sentenceStart), ['A Aurora', 'Às 20:00', '20:00', '']);
});
