/** Checks that the encoding of each line of a file is found, and that a doubtful file is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeSingleByte } from './code-pages.ts';
import { type DecodedFile, decodeFile } from './decode-file.ts';

const textOf = (file: Uint8Array) => (decodeFile(file) as DecodedFile).text;
const cp850 = (text: string) => encodeSingleByte(text, 'cp850') as Uint8Array;
const latin = (text: string) => encodeSingleByte(text, 'windows-1252') as Uint8Array;

test('Windows-1252, CP850 and Mac Roman are recognised by their letters', () => {
  const text = 'José Conceição;não\nJOÃO GONÇALVES;NÃO\n';
  assert.equal(textOf(latin(text)), text);
  assert.equal(textOf(cp850(text)), text);
  assert.equal(textOf(Buffer.from('Jos\x8e Concei\x8d\x8bo;n\x8bo\n', 'latin1')), 'José Conceição;não\n');
});

test('a file of several encodings is read line by line, and each encoding is reported with its first line', () => {
  const file = Buffer.concat([Buffer.from('não\n'), latin('Conceição\n'), Buffer.from('nÃ£o\n'), Buffer.from('x\n')]);
  assert.deepEqual(decodeFile(file), {
    text: 'não\nConceição\nnão\nx\n',
    encodings: [
      { encoding: 'utf-8', lines: 1, firstLine: 1 },
      { encoding: 'windows-1252', lines: 1, firstLine: 2 },
      { encoding: 'double', lines: 1, firstLine: 3 },
    ],
  });
});

test('a line that could be in two encodings is read like the other lines, and a file of that line alone is refused', () => {
  assert.deepEqual(decodeFile(latin('nome\nSERVIÇO\n')), { code: 'encoding_doubtful', line: 2, about: null });
  assert.equal(textOf(latin('Conceição\nSERVIÇO\n')), 'Conceição\nSERVIÇO\n');
  assert.equal(textOf(cp850('Conceição\nSERVIÃO\n')), 'Conceição\nSERVIÃO\n');
});

test('double encoding is undone in every usual form, and a pair of characters that people write themselves stays', () => {
  for (const text of ['nÃ£o', 'n├úo', 'nÃƒÂ£o', 'JOSÃ‰', 'ANTÃ”NIO', 'nÂº 5', 'â€“']) {
    assert.doesNotMatch(textOf(Buffer.from(text)), /[ÃÂ├â]/, text);
  }
  assert.equal(textOf(Buffer.from('“MAÇÃ” é boa')), '“MAÇÃ” é boa');
  assert.deepEqual(decodeFile(Buffer.from('a\n“MANHÃ”')), { code: 'encoding_doubtful', line: 2, about: null });
});

test('UTF-16 is recognised by its byte-order mark or its zero bytes, and a spreadsheet is refused', () => {
  assert.equal(textOf(Buffer.from('codigo;nome\n1;José', 'utf16le')), 'codigo;nome\n1;José');
  assert.equal(textOf(Buffer.from('\ufeffcodigo;não', 'utf16le').swap16()), 'codigo;não');
  assert.deepEqual(decodeFile(Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1')), {
    code: 'spreadsheet',
    line: null,
    about: null,
  });
});
