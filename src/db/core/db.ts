/** The port to what is remembered: who may read (`Db`), who may write (`Tx`), and for which brand. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { GuardedPool, type PoolSettings } from '#db/core/connection/guarded-pool.ts';
import { Collision } from '#db/core/connection/unreachable.ts';
import type { DB } from '#db/schema.ts';
import { parsers } from './parsers.ts';
import type { Prepared } from './prepared.ts';
import { Transaction } from './transaction.ts';

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
}

/** What a door may do: read. */
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
  /** Writes with no brand set, as `readOutside`. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
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

/**
 * Opens the pool. `url`: `postgres://…` of the runtime login; `onError` hears of connections lost while at rest.
 * Nothing is connected until first used.
 */
export function openDatabase({ url, max = 10, naming = 'named', ...guard }: Settings): Database {
  const pool = new GuardedPool({ connectionString: url, max, pipeline: true, types: parsers, ...guard });

  const transact = async <T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    try {
      return await attempt(pool, naming, begin, work);
    } catch (error) {
      if (!isTransient(error)) throw error;
    }
    await pause(GIVE_WAY_MS);
    try {
      return await attempt(pool, naming, begin, work);
    } catch (error) {
      throw isTransient(error) ? new Collision('Two transactions collided twice', { cause: error }) : error;
    }
  };

  const snapshot = 'begin isolation level repeatable read read only';
  return {
    read: (brandId, work) => transact(`${snapshot};${brandOf(brandId)}`, work),
    readOutside: (work) => transact(snapshot, work),
    inBrand: (brandId, work) => transact(`begin;${brandOf(brandId)}`, work),
    outside: (work) => transact('begin', work),
    load: () => pool.load(),
    isQueueTooLong: () => pool.isQueueTooLong(),
    close: () => pool.end(),
  };
}

interface Settings extends Pick<PoolSettings, 'onError' | 'heartbeat'> {
  readonly url: string;
  readonly max?: number;
  readonly naming?: Naming;
}

/** Whether each connection keeps statements under their names: not behind an older pooler. */
export type Naming = 'named' | 'unnamed';

/** Before it is done again, so that what was in its way gets through. */
const GIVE_WAY_MS = 20;

async function attempt<T>(
  pool: GuardedPool,
  naming: Naming,
  begin: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onLost = (error: Error) => {
    lost = error;
  };
  client.on('error', onLost);
  try {
    return await new Transaction(client, naming).carryOut(begin, work);
  } catch (error) {
    if (isStale(error)) lost = error;
    throw error;
  } finally {
    client.off('error', onLost);
    pool.release(client, lost);
  }
}

/** Set for the transaction alone, so that a pooler may give the connection to another brand next. */
function brandOf(brandId: string): string {
  if (!UUID.test(brandId)) throw new TypeError('A brand is named by its UUID');
  return `set local oto.brand='${brandId}'`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Serialisation failure, deadlock; and a statement that this connection must parse anew. */
function isTransient(error: unknown): boolean {
  return (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? '')) || isStale(error);
}

/** After a migration, or behind a pooler, the connection's statements may be of another time. */
function isStale(error: unknown): error is pg.DatabaseError {
  if (!(error instanceof pg.DatabaseError)) return false;
  return (
    error.code === '26000' ||
    error.code === '42P05' ||
    (error.code === '0A000' && error.message.includes('cached plan'))
  );
}
