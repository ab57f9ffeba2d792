/** A file from somebody's till becomes rows: its encoding and separator are found out, not asked for. */
// biome-ignore lint/style/noRestrictedImports: quotes and separators are a library's to get right; only imports meet them.
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { FileFinding } from '#contract/import-report.ts';
import { plainWords } from '#rules/plain-words.ts';

/** A row with its cells by field; `line` is where it begins in the file, counted from 1. */
export interface Row<Field extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Field, string>>;
  /** How many cells it has beside the header's number: 0 where it fits. */
  readonly excess: number;
}

export interface Table<Field extends string> {
  readonly rows: readonly Row<Field>[];
  /** The file's own name of each field's column; absent where it has none. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly unused: readonly string[];
}

/** A field's column: the names it goes by, as plain words joined by `_`; `needed`: without it the file is not read. */
export interface Column {
  readonly names: readonly string[];
  readonly needed?: true;
  /** Several columns may hold it, as landline and mobile do; their cells are joined by ` / `. */
  readonly several?: true;
}

/** Reads a whole file. `;`, `,`, tab or `|`; UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. */
export function readTable<Field extends string>(
  file: Uint8Array,
  columns: Readonly<Record<Field, Column>>,
): Table<Field> | FileFinding {
  if (file.byteLength > MAX_BYTES) return { code: 'too_large', line: null, about: null };
  const text = separatorDeclared(decoded(file));
  const records = recordsOf(text.rest, text.separator ?? likeliestSeparator(text.rest, columns), text.skippedLines);
  if (!Array.isArray(records)) return records;
  const [header, ...body] = records;
  if (header === undefined) return { code: 'empty', line: null, about: null };

  const fields = Object.keys(columns) as Field[];
  const places = new Map<Field, number[]>();
  header.cells.forEach((name, place) => {
    const field = fields.find((each) => columns[each].names.includes(headerName(name)));
    if (field !== undefined) places.set(field, [...(places.get(field) ?? []), place]);
  });
  const missing = fields.filter((field) => columns[field].needed && !places.has(field));
  if (missing.length > 0) {
    return {
      code: 'columns_missing',
      line: header.line,
      about: missing.map((field) => columns[field].names[0]).join(', '),
    };
  }
  const twice = [...places].find(([field, at]) => at.length > 1 && !columns[field].several);
  if (twice !== undefined) {
    return { code: 'column_twice', line: header.line, about: twice[1].map((place) => header.cells[place]).join(', ') };
  }

  const named = [...places].map(([field, at]) => [field, header.cells[at[0] as number]]);
  const used = new Set([...places.values()].flat());
  const cellOf = (cells: readonly string[], field: Field): string =>
    (places.get(field) ?? [])
      .map((place) => cells[place] ?? '')
      .filter((cell) => cell !== '')
      .join(' / ');
  return {
    columns: Object.fromEntries(named) as Partial<Record<Field, string>>,
    unused: header.cells.filter((name, place) => name !== '' && !used.has(place)),
    rows: body.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(fields.map((field) => [field, cellOf(cells, field)])) as Record<Field, string>,
      excess: cells.length - header.cells.length,
    })),
  };
}

/** What a till or a spreadsheet exports of one brand stays far below this; it is held in memory. */
const MAX_BYTES = 64 * 1024 * 1024;
const SEPARATORS = [';', ',', '\t', '|'] as const;

interface Plain {
  readonly line: number;
  readonly cells: readonly string[];
}

/** "Permite WhatsApp?" → `permite_whatsapp`. */
function headerName(name: string): string {
  return plainWords(name).join('_');
}

function decoded(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** Excel's own first line, `sep=;`, says what separates. */
function separatorDeclared(text: string): { rest: string; separator: string | null; skippedLines: number } {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared === null) return { rest: text, separator: null, skippedLines: 0 };
  return { rest: text.slice(declared[0].length), separator: declared[1] ?? null, skippedLines: 1 };
}

/** The one under which the header names most of what is looked for; among equals, the one that splits it most. */
function likeliestSeparator(text: string, columns: Readonly<Record<string, Column>>): string {
  const names = new Set(Object.values<Column>(columns).flatMap((column) => column.names));
  const firstLine = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const score = (separator: string): number => {
    const cells = firstLine.split(separator).map((cell) => headerName(cell));
    return cells.filter((cell) => names.has(cell)).length * 1000 + cells.length;
  };
  return SEPARATORS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/** Blank lines are none; a quote may hold line breaks, and one inside an unquoted cell is a character like others. */
function recordsOf(text: string, delimiter: string, skippedLines: number): Plain[] | FileFinding {
  const bytes = Buffer.from(text);
  const records: Plain[] = [];
  let line = 1 + skippedLines;
  let read = 0;
  const take = (record: string[], { bytes: end }: InfoRecord): null => {
    const cells = record.map(cleaned);
    if (cells.some((cell) => cell !== '')) records.push({ line, cells });
    for (; read < end; read++) {
      if (bytes[read] === LF || (bytes[read] === CR && bytes[read + 1] !== LF)) line += 1;
    }
    return null;
  };
  try {
    parse(bytes, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : ['\r'],
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: 'quote_not_closed', line, about: null };
  }
  return records;
}

const LF = 0x0a;
const CR = 0x0d;

/** Composed letters, plain line breaks, no control or direction characters: what is kept is text and nothing else. */
function cleaned(cell: string): string {
  return cell.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g;
