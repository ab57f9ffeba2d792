/** The interface of each kind of import that is written in steps. */
import type { Db, Tx } from '#db/core/db.ts';
import type { RowChange } from '#db/import/imports.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface StepTerms {
  readonly brandId: string;
  readonly importId: string;
  /** The present instant of the app's clock. */
  readonly now: Instant;
  readonly numberKey: Uint8Array;
}

export interface StepWriter {
  /** Writes the refusals of a step. The import calls this for all steps before it writes any. */
  refuse(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void>;
  write(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void>;
  /** Restores what was stored before the step. Changes that people made meanwhile and refusals stay. */
  undo(tx: Tx, terms: StepTerms, rows: readonly RowChange[], step: number): Promise<void>;
  /** Does the work after all steps, in transactions of its own. Doing it twice has the same effect as once. */
  finish(
    terms: StepTerms,
    inStep: (work: (tx: Tx) => Promise<void>) => Promise<void>,
    read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  ): Promise<void>;
}
