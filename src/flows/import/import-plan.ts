/** What an import would do to one kind of rows: settled before a row is written, so that a file goes in whole or not at all. */
import type { Tx } from '#db/core/db.ts';
import type { RowChange } from '#db/import/imports.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';

/** What every kind of import is given. */
export interface ImportTerms {
  readonly brandId: string;
  /** The brand's zone: what a date in a file means where no store tells. */
  readonly zone: string;
  readonly now: Instant;
  /** The date in the brand's zone. */
  readonly today: EpochDay;
  readonly newId: () => string;
  /** Of the stop list's hashes. */
  readonly numberKey: Uint8Array;
}

export interface ImportPlan {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly joined: number;
}

/** Few rows: written in the transaction in which they were planned. */
export interface SmallPlan extends ImportPlan {
  save(tx: Tx): Promise<void>;
}

/** Any number of rows: each step is written in a transaction of its own. */
export interface SteppedPlan extends ImportPlan {
  readonly steps: readonly (readonly RowChange[])[];
}

/** Which of the records to write differ from those that are there, by id. */
export function differing<R extends { readonly id: string }>(
  wanted: readonly R[],
  known: readonly R[],
): { readonly created: R[]; readonly changed: R[] } {
  const before = new Map(known.map((record) => [record.id, canonical(record)]));
  const created = wanted.filter(({ id }) => !before.has(id));
  const changed = wanted.filter((record) => (before.get(record.id) ?? canonical(record)) !== canonical(record));
  return { created, changed };
}

/** Codes are the same however their case and spaces are written: tills and spreadsheets differ. */
export function codeKey(code: string): string {
  return code.replace(/\s/g, '').toUpperCase();
}

/** Records by their code; those without one cannot be named in a file. */
export function byCodeKey<R extends { readonly code: string | null }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.flatMap((record) => (record.code === null ? [] : [[codeKey(record.code), record]])));
}

function canonical(record: object): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
