/** Checks how a file is read as a table: separator, encoding, header, rows and cells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable, type Table } from './read-table.ts';

const COLUMNS = {
  code: { names: ['codigo', 'id'] },
  name: { names: ['nome'], needed: true },
  phone: { names: ['telefone', 'celular'], several: true },
  note: { names: ['observacoes'] },
} as const;

type Read = Table<keyof typeof COLUMNS>;

const read = (text: string | Uint8Array) => readTable(typeof text === 'string' ? Buffer.from(text) : text, COLUMNS);
const rowsOf = (text: string | Uint8Array) => (read(text) as Read).rows;
const namesIn = (text: string | Uint8Array) => rowsOf(text).map(({ cells }) => cells.name);

test('the separator is found, even where cells contain the other separators', () => {
  assert.deepEqual(namesIn('codigo;nome\n1;Silva, Ana\n'), ['Silva, Ana']);
  assert.deepEqual(namesIn('codigo,nome\n1,"Silva; Ana"\n'), ['Silva; Ana']);
  assert.deepEqual(namesIn('codigo\tnome\n1\tSilva, Ana; B|C\n'), ['Silva, Ana; B|C']);
  assert.deepEqual(namesIn('codigo|nome\n1|Ana\n'), ['Ana']);
  assert.deepEqual(namesIn('sep=,\r\ncodigo,nome\r\n1,Ana\r\n'), ['Ana']);
  assert.deepEqual(namesIn('nome\nAna\n'), ['Ana']);
});

test('UTF-8 with and without its byte-order mark, UTF-16 and Windows-1252 are recognised', () => {
  assert.deepEqual(namesIn('nome\nJoão'), ['João']);
  assert.deepEqual(namesIn('\ufeffnome\nJoão'), ['João']);
  assert.deepEqual(namesIn(Buffer.from('\ufeffnome\nJoão', 'utf16le')), ['João']);
  assert.deepEqual(namesIn(Buffer.from('nome\nJo\xe3o \x80', 'latin1')), ['João €']);
  assert.deepEqual(namesIn('nome\nJoa\u0303o'), ['João']);
});

test('headers are recognised by their other names, in any case, with accents and signs', () => {
  assert.deepEqual(namesIn('CÓDIGO; Nome \n1;Ana'), ['Ana']);
  const table = read('Código;nome;Loja preferida\n1;Ana;x') as Read;
  assert.deepEqual(table.columns, { code: 'Código', name: 'nome' });
  assert.deepEqual(table.unused, ['Loja preferida']);
});

test('a row has the number of the line it begins on, despite quoted line breaks, blank lines and a declared separator', () => {
  const text = 'sep=;\r\ncodigo;nome\r\n\r\n1;"a\r\nb"\r\n2;c\r\n;\r\n3;"d\re"\r\n4;f';
  assert.deepEqual(
    rowsOf(text).map(({ line, cells }) => [line, cells.code]),
    [
      [4, '1'],
      [6, '2'],
      [8, '3'],
      [10, '4'],
    ],
  );
  assert.deepEqual(
    rowsOf('nome\rAna\rBia').map(({ line }) => line),
    [2, 3],
  );
});

test('a cell is plain text: formulas and HTML stay, control and direction characters are removed', () => {
  const [row] = rowsOf('nome;observacoes\nAna;"=HYPERLINK(""http://x"",""oi"")"');
  assert.equal(row?.cells.note, '=HYPERLINK("http://x","oi")');
  assert.equal(rowsOf('nome;observacoes\nAna;<b>VIP</b>')[0]?.cells.note, '<b>VIP</b>');
  assert.equal(rowsOf('nome\nA\u0000n\u001b[31ma\u202e')[0]?.cells.name, 'An[31ma');
  assert.equal(rowsOf('nome;observacoes\nAna;"um\r\n\tdois "')[0]?.cells.note, 'um\n\tdois');
  assert.equal(rowsOf('nome;observacoes\nAna;disse "oi" e saiu')[0]?.cells.note, 'disse "oi" e saiu');
});

test('a row counts its filled cells beyond the header, and empty cells at the end may be missing or surplus', () => {
  assert.deepEqual(
    rowsOf('codigo;nome\n1;Ana\n2;Bia;x\n3;Caio;;\n4').map(({ excess }) => excess),
    [0, 1, 0, 0],
  );
  assert.deepEqual(
    rowsOf('codigo;nome;observacoes\n1;"Ana;x"').map(({ excess }) => excess),
    [-1],
    'a quoted cell that contains a separator may have swallowed the missing cells',
  );
});

test('two columns for numbers become one cell, and two columns for another field are refused', () => {
  assert.equal(rowsOf('nome;telefone;celular\nAna;1;2')[0]?.cells.phone, '1 / 2');
  assert.equal(rowsOf('nome;telefone;celular\nAna;;2')[0]?.cells.phone, '2');
  assert.deepEqual(read('nome;id;codigo\nAna;1;2'), {
    ...{ code: 'column_twice', line: 1, about: 'id, codigo' },
    header: { names: ['nome', 'id', 'codigo'], fields: ['name', 'code', 'code'] },
    sample: ['Ana', '1', '2'],
  });
});

test('a file that cannot be read is refused with the reason and its line', () => {
  assert.deepEqual(read(''), { code: 'empty', line: null, about: null });
  assert.deepEqual(read('\n\n'), { code: 'empty', line: null, about: null });
  assert.deepEqual(read('codigo;apelido\n1;x'), {
    ...{ code: 'columns_missing', line: 1, about: 'nome' },
    header: { names: ['codigo', 'apelido'], fields: ['code', null] },
    sample: ['1', 'x'],
  });
  assert.deepEqual(read('codigo;nome\n'), { code: 'no_rows', line: null, about: null });
  assert.deepEqual(read('PK\u0003\u0004'), { code: 'spreadsheet', line: null, about: null });
  assert.deepEqual(read(Buffer.alloc(64 * 1024 * 1024 + 1, 'x')), { code: 'too_large', line: null, about: null });
});
