/**
 * Writes random tables as Excel, LibreOffice, Sheets and tills do, and reads them: every cell is found, or its row or file
 * is refused with the line. No cell gets another value, and no row is lost.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { encodeSingleByte } from '#flows/import/file/code-pages.ts';
import { readTable, type Table } from '#flows/import/read/read-table.ts';

const COLUMNS = {
  code: { names: ['codigo'], needed: true },
  name: { names: ['nome'], needed: true },
  store: { names: ['loja'], needed: true },
  permission: { names: ['permite'] },
  note: { names: ['observacoes'] },
} as const;
type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as Field[];
const HEADER = ['codigo', 'nome', 'loja', 'permite', 'observacoes'];

type Cells = readonly string[];

const NAMES = ['José Conceição', 'JOÃO GONÇALVES', 'Ana Lima', "Thiago D'Ávila", 'Mônica Araújo', 'Luís Simão'];
const permission = fc.constantFrom('sim', 'não', '', 'NÃO', 'não quer receber');
const note = fc.oneof(
  fc.constantFrom('', 'volta sexta', 'disse "oi" e saiu', '"VIP', 'VIP"', '"ouro" e prata', 'azul; verde, rosa'),
  fc.constantFrom('linha 1\nlinha 2', 'quer; azul\nvolta, sexta', 'A;Ana;SP01;sim;x\nB;Bia;SP01;não;y', 'a|b\tc'),
  fc.string({ unit: fc.constantFrom('a', 'mé', 'ção ', ' ', '"', ';', ',', '\n'), maxLength: 12 }),
);
const table = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), permission, note), { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map(([name, said, text], place): Cells => [`C${place}`, name, 'SP01', said, trim(text)]));

/** Trims a text as the reader trims cells. */
function trim(text: string): string {
  return text.trim();
}

interface Style {
  readonly separator: string;
  readonly lineEnd: string;
  /** `needed`: Excel and LibreOffice; `all`: tills that quote every cell; `none`: tills that write no quotes. */
  readonly quotes: 'needed' | 'all' | 'none';
  readonly encoding: 'utf-8' | 'utf-8 marked' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'mixed' | 'double';
  readonly sepLine: boolean;
  readonly lastLineEnds: boolean;
  readonly emptyEnds: 'kept' | 'dropped' | 'added';
}

const style: fc.Arbitrary<Style> = fc.record({
  separator: fc.constantFrom(';', ',', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom('needed', 'all', 'none'),
  encoding: fc.constantFrom(
    'utf-8',
    'utf-8 marked',
    'utf-16le',
    'utf-16be',
    'windows-1252',
    'cp850',
    'mixed',
    'double',
  ),
  sepLine: fc.boolean(),
  lastLineEnds: fc.boolean(),
  emptyEnds: fc.constantFrom('kept', 'dropped', 'added'),
});

function writeFile(rows: readonly Cells[], how: Style): Uint8Array {
  const lines = [HEADER, ...rows.map((cells) => expected(cells, how))].map((cells) => lineOf(cells, how));
  const text = lines.join(how.lineEnd) + (how.lastLineEnds ? how.lineEnd : '');
  return encode(how.sepLine ? `sep=${how.separator}${how.lineEnd}${text}` : text, how.encoding);
}

function lineOf(cells: Cells, { separator, quotes, lineEnd, emptyEnds }: Style): string {
  const line = cells
    .map((cell) => cell.replaceAll('\n', lineEnd))
    .map((cell) => {
      const needsQuotes = cell.includes('"') || cell.includes(separator) || /[\r\n]/.test(cell);
      const isQuoted = quotes === 'all' || (quotes === 'needed' && needsQuotes);
      return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    })
    .join(separator);
  if (emptyEnds === 'added') return line + separator.repeat(2);
  return emptyEnds === 'dropped' && quotes !== 'all' ? line.replace(new RegExp(`\\${separator}+$`), '') : line;
}

function encode(text: string, encoding: Style['encoding']): Uint8Array {
  const single = (line: string, page: 'windows-1252' | 'cp850') => encodeSingleByte(line, page) as Uint8Array;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 marked':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'double':
      return Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text)));
    case 'mixed': {
      const lines = text.split(/(?<=[\r\n])/);
      return Buffer.concat(lines.map((line, place) => (place % 2 ? single(line, 'windows-1252') : Buffer.from(line))));
    }
    default:
      return single(text, encoding);
  }
}

/**
 * Returns the cells that a reader can find in a file without quotes: line breaks are spaces, a separator at the end is an
 * empty cell, and quotes around a text or after a separator are quotes of a cell.
 */
function expected(cells: Cells, { quotes, separator }: Style): Cells {
  if (quotes !== 'none') return cells;
  return cells.map((cell) => {
    const unquoted = cell.includes(separator) ? cell.replaceAll('"', '') : cell;
    const line = unquoted.replaceAll('\n', ' ').replace(new RegExp(`[\\${separator}\\s]+$`), '');
    return trim(line.startsWith('"') ? `"${line.replaceAll('"', '')}` : line);
  });
}

const isRefused = ({ excess, flaw }: Table<Field>['rows'][number]) => excess !== 0 || flaw === 'quotes_unclear';

test('every cell is found, or its row or file is refused with the line', () => {
  let files = 0;
  let refusedFiles = 0;
  let found = 0;
  let refusedRows = 0;
  fc.assert(
    fc.property(table, style, (rows, how) => {
      files += 1;
      const read = readTable(writeFile(rows, how), COLUMNS);
      if ('code' in read) {
        assert.equal(read.code, 'encoding_doubtful');
        assert.equal(typeof read.line, 'number');
        refusedFiles += 1;
        return;
      }
      const taken = read.rows.filter((row) => !isRefused(row));
      for (const row of taken) {
        const place = Number(/^C(\d+)$/.exec(row.cells.code)?.[1] ?? Number.NaN);
        // A line of a multi-line cell that is read as a separate row has no store, and the import refuses it.
        if (Number.isNaN(place) && row.cells.store !== 'SP01') continue;
        assert.deepEqual(
          FIELDS.map((field) => row.cells[field]),
          expected(rows[place] as Cells, how),
        );
        found += 1;
      }
      const codes = new Set(read.rows.map(({ cells }) => cells.code.replace(/^"|"$/g, '')));
      for (const [code] of rows) assert.ok(codes.has(code as string), `row ${code} is lost`);
      refusedRows += read.rows.length - taken.length;
    }),
    { numRuns: 3000, seed: 12 },
  );
  assert.ok(found > 4 * refusedRows, `${found} rows found, ${refusedRows} refused`);
  assert.ok(files > 10 * refusedFiles, `${refusedFiles} of ${files} files refused`);
});

test('a file with correct quotes is read as csv-parse reads it', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'), (rows, separator, lineEnd) => {
      const simple = rows.map((cells) => cells.map((cell) => cell.replaceAll('\n', ' ')));
      const file = writeFile(simple, {
        separator,
        lineEnd,
        quotes: 'needed',
        encoding: 'utf-8',
        sepLine: false,
        lastLineEnds: true,
        emptyEnds: 'kept',
      });
      const [, ...records] = parse(Buffer.from(file), { delimiter: separator }) as string[][];
      const read = readTable(file, COLUMNS) as Table<Field>;
      assert.deepEqual(
        read.rows.map(({ cells }) => FIELDS.map((field) => cells[field])),
        records.map((cells) => cells.map(trim)),
      );
    }),
    { numRuns: 500, seed: 12 },
  );
});
