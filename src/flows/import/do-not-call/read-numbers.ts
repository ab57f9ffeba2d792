/**
 * Reads the numbers of a do-not-call list, in any spelling (D2c). The file may have a header or none, one column or
 * several: without a known name, the columns that contain numbers are found from their cells.
 */
import type { FileFinding } from '#contract/import/import-report.ts';
import { readPhone } from '#flows/customers/phone/read-phone.ts';
import { decodeFile } from '#flows/import/file/decode-file.ts';
import { separationOf } from '#flows/import/file/separator.ts';
import { type FileRecord, RecordReader } from '#flows/import/file/split-records.ts';
import { CUSTOMER_COLUMNS } from '#flows/import/read/columns.ts';
import { headerName, nextRecord } from '#flows/import/read/read-table.ts';

export interface NumberFile {
  /** The distinct numbers, E.164. */
  readonly numbers: readonly string[];
  /** The lines without a number that can be read. */
  readonly unreadLines: readonly number[];
}

/** The columns that are read. `areaCodes`: the columns with an area code for the numbers beside them. */
interface NumberColumns {
  readonly phones: readonly number[];
  readonly areaCodes: readonly number[];
}

/** Reads a whole list. Returns a finding where the file cannot be read or contains no number. */
export function readNumbers(file: Uint8Array): NumberFile | FileFinding {
  const decoded = decodeFile(file);
  if ('code' in decoded) return decoded;
  const { text, separator, skippedLines } = separationOf(decoded.text, isPhoneName);
  const reader = new RecordReader(text, separator, 1 + skippedLines);
  const records: FileRecord[] = [];
  for (let record = nextRecord(reader); record !== null; record = nextRecord(reader)) records.push(record);
  const [first] = records;
  if (first === undefined) return { code: 'empty', line: null, about: null };
  const named = namedColumns(first);
  const rows = named === null && !isHeader(first) ? records : records.slice(1);
  if (rows.length === 0) return { code: 'no_rows', line: null, about: null };
  const columns = named ?? foundColumns(rows.slice(0, SAMPLE));
  const found = columns === null ? null : numbersOf(rows, columns);
  // A file without a number must not replace the list by nothing.
  if (found === null || found.numbers.length === 0)
    return { code: 'columns_missing', line: first.line, about: 'telefone' };
  return found;
}

const SAMPLE = 200;

function numbersOf(rows: readonly FileRecord[], columns: NumberColumns): NumberFile {
  const numbers = new Set<string>();
  const unreadLines: number[] = [];
  for (const { line, cells } of rows) {
    const found = numbersIn(cells, columns);
    if (found.length === 0) unreadLines.push(line);
    for (const number of found) numbers.add(number);
  }
  return { numbers: [...numbers], unreadLines };
}

/** Returns the numbers of a row. A cell with several numbers lists all of them. */
function numbersIn(cells: readonly string[], { phones, areaCodes }: NumberColumns): readonly string[] {
  const areaCode = areaCodeIn(areaCodes.map((index) => cells[index] ?? '').find((cell) => cell !== '') ?? '');
  return phones.flatMap((index) => {
    const phone = readPhone(cells[index] ?? '', areaCode);
    return typeof phone === 'string' ? [] : [phone.e164, ...(phone.others ?? [])];
  });
}

function areaCodeIn(cell: string): string | null {
  return /^\(?0?([1-9]\d)\)?$/.exec(cell)?.[1] ?? null;
}

function isPhoneName(cell: string): boolean {
  const name = headerName(cell);
  return NAMES.has(name) || CUSTOMER_COLUMNS.phone.names.includes(name);
}

/** Further names of the only column of a list of numbers. */
const NAMES = new Set([
  'numero',
  'numeros',
  'numero_de_telefone',
  'numero_telefone',
  'terminal',
  'number',
  'phone_number',
]);

/** Returns the columns that the header names; null where the record names no column of numbers. */
function namedColumns({ cells }: FileRecord): NumberColumns | null {
  const at = (isNamed: (cell: string) => boolean) => cells.flatMap((cell, index) => (isNamed(cell) ? [index] : []));
  const phones = at(isPhoneName);
  if (phones.length === 0) return null;
  return { phones, areaCodes: at((cell) => CUSTOMER_COLUMNS.areaCode.names.includes(headerName(cell))) };
}

/** Whether the record is a header with names that are not known: it has letters and no number. */
function isHeader({ cells }: FileRecord): boolean {
  return cells.some((cell) => /\p{L}/u.test(cell)) && cells.every((cell) => typeof readPhone(cell, '11') === 'string');
}

/** Finds the columns of numbers from the first rows: those in which at least half of the cells can be read. */
function foundColumns(rows: readonly FileRecord[]): NumberColumns | null {
  const indexes = [...Array(Math.max(0, ...rows.map(({ cells }) => cells.length))).keys()];
  const areaCodes = indexes.filter((index) => isMostly(rows, index, (cell) => areaCodeIn(cell) !== null));
  const areaCode = areaCodes.length === 0 ? null : '11';
  const phones = indexes.filter((index) =>
    isMostly(rows, index, (cell) => typeof readPhone(cell, areaCode) !== 'string'),
  );
  return phones.length === 0 ? null : { phones, areaCodes };
}

function isMostly(rows: readonly FileRecord[], index: number, is: (cell: string) => boolean): boolean {
  const cells = rows.flatMap(({ cells: { [index]: cell = '' } }) => (cell === '' ? [] : [cell]));
  return cells.length > 0 && cells.filter(is).length * 2 >= cells.length;
}
