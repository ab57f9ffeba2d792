/** Tests which fields were filled in with nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysNothing } from './says-nothing.ts';

test('blanks, dashes and the usual words for nothing say nothing, in any case and with or without accents', () => {
  for (const text of [
    '',
    '  ',
    '-',
    '–',
    '?',
    'N/A',
    'n.a.',
    'NA',
    'nd',
    'null',
    'None',
    'Nenhum',
    'nenhuma',
    'Não tem',
  ])
    assert.equal(saysNothing(text), true, text);
  for (const text of ['sem', 'não informado', 'Nao informada', 'Não consta', 'desconhecido', '(vazio)'])
    assert.equal(saysNothing(text), true, text);
});

test('every other text says something, also one that begins with a word for nothing', () => {
  for (const text of ['sim', 'não', '0', 'Nádia', 'Sem Terra', 'nenhum deles', 'n', 'a'])
    assert.equal(saysNothing(text), false, text);
});
