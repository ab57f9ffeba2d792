/** What each kind of import that is written in steps knows: how to write a step, and how to undo it. */
import type { Db, Tx } from '#db/core/db.ts';
import type { RowChange } from '#db/import/imports.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface StepTerms {
  readonly brandId: string;
  readonly importId: string;
  /** The app's clock. */
  readonly now: Instant;
  readonly numberKey: Uint8Array;
}

export interface StepWriter {
  /** Writes the refusals of a step, before any step is written. */
  refuse(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void>;
  write(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void>;
  /** Leaves what was there before the step, what people changed meanwhile and refusals excepted. */
  undo(tx: Tx, terms: StepTerms, rows: readonly RowChange[], step: number): Promise<void>;
  /** What follows when all steps are written, in transactions of its own; doing it twice changes nothing more. */
  finish(
    terms: StepTerms,
    inStep: (work: (tx: Tx) => Promise<void>) => Promise<void>,
    read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  ): Promise<void>;
}
