/** Defines the port to the database: who may read (`Db`), who may write (`Tx`), and for which brand. */
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/schema.ts';
import type { Prepared } from './statement.ts';

/** The part of Kysely that only reads. */
export type Queries = Pick<
  Kysely<DB>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>;
/** All of Kysely. Work must await every query before it returns. */
export type Writes = Kysely<DB>;

/** A read: one snapshot of one brand's data, or of data that belongs to no brand. */
export interface Db {
  readonly q: Queries;
  run<P, R>(statement: Prepared<P, R, 'read'>, args: P): Promise<R[]>;
}

/** A transaction for one brand or for none. Only flows and jobs open one. */
export interface Tx {
  readonly q: Writes;
  run<P, R>(statement: Prepared<P, R>, args: P): Promise<R[]>;
  /**
   * Sends the statement without waiting for its answer; if the statement fails, the transaction fails. Statements sent
   * last leave with COMMIT in one round trip.
   */
  send<P, R>(statement: Prepared<P, R>, args: P): void;
  /** Resolves after the database has answered everything sent so far. */
  answered(): Promise<void>;
  /**
   * Calls `listener` once, after the transaction has ended. `isCommitted` is false also if the connection was lost, so that
   * the result is unknown.
   */
  whenOver(listener: (isCommitted: boolean) => void): void;
}

/** What a route may do: read. */
export interface Reads {
  /** Reads one brand's data in one snapshot; row-level security hides every other brand. `brandId`: UUID. */
  read<T>(brandId: string, work: (db: Db) => Promise<T>): Promise<T>;
  /** Reads without a brand: rows that belong to no brand, and the closed list of functions that cross brands. */
  readOutside<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

/**
 * The database as the application uses it, with a login that cannot bypass row-level security.
 *
 * Each call is one transaction. Its first statements leave with BEGIN and its last (`tx.send`) with COMMIT, so a
 * transaction needs at least two round trips. The transaction commits when the work returns and rolls back when the
 * work throws. If two transactions collide (serialisation failure, deadlock), the work runs once more from the start,
 * so it must do nothing outside the transaction. A second collision throws `Collision`.
 */
export interface Database extends Reads {
  inBrand<T>(brandId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Does what `inBrand` does, for work that decides. Each connection keeps the plans of its statements (decision 0018).
   * The database ends the transaction if it waits four seconds for the next statement: a process that was paused or
   * swapped out cannot commit a decision that is no longer true (D15), and other transactions wait no longer for its
   * locks.
   */
  decideInBrand<T>(brandId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes without a brand, to the same rows as `readOutside` reads. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs one statement as its own transaction, without a brand, in one round trip. All callers share one connection, so
   * the statement must not wait for a lock.
   */
  runAlone<P, R>(statement: Prepared<P, R>, args: P): Promise<R[]>;
  /** Numbers of connections and callers: open connections, idle connections, callers that wait for a connection. */
  load(): { total: number; idle: number; waiting: number };
  /** Whether some caller has been waiting for a connection for more than a second. */
  isQueueTooLong(): boolean;
  close(): Promise<void>;
}

/** Returns the name of the constraint that a write broke; null for any other error. */
export function findBrokenConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? (error.constraint ?? null) : null;
}

/**
 * Whether the error says that another transaction kept a lock longer than this transaction may wait. The work may be
 * tried again.
 */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}

/** Whether connections use named prepared statements. An older pooler does not support names. */
export type Naming = 'named' | 'unnamed';
