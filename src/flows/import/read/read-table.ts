/** A file from somebody's till becomes rows: its encoding, separator and columns are found out, not asked for. */
import type { EncodingUse, FileFinding } from '#contract/import/import-report.ts';
import { decodeFile } from '#flows/import/file/decode-file.ts';
import { separationOf } from '#flows/import/file/separator.ts';
import { type FileRecord, type RecordFlaw, RecordReader } from '#flows/import/file/split-records.ts';
import { plainWords } from '#rules/core/plain-words.ts';

/** A row with its cells by field; `line` is where it begins in the file, counted from 1. */
export interface Row<Field extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Field, string>>;
  /** How many cells it has beside the number of named columns: 0 where it fits; empty cells at the end are not counted. */
  readonly excess: number;
  readonly flaw: RecordFlaw | null;
  /** The texts of columns that the import does not use. */
  readonly rest: readonly string[];
}

export interface Table<Field extends string> {
  readonly rows: readonly Row<Field>[];
  /** The file's own name of each field's column, of several joined by ` / `; absent where it has none. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly unused: readonly string[];
  readonly separator: string;
  readonly encodings: readonly EncodingUse[];
  /** The line of the header. */
  readonly headerLine: number;
}

/** A field's column: the names it goes by, as plain words joined by `_`; `needed`: without it the file is not read. */
export interface Column {
  readonly names: readonly string[];
  /** Recognises further names, where no field has the name in its list. */
  readonly matches?: (name: string) => boolean;
  readonly needed?: true;
  /** Several columns may hold it, as landline and mobile do; their cells are joined by ` / `. */
  readonly several?: true;
  /** A code, from which `,00` is taken that a spreadsheet put behind it. */
  readonly code?: true;
}

/** Reads a whole file. Throws nothing: what keeps it from being read is a finding. */
export function readTable<Field extends string>(
  file: Uint8Array,
  columns: Readonly<Record<Field, Column>>,
): Table<Field> | FileFinding {
  if (file.byteLength > MAX_BYTES) return { code: 'too_large', line: null, about: null };
  const decoded = decodeFile(file);
  if ('code' in decoded) return decoded;
  const names = new ColumnNames(columns);
  const { text, separator, skippedLines } = separationOf(decoded.text, (cell) => names.fieldOf(cell) !== null);
  const reader = new RecordReader(text, separator, 1 + skippedLines);
  const header = nextRecord(reader);
  if (header === null) return { code: 'empty', line: null, about: null };
  const places = names.placesIn(header.cells);
  const fault = headerFault(header, places, columns);
  if (fault !== null) return fault;

  const needed = names.fields.filter((field) => columns[field].needed).flatMap((field) => places.get(field) ?? []);
  reader.leastCells = Math.max(2, ...needed.map((place) => place + 1));
  const width = header.cells.findLastIndex((name) => name !== '') + 1;
  const rows: Row<Field>[] = [];
  for (let record = nextRecord(reader); record !== null; record = nextRecord(reader)) {
    rows.push(rowOf(record, width, places, columns));
  }
  if (rows.length === 0) return { code: 'no_rows', line: null, about: null };
  const named = [...places].map(([field, at]) => [field, at.map((place) => header.cells[place]).join(' / ')]);
  const used = new Set([...places.values()].flat());
  return {
    columns: Object.fromEntries(named) as Partial<Record<Field, string>>,
    unused: header.cells.filter((name, place) => name !== '' && !used.has(place)),
    rows,
    separator,
    encodings: decoded.encodings,
    headerLine: header.line,
  };
}

/** What a till or a spreadsheet exports of one brand stays far below this; it is held in memory. */
const MAX_BYTES = 64 * 1024 * 1024;

/** "Permite WhatsApp?" → `permite_whatsapp`. */
export function headerName(name: string): string {
  return plainWords(name).join('_');
}

/** Blank lines are no records. */
function nextRecord(reader: RecordReader): FileRecord | null {
  while (reader.hasMore) {
    const record = reader.next();
    const cells = record.cells.map(cleaned);
    if (cells.some((cell) => cell !== '')) return { ...record, cells };
  }
  return null;
}

type Places<Field> = ReadonlyMap<Field, readonly number[]>;

class ColumnNames<Field extends string> {
  readonly fields: readonly Field[];
  readonly #columns: Readonly<Record<Field, Column>>;
  readonly #byName: ReadonlyMap<string, Field>;

  constructor(columns: Readonly<Record<Field, Column>>) {
    this.#columns = columns;
    this.fields = Object.keys(columns) as Field[];
    this.#byName = new Map(this.fields.flatMap((field) => columns[field].names.map((name) => [name, field])));
  }

  fieldOf(headerCell: string): Field | null {
    const name = headerName(headerCell);
    if (name === '') return null;
    return this.#byName.get(name) ?? this.fields.find((field) => this.#columns[field].matches?.(name)) ?? null;
  }

  placesIn(cells: readonly string[]): Places<Field> {
    const places = new Map<Field, number[]>();
    cells.forEach((cell, place) => {
      const field = this.fieldOf(cell);
      if (field !== null) places.set(field, [...(places.get(field) ?? []), place]);
    });
    return places;
  }
}

function headerFault<Field extends string>(
  header: FileRecord,
  places: Places<Field>,
  columns: Readonly<Record<Field, Column>>,
): FileFinding | null {
  const fields = Object.keys(columns) as Field[];
  const missing = fields.filter((field) => columns[field].needed && !places.has(field));
  if (missing.length > 0) {
    const about = missing.map((field) => columns[field].names[0]).join(', ');
    return { code: 'columns_missing', line: header.line, about };
  }
  const twice = [...places].find(([field, at]) => at.length > 1 && !columns[field].several);
  if (twice === undefined) return null;
  const about = twice[1].map((place) => header.cells[place]).join(', ');
  return { code: 'column_twice', line: header.line, about };
}

function rowOf<Field extends string>(
  record: FileRecord,
  width: number,
  places: Places<Field>,
  columns: Readonly<Record<Field, Column>>,
): Row<Field> {
  const { line, cells, flaw } = record;
  const used = new Set([...places.values()].flat());
  const cellOf = (field: Field): string => {
    const texts = (places.get(field) ?? []).map((place) => cells[place] ?? '').filter((cell) => cell !== '');
    return columns[field].code ? texts.map(withoutDecimals).join(' / ') : texts.join(' / ');
  };
  const fields = Object.keys(columns) as Field[];
  return {
    line,
    cells: Object.fromEntries(fields.map((field) => [field, cellOf(field)])) as Record<Field, string>,
    excess: excessOf(record, width),
    flaw,
    rest: cells.filter((cell, place) => cell !== '' && !used.has(place)),
  };
}

/** Empty cells may be missing or too many at the end, as Excel writes them; not where a quoted cell hides separators. */
function excessOf({ cells, quotedSeparator }: FileRecord, width: number): number {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  if (filled > width) return filled - width;
  return quotedSeparator && cells.length < width ? cells.length - width : 0;
}

function withoutDecimals(code: string): string {
  return code.replace(/^(\d+)[.,]0{1,2}$/, '$1');
}

/** Composed letters, plain line breaks, no control or direction characters: what is kept is text and nothing else. */
function cleaned(cell: string): string {
  return cell.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
}

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
