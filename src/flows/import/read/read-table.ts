/** Reads a file from a till or a spreadsheet as rows. The encoding, the separator and the columns are found from the file. */
import type { EncodingUse, FileFinding } from '#contract/import/import-report.ts';
import { decodeFile } from '#flows/import/file/decode-file.ts';
import { separationOf } from '#flows/import/file/separator.ts';
import { type FileRecord, type RecordFlaw, RecordReader } from '#flows/import/file/split-records.ts';
import { plainWords } from '#rules/core/plain-words.ts';

/** A row with its cells by field. `line` is the line at which the row begins in the file, counted from 1. */
export interface Row<Field extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Field, string>>;
  /**
   * The number of cells beyond the named columns, negative where cells are missing; 0 where the row fits. Empty cells
   * at the end do not count.
   */
  readonly excess: number;
  readonly flaw: RecordFlaw | null;
  /** The cells of columns that the import does not use. */
  readonly rest: readonly string[];
  /** All cells in the order of the file. */
  readonly all: readonly string[];
}

export interface Table<Field extends string> {
  readonly rows: readonly Row<Field>[];
  /** The file's name of each field's column; several names are joined by ` / `. A field without a column is absent. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly unused: readonly string[];
  readonly header: Header<Field>;
  readonly separator: string;
  readonly encodings: readonly EncodingUse[];
  /** The line of the header. */
  readonly headerLine: number;
}

/** The names in the header, each with the field as which its column is read; null for a column that is not used. */
export interface Header<Field extends string> {
  readonly names: readonly string[];
  readonly fields: readonly (Field | null)[];
}

/** A file whose header lacks a needed column or has one twice. A person can still say which column is what. */
export interface UnmappedFile<Field extends string = string> extends FileFinding {
  readonly header: Header<Field>;
  /** The cells of the first row. */
  readonly sample: readonly string[];
}

/** The column of a field. `names` are plain words joined by `_`. Without a `needed` column the file is refused. */
export interface Column {
  readonly names: readonly string[];
  /** Recognises further names that no field has in its list. */
  readonly matches?: (name: string) => boolean;
  readonly needed?: true;
  /** Several columns may belong to the field, such as landline and mobile. Their cells are joined by ` / `. */
  readonly several?: true;
  /** The column contains codes. A `,00` that a spreadsheet put after a code is removed. */
  readonly code?: true;
}

/** The fields of a file's columns as a person chose them, in the order of the columns; null: the column is not used. */
export type ChosenFields<Field extends string> = readonly (Field | null)[];

/**
 * Reads a whole file. `chosen` null: the names in the header say which column is what. Returns a finding where the file
 * cannot be read, and throws nothing.
 */
export function readTable<Field extends string>(
  file: Uint8Array,
  columns: Readonly<Record<Field, Column>>,
  chosen: ChosenFields<Field> | null = null,
): Table<Field> | UnmappedFile<Field> | FileFinding {
  if (file.byteLength > MAX_BYTES) return { code: 'too_large', line: null, about: null };
  const decoded = decodeFile(file);
  if ('code' in decoded) return decoded;
  const names = new ColumnNames(columns);
  const { text, separator, skippedLines } = separationOf(decoded.text, (cell) => names.fieldOf(cell) !== null);
  const reader = new RecordReader(text, separator, 1 + skippedLines);
  const header = nextRecord(reader);
  if (header === null) return { code: 'empty', line: null, about: null };
  const indexes = chosen === null ? names.indexesIn(header.cells) : indexesOf(chosen, header.cells.length);
  const fault = headerFault(header, indexes, columns);
  if (fault !== null) {
    return { ...fault, header: headerOf(header, indexes), sample: nextRecord(reader)?.cells ?? [] };
  }

  const needed = names.fields.filter((field) => columns[field].needed).flatMap((field) => indexes.get(field) ?? []);
  reader.leastCells = Math.max(2, ...needed.map((index) => index + 1));
  const width = header.cells.findLastIndex((name) => name !== '') + 1;
  const rows: Row<Field>[] = [];
  for (let record = nextRecord(reader); record !== null; record = nextRecord(reader)) {
    rows.push(rowOf(record, width, indexes, columns));
  }
  if (rows.length === 0) return { code: 'no_rows', line: null, about: null };
  const named = [...indexes].map(([field, at]) => [field, at.map((index) => header.cells[index]).join(' / ')]);
  const used = new Set([...indexes.values()].flat());
  return {
    columns: Object.fromEntries(named) as Partial<Record<Field, string>>,
    unused: header.cells.filter((name, index) => name !== '' && !used.has(index)),
    header: headerOf(header, indexes),
    rows,
    separator,
    encodings: decoded.encodings,
    headerLine: header.line,
  };
}

/** The largest file: an export of one brand stays far below it, and the whole file is in memory. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Turns a column's name into plain words: "Permite WhatsApp?" becomes `permite_whatsapp`. */
export function headerName(name: string): string {
  return plainWords(name).join('_');
}

/** Reads the next record that is not blank; null at the end of the file. */
export function nextRecord(reader: RecordReader): FileRecord | null {
  while (reader.hasMore) {
    const record = reader.next();
    const cells = record.cells.map(cleaned);
    if (cells.some((cell) => cell !== '')) return { ...record, cells };
  }
  return null;
}

type ColumnIndexes<Field> = ReadonlyMap<Field, readonly number[]>;

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

  indexesIn(cells: readonly string[]): ColumnIndexes<Field> {
    const indexes = new Map<Field, number[]>();
    cells.forEach((cell, index) => {
      const field = this.fieldOf(cell);
      if (field !== null) indexes.set(field, [...(indexes.get(field) ?? []), index]);
    });
    return indexes;
  }
}

function indexesOf<Field extends string>(chosen: ChosenFields<Field>, width: number): ColumnIndexes<Field> {
  const indexes = new Map<Field, number[]>();
  chosen.slice(0, width).forEach((field, index) => {
    if (field !== null) indexes.set(field, [...(indexes.get(field) ?? []), index]);
  });
  return indexes;
}

function headerOf<Field extends string>({ cells }: FileRecord, indexes: ColumnIndexes<Field>): Header<Field> {
  const fields: (Field | null)[] = cells.map(() => null);
  for (const [field, at] of indexes) for (const index of at) fields[index] = field;
  return { names: cells, fields };
}

function headerFault<Field extends string>(
  header: FileRecord,
  indexes: ColumnIndexes<Field>,
  columns: Readonly<Record<Field, Column>>,
): FileFinding | null {
  const fields = Object.keys(columns) as Field[];
  const missing = fields.filter((field) => columns[field].needed && !indexes.has(field));
  if (missing.length > 0) {
    const about = missing.map((field) => columns[field].names[0]).join(', ');
    return { code: 'columns_missing', line: header.line, about };
  }
  const twice = [...indexes].find(([field, at]) => at.length > 1 && !columns[field].several);
  if (twice === undefined) return null;
  const about = twice[1].map((index) => header.cells[index]).join(', ');
  return { code: 'column_twice', line: header.line, about };
}

function rowOf<Field extends string>(
  record: FileRecord,
  width: number,
  indexes: ColumnIndexes<Field>,
  columns: Readonly<Record<Field, Column>>,
): Row<Field> {
  const { line, cells, flaw } = record;
  const used = new Set([...indexes.values()].flat());
  const cellOf = (field: Field): string => {
    const texts = (indexes.get(field) ?? []).map((index) => cells[index] ?? '').filter((cell) => cell !== '');
    return columns[field].code ? texts.map(withoutDecimals).join(' / ') : texts.join(' / ');
  };
  const fields = Object.keys(columns) as Field[];
  return {
    line,
    cells: Object.fromEntries(fields.map((field) => [field, cellOf(field)])) as Record<Field, string>,
    excess: excessOf(record, width),
    flaw,
    rest: cells.filter((cell, index) => cell !== '' && !used.has(index)),
    all: cells,
  };
}

/**
 * Returns the surplus of filled cells. Excel leaves out or adds empty cells at the end, which do not count; missing
 * cells count where a quoted cell contains separators.
 */
function excessOf({ cells, quotedSeparator }: FileRecord, width: number): number {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  if (filled > width) return filled - width;
  return quotedSeparator && cells.length < width ? cells.length - width : 0;
}

function withoutDecimals(code: string): string {
  return code.replace(/^(\d+)[.,]0{1,2}$/, '$1');
}

/** Cleans a cell: composes letters, unifies line breaks, and removes control and direction characters, so that a cell is plain text. */
function cleaned(cell: string): string {
  const text = cell.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
  return GUARDED.test(text) ? text.slice(1) : text;
}

/** Matches a cell that was written with an apostrophe so that no spreadsheet takes the cell for a formula. */
const GUARDED = /^'[=+\-@]/;

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
