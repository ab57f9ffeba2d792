/**
 * The plan of an import: all changes to one kind of rows. The plan is complete before a row is written, so that a file
 * is imported whole or not at all.
 */
import type { ImportField, RowFate } from '#contract/import/import-report.ts';
import type { Tx } from '#db/core/db.ts';
import type { RowChange } from '#db/import/imports.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { codeKey } from '#rules/core/code-key.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/** What the planner of every kind of import gets. */
export interface ImportTerms {
  readonly brandId: string;
  /** The brand's zone, in which a date is read where no store says the zone. */
  readonly zone: string;
  readonly now: Instant;
  /** The date in the brand's zone. */
  readonly today: EpochDay;
  readonly newId: () => string;
  /** The key of the stop list's hashes. */
  readonly numberKey: Uint8Array;
}

export interface ImportPlan {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly joined: number;
  /** The first rows of the file as they were understood. */
  readonly firstRows: readonly UnderstoodRow[];
}

/** A row as it was understood: `values` by field, days as `YYYY-MM-DD`, numbers in E.164, amounts with a decimal point. */
export interface UnderstoodRow {
  readonly line: number;
  readonly fate: RowFate;
  readonly values: Readonly<Partial<Record<ImportField, string>>>;
}

/** A plan of few rows, which are written in the transaction that planned them. */
export interface SmallPlan extends ImportPlan {
  /** The written rows, for the undo of the import. */
  readonly changes: readonly RowChange[];
  save(tx: Tx): Promise<void>;
}

/** A plan of any number of rows. Each step is written in a transaction of its own. */
export interface SteppedPlan extends ImportPlan {
  readonly steps: readonly (readonly RowChange[])[];
}

/** How many rows of a file a person sees before the import is applied. */
const FIRST_ROWS = 10;

/**
 * Returns the first rows as they were understood. `understood` returns null for a refused row, whose cells are then shown
 * as they were written.
 */
export function firstRowsOf<Field extends ImportField>(
  { rows, columns }: Table<Field>,
  understood: (row: Row<Field>) => Omit<UnderstoodRow, 'line'> | null,
): UnderstoodRow[] {
  const fields = Object.keys(columns) as Field[];
  return rows.slice(0, FIRST_ROWS).map((row) => {
    const asWritten = Object.fromEntries(fields.map((field) => [field, row.cells[field]]));
    return { line: row.line, ...(understood(row) ?? { fate: 'refused', values: asWritten }) };
  });
}

/** Returns what becomes of a record: created, changed or unchanged. */
export function fateOf(
  id: string,
  { created, changed }: { readonly created: ReadonlySet<string>; readonly changed: ReadonlySet<string> },
): RowFate {
  return created.has(id) ? 'created' : changed.has(id) ? 'changed' : 'unchanged';
}

/** Returns the ids of records. */
export function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}

/** Returns what is written of records that differ, with the known record before the change. */
export function changesOf<R extends { readonly id: string }>(records: readonly R[], known: readonly R[]): RowChange[] {
  const before = new Map(known.map((record) => [record.id, record]));
  return records.map((after) => ({ id: after.id, before: before.get(after.id) ?? null, after, refuses: false }));
}

/** Compares the wanted records with the known ones, by id: which are written, what becomes of each, and how many there are of each. */
export function compareRecords<R extends { readonly id: string }>(wanted: readonly R[], known: readonly R[]) {
  const { created, changed } = differing(wanted, known);
  const unchanged = wanted.length - created.length - changed.length;
  return {
    records: [...created, ...changed],
    fates: { created: idsOf(created), changed: idsOf(changed) },
    counts: { created: created.length, changed: changed.length, unchanged, joined: 0 },
  };
}

/** Returns which of the wanted records do not exist yet and which differ from the known ones, by id. */
export function differing<R extends { readonly id: string }>(
  wanted: readonly R[],
  known: readonly R[],
): { readonly created: R[]; readonly changed: R[] } {
  const before = new Map(known.map((record) => [record.id, canonical(record)]));
  const created = wanted.filter(({ id }) => !before.has(id));
  const changed = wanted.filter((record) => (before.get(record.id) ?? canonical(record)) !== canonical(record));
  return { created, changed };
}

/** Returns the records by their normalised code. Records without a code are left out, because a file cannot name them. */
export function byCodeKey<R extends { readonly code: string | null }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.flatMap((record) => (record.code === null ? [] : [[codeKey(record.code), record]])));
}

function canonical(record: object): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
