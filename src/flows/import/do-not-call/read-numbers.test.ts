/** Tests that the numbers of a do-not-call list are found in files of any layout and spelling (D2c). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNumbers } from './read-numbers.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readNumbers(Buffer.from(text, encoding));
const ONE = '+5511912340001';
const TWO = '+5521912340002';
const numbers = (text: string) => {
  const found = read(text);
  assert.ok('numbers' in found, JSON.stringify(found));
  return found;
};

test('one number a line needs no header, whatever its spelling, and a repeated number counts once', () => {
  const text = '(11) 91234-0001\n011 9 1234 0001\n+55 21 91234-0002\n5521912340002\r\nwa.me/5511912340001\n\n';
  assert.deepEqual(numbers(text), { numbers: [ONE, TWO], unreadLines: [] });
});

test('a header names the column, in any case and with or without accents, and the other columns are left out', () => {
  const text = 'Nome;CPF;Número de telefone\nMarina;111.912.340-09;11 91234-0001\nBia;21912340009;21912340002';
  assert.deepEqual(numbers(text), { numbers: [ONE, TWO], unreadLines: [] });
  assert.deepEqual(numbers('TELEFONE\n11912340001').numbers, [ONE]);
  assert.deepEqual(numbers('celular,telefone\n11912340001,21912340002').numbers, [ONE, TWO]);
});

test('the area code may stand in a column of its own, with a header or without', () => {
  assert.deepEqual(numbers('DDD;Telefone\n11;91234-0001\n(021);912340002').numbers, [ONE, TWO]);
  assert.deepEqual(numbers('11;91234-0001\n21;912340002').numbers, [ONE, TWO]);
});

test('without known names the columns of numbers are found from their cells', () => {
  const text = 'Assinante;Documento;Bloqueio\nMarina;111.912.340-09;11 91234-0001\nBia;222.333.444-05;21 91234-0002';
  assert.deepEqual(numbers(text), { numbers: [ONE, TWO], unreadLines: [] });
  assert.deepEqual(numbers('Marina;11 91234-0001;2026-02-01\nBia;21 91234-0002;2026-02-02').numbers, [ONE, TWO]);
});

test('a line without a number that can be read is named by its line, and the others count', () => {
  const text = 'telefone\n11 91234-0001\nnão tem\n912340003\n5,51191E+12\n21 91234-0002';
  assert.deepEqual(numbers(text), { numbers: [ONE, TWO], unreadLines: [3, 4, 5] });
});

test('all numbers of a cell are listed, also a landline alone', () => {
  assert.deepEqual(numbers('telefone\n11 91234-0001 / 21 91234-0002\n11 3333-4444').numbers, [
    ONE,
    TWO,
    '+551133334444',
  ]);
});

test('a file without numbers, an empty file and a spreadsheet are refused', () => {
  assert.deepEqual(read('nome\nMarina\nBia'), { code: 'columns_missing', line: 1, about: 'telefone' });
  assert.deepEqual(read('telefone\nnão tem\n'), { code: 'columns_missing', line: 1, about: 'telefone' });
  assert.deepEqual(read('telefone\n'), { code: 'no_rows', line: null, about: null });
  assert.deepEqual(read('\n\n'), { code: 'empty', line: null, about: null });
  assert.equal((readNumbers(new Uint8Array([0x50, 0x4b, 3, 4])) as { code: string }).code, 'spreadsheet');
});

test('the same numbers are found in every spelling and layout', () => {
  const spelled = (digits: string) => {
    const [area, first, last] = [digits.slice(0, 2), digits.slice(2, 7), digits.slice(7)];
    return fc.constantFrom(
      ...[`(${area}) ${first}-${last}`, `+55 ${area} ${first} ${last}`, `0${area}${first}${last}`, digits],
      ...[`55${digits}`, `${area} ${first}.${last}`, `tel:+55${digits}`, `"${area} ${first}-${last}"`],
    );
  };
  const digits = fc
    .tuple(fc.constantFrom('11', '21', '51', '85', '92'), fc.integer({ min: 6_000_0000, max: 9_999_9999 }))
    .map(([area, rest]) => `${area}9${rest}`)
    .filter((each) => !/(\d)\1{5}|123456/.test(each));
  const rows = fc
    .uniqueArray(digits, { minLength: 1, maxLength: 30 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.tuple(...all.map(spelled)), fc.constantFrom('', 'telefone\n', 'Nº;Telefone\n')),
    );
  fc.assert(
    fc.property(rows, ([all, cells, header]) => {
      const isNumbered = header.includes(';');
      const lines = cells.map((cell, i) => (isNumbered ? `${i + 1};${cell}` : cell));
      assert.deepEqual(
        [...numbers(`${header}${lines.join('\n')}`).numbers].sort(),
        all.map((each) => `+55${each}`).sort(),
      );
    }),
    { numRuns: 150 },
  );
});
