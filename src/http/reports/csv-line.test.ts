/** Tests CSV lines: what a spreadsheet reads is what was written, and nothing is a formula. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLines } from './csv-line.ts';

test('separators, quotes and line breaks are quoted, and what could be a formula is text', () => {
  assert.equal(csvLines([['a', 'b;c', 'd"e', 'f\r\ng', '']]), 'a;"b;c";"d""e";"f\r\ng";\r\n');
  assert.equal(csvLines([['a;b', '1,5']], ','), 'a;b,"1,5"\r\n');
  for (const start of ['=', '+', '-', '@', '\t', '\r'])
    assert.match(csvLines([[`${start}1+1`]]), /^"?'/, JSON.stringify(start));
});

test('any cells are read back, with an apostrophe before what could be a formula', () => {
  const cells = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(cells, fc.constantFrom(';' as const, ',' as const), (line, separator) => {
      const text = csvLines([line], separator);
      const [back = []]: string[][] = parse(text, { delimiter: separator, relax_column_count: true });
      for (const [index, cell] of line.entries()) {
        const read = back[index] ?? '';
        assert.ok([cell, `'${cell}`].includes(read), JSON.stringify([cell, read]));
        assert.doesNotMatch(read, /^[=+\-@\t\r]/);
      }
    }),
  );
});
