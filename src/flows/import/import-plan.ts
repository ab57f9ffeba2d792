/**
 * The plan of an import: all changes to one kind of rows. The plan is complete before a row is written, so that a file
 * is imported whole or not at all.
 */
import type { Tx } from '#db/core/db.ts';
import type { RowChange } from '#db/import/imports.ts';
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
}

/** A plan of few rows, which are written in the transaction that planned them. */
export interface SmallPlan extends ImportPlan {
  save(tx: Tx): Promise<void>;
}

/** A plan of any number of rows. Each step is written in a transaction of its own. */
export interface SteppedPlan extends ImportPlan {
  readonly steps: readonly (readonly RowChange[])[];
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

/** Normalises a code. Codes that differ only in case and spaces are the same, because tills and spreadsheets write them differently. */
export function codeKey(code: string): string {
  return code.replace(/\s/g, '').toUpperCase();
}

/** Returns the records by their normalised code. Records without a code are left out, because a file cannot name them. */
export function byCodeKey<R extends { readonly code: string | null }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.flatMap((record) => (record.code === null ? [] : [[codeKey(record.code), record]])));
}

function canonical(record: object): string {
  return JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
