/** Tests that the prepared answer to a ticket is a correct sentence for every start of a publication. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words as en } from './configure.en.ts';
import { words as es } from './configure.es.ts';
import { words as pt } from './configure.pt-BR.ts';

test('no prepared answer has a preposition beside an article with which it contracts', () => {
  for (const [t, apart] of [
    [pt, /\b(?:de|em) (?:o|a|os|as|esta|este)\b/],
    [es, /\b(?:de|a) el\b/],
    [en, /\bfrom from\b/],
  ] as const) {
    for (const from of [t.nextStart, t.rightNow, t.fromMoment('X')])
      assert.doesNotMatch(t.readyAnswer('Ana', 'X', from, 'y.', null), apart);
    assert.doesNotMatch(t.whatStarts(null), apart);
  }
  assert.match(pt.readyAnswer('Ana', 'da Aurora', pt.nextStart, 'y.', null), /vale a partir do próximo início/);
});
