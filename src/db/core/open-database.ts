/** Opens the pool of connections behind the port, and does each piece of work as one transaction. */
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
 * Opens the pool. `url`: `postgres://…` of the runtime login; `onError` hears of connections lost while at rest.
 * Nothing is connected until first used.
 */
export function openDatabase({ url, max = 10, naming = 'named', ...guard }: Settings): Database {
  const pool = new GuardedPool({ connectionString: url, max, pipeline: true, types: parsers, ...guard });

  const shared = new SharedConnection(pool);
  const transact = <T>(begin: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    twiceAtMost(() => attempt(pool, naming, begin, work));

  const snapshot = 'begin isolation level repeatable read read only';
  return {
    read: (brandId, work) => transact(`${snapshot};${brandOf(brandId)}`, work),
    readOutside: (work) => transact(snapshot, work),
    inBrand: (brandId, work) => transact(`begin;${brandOf(brandId)}`, work),
    decideInBrand: (brandId, work) => transact(`begin;${brandOf(brandId)};${SETTINGS_OF_DECISIONS}`, work),
    outside: (work) => transact('begin', work),
    runAlone: (statement, args) =>
      twiceAtMost(async () => statement.rowsOf(await shared.query(queryOf(naming, statement, args)))),
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

/** Does the work once more where it collided with another transaction. */
async function twiceAtMost<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isTransient(error)) throw error;
  }
  await pause(GIVE_WAY_MS);
  try {
    return await work();
  } catch (error) {
    throw isTransient(error) ? new Collision('Two transactions collided twice', { cause: error }) : error;
  }
}

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

/**
 * Without the first the database looks at the values, too, and plans a statement anew each time: of a decision's facts that
 * takes ten times as long as reading them.
 */
const SETTINGS_OF_DECISIONS =
  "set local plan_cache_mode=force_generic_plan;set local idle_in_transaction_session_timeout='4s'";

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
