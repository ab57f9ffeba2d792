/** The port to what is remembered: who may read (`Db`), who may write (`Tx`), and for which brand. */
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/schema.ts';
import type { Prepared } from './statement.ts';

/** Kysely, reading only. */
export type Queries = Pick<
  Kysely<DB>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>;
/** Kysely, whole. Await every query of it before the work returns. */
export type Writes = Kysely<DB>;

/** A place to read from: one snapshot, of one brand or of none. */
export interface Db {
  readonly q: Queries;
  run<P, R>(statement: Prepared<P, R, 'read'>, args: P): Promise<R[]>;
}

/** A place to write to: one transaction, of one brand or of none. Only flows and jobs open one. */
export interface Tx {
  readonly q: Writes;
  run<P, R>(statement: Prepared<P, R>, args: P): Promise<R[]>;
  /**
   * Sends without waiting for the answer; where the statement fails, the transaction does.
   * What is sent last leaves with COMMIT, in one round trip.
   */
  send<P, R>(statement: Prepared<P, R>, args: P): void;
  /** Resolves when everything sent so far has been answered. */
  answered(): Promise<void>;
  /** Tells once the transaction is over; `isCommitted` is false also where a lost connection leaves that unknown. */
  whenOver(told: (isCommitted: boolean) => void): void;
}

/** What a route may do: read. */
export interface Reads {
  /** Reads of one brand in one snapshot; row-level security shows no other brand. `brandId`: UUID. */
  read<T>(brandId: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** Reads with no brand set: rows that belong to none, and the closed list of functions that cross brands. */
  readOutside<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

/**
 * The database as the application sees it, as the login that cannot bypass row-level security.
 *
 * Work is one transaction: its first statements leave with BEGIN and its last (`tx.send`) with COMMIT, so the least is
 * two round trips. It is committed when work returns, rolled back when it throws. Where two transactions collide
 * (serialisation, deadlock) the work is done once more from the start: it does nothing outside the transaction.
 * A second collision throws `Collision`.
 */
export interface Database extends Reads {
  inBrand<T>(brandId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * As `inBrand`, for work that decides. Each connection keeps the plans of its statements (decision 0018). The database
   * ends the transaction where it waits four seconds for the next statement: a process that was paused or swapped out
   * cannot commit a decision that is no longer true (D15), and nobody waits longer for its locks.
   */
  decideInBrand<T>(brandId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes with no brand set, as `readOutside`. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs one statement as a transaction of its own, with no brand set, in one round trip. Its callers share a connection:
   * only for statements that wait for no lock.
   */
  runAlone<P, R>(statement: Prepared<P, R>, args: P): Promise<R[]>;
  /** Connections: all, at rest, and callers waiting for one. */
  load(): { total: number; idle: number; waiting: number };
  /** Whether somebody has waited for a connection for more than a second by now. */
  isQueueTooLong(): boolean;
  close(): Promise<void>;
}

/** The rule of the schema that a write broke, by the name of its constraint; null where the error is another. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? (error.constraint ?? null) : null;
}

/** Somebody else had a lock for longer than this transaction may wait: it may be tried again. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}

/** Whether each connection keeps statements under their names: not behind an older pooler. */
export type Naming = 'named' | 'unnamed';
