/** Tests the sentences of an import's report. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROW_FAULTS, ROW_NOTES } from '#contract/import/import-report.ts';
import { countsText, fileFaultText, findingText, refusedText } from './import-report.ts';

const finding = { line: 17, column: 'loja', code: 'store_unknown', value: 'XX99', about: null } as const;

test('a finding names its line and column, its cell and its reason', () => {
  assert.equal(findingText(finding), 'linha 17, coluna loja: a loja “XX99” não existe nesta marca');
  assert.equal(
    findingText({ ...finding, column: null, code: 'too_few_cells', value: null, about: '2' }),
    'linha 17: faltam colunas (2 a menos que no cabeçalho)',
  );
  assert.equal(
    findingText({ ...finding, column: 'telefone', code: 'duplicate', value: '11 90000-0001', about: 'C1' }),
    'linha 17, coluna telefone: mesmo telefone e mesmo nome de C1; ficou um só cadastro',
  );
});

test('a cell of several lines is written in one, and a long cell is cut off', () => {
  assert.match(findingText({ ...finding, value: 'a\nb\tc' }), /a loja “a b c” não/);
  assert.match(findingText({ ...finding, value: 'x'.repeat(500) }), /“x{59}…”/);
});

test('every reason has a sentence', () => {
  for (const code of [...ROW_FAULTS, ...ROW_NOTES]) {
    const text = findingText({ ...finding, code, about: '1' });
    assert.match(text, /^linha 17, coluna loja: \S.{8,}/, code);
    assert.doesNotMatch(text, /undefined|null|erro\b|inválid/i, code);
  }
});

test('counts are written in words, in singular and plural', () => {
  const none = { rows: 0, created: 0, changed: 0, unchanged: 0, joined: 0, refused: 0 };
  assert.equal(
    countsText('customers', { ...none, rows: 5000, created: 4867, joined: 107, refused: 26 }),
    '5.000 linhas lidas: 4.867 clientes novos, 107 unidas a outra linha, 26 recusadas.',
  );
  assert.equal(
    countsText('stores', { rows: 5, created: 1, changed: 1, unchanged: 1, joined: 1, refused: 1 }),
    '5 linhas lidas: 1 loja nova, 1 atualização, 1 sem mudança, 1 unida a outra linha, 1 recusada.',
  );
  assert.equal(countsText('purchases', { ...none, rows: 1 }), '1 linha lida.');
  assert.equal(refusedText({ ...none, rows: 9, created: 7, refused: 2 }), '9 linhas lidas: 2 recusadas.');
});

test('an unreadable file says why, with the line if there is one', () => {
  assert.equal(fileFaultText({ code: 'columns_missing', line: 1, about: 'nome' }), 'linha 1: faltam as colunas: nome');
  assert.equal(fileFaultText({ code: 'empty', line: null, about: null }), 'o arquivo está vazio');
});
