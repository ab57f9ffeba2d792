/** Opens the connection pool behind the port `Database`, and runs each piece of work as one transaction. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { GuardedPool, type PoolSettings } from '#db/core/connection/guarded-pool.ts';
import { SharedConnection } from '#db/core/connection/shared-connection.ts';
import { Collision } from '#db/core/connection/unreachable.ts';
import { queryOf } from './connection/named-query.ts';
import type { Database, Naming } from './db.ts';
import { parsers } from './parsers.ts';
import { Transaction } from './transaction.ts';

/**
 * Opens the pool. `url`: `postgres://…` of the runtime login; `onError` is called with the error of each idle
 * connection that is lost. The first query connects.
 */
export function openDatabase({ url, max = 10, naming = 'named', ...guard }: Settings): Database {
  const pool = new GuardedPool({ connectionString: url, max, pipeline: true, types: parsers, ...guard });

  const shared = new SharedConnection(pool);
  const runTransaction = <T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    runWithRetry(() => attempt(pool, naming, begin, work));

  const snapshot = 'begin isolation level repeatable read read only';
  return {
    read: (brandId, work) => runTransaction(`${snapshot};${setBrandText(brandId)}`, work),
    readOutside: (work) => runTransaction(snapshot, work),
    inBrand: (brandId, work) => runTransaction(`begin;${setBrandText(brandId)}`, work),
    decideInBrand: (brandId, work) => runTransaction(`begin;${setBrandText(brandId)};${SETTINGS_OF_DECISIONS}`, work),
    outside: (work) => runTransaction('begin', work),
    runAlone: (statement, args) =>
      runWithRetry(async () => statement.rowsOf(await shared.query(queryOf(naming, statement, args)))),
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

/** Runs the work again, once, if it collided with another transaction. */
async function runWithRetry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isTransient(error)) throw error;
  }
  await pause(GIVE_WAY_MS);
  try {
    return await work();
  } catch (error) {
    throw isTransient(error) ? new Collision('Two transactions collided twice: try again', { cause: error }) : error;
  }
}

/** The pause before the second try, in which the other transaction can finish. */
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

/**
 * Sets the brand for this transaction only, so that a pooler may give the connection to another brand's transaction
 * next.
 */
function setBrandText(brandId: string): string {
  if (!UUID.test(brandId)) throw new TypeError(`The brand id must be a UUID, not ${JSON.stringify(brandId)}`);
  return `set local oto.brand='${brandId}'`;
}

/**
 * Without `force_generic_plan` PostgreSQL plans a statement again for each set of values. For the facts of a decision
 * that takes ten times as long as reading them.
 */
const SETTINGS_OF_DECISIONS =
  "set local plan_cache_mode=force_generic_plan;set local idle_in_transaction_session_timeout='4s'";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether a second try may succeed: serialisation failure, deadlock, or a statement that this connection must parse
 * again.
 */
function isTransient(error: unknown): boolean {
  return (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? '')) || isStale(error);
}

/**
 * Whether the connection's prepared statements are outdated. A migration or a pooler that moves clients can cause this.
 */
function isStale(error: unknown): error is pg.DatabaseError {
  if (!(error instanceof pg.DatabaseError)) return false;
  return (
    error.code === '26000' ||
    error.code === '42P05' ||
    (error.code === '0A000' && error.message.includes('cached plan'))
  );
}
