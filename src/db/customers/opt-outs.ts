/** Reads and writes the stop list. A stop binds a number, no matter which customer's row has it (D2). */
import { sql } from 'kysely';
import type { Db, Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { recordsQuery } from '#db/core/recordset.ts';
import { type InstantValue, json } from '#db/core/sql-values.ts';
import type { Instant } from '#rules/time/interval.ts';
import { numberHash } from './number-hash.ts';

/** Returns when each of these numbers (E.164) was stopped. The map lacks numbers without a running stop. */
export async function listStopsOfNumbers(
  db: Db,
  brandId: string,
  numbers: Iterable<string>,
  key: Uint8Array,
): Promise<ReadonlyMap<string, Instant>> {
  const byHash = new Map([...numbers].map((number) => [numberHash(key, number).toString('hex'), number]));
  const rows = await db.run(listRunningStops, { brandId, numberHashes: [...byHash.keys()] });
  return new Map(rows.map(({ hash, stoppedAt }) => [byHash.get(hash) as string, stoppedAt]));
}

/** Writes the stops of an imported file, by number. A stop that was lifted and is imported again is in force again. */
export function importStops(tx: Tx, brandId: string, stops: ReadonlyMap<string, Instant>, key: Uint8Array): void {
  tx.send(insertImportedStops, { brandId, stops: hashStops(stops, key) });
}

/** The customer's consent at `at`, which ends the stops on a number. Stops recorded after `upTo` stay. */
export interface StopLift {
  readonly at: Instant;
  readonly upTo: Instant;
}

/** Ends the stops on these numbers, because the customers consented later. */
export function liftStops(tx: Tx, brandId: string, lifts: ReadonlyMap<string, StopLift>, key: Uint8Array): void {
  if (lifts.size > 0) tx.send(markStopsLifted, { brandId, lifts: hashLifts(lifts, key) });
}

/** Restores the stops that `liftStops` ended with the same arguments. */
export function restoreStops(tx: Tx, brandId: string, lifts: ReadonlyMap<string, StopLift>, key: Uint8Array): void {
  if (lifts.size > 0) tx.send(markStopsRestored, { brandId, lifts: hashLifts(lifts, key) });
}

/** The hashes are in hex, since this statement passes them as JSON. */
const listRunningStops = preparedRead<{ brandId: string; numberHashes: readonly string[] }>()(
  'list_running_stops',
  (q, p) =>
    q
      .selectFrom('optOuts')
      .where('brandId', '=', p.brandId)
      .where('liftedAt', 'is', null)
      .where(
        sql<boolean>`number_hash in (select decode(h, 'hex') from jsonb_array_elements_text(${json(p.numberHashes)}) as h)`,
      )
      .groupBy('numberHash')
      .select([sql<string>`encode(number_hash, 'hex')`.as('hash'), sql<number>`max(stopped_at)`.as('stoppedAt')]),
);

interface StopAt {
  /** In hex. */
  readonly hash: string;
  /** RFC 3339. */
  readonly at: string;
}

const insertImportedStops = preparedWrite<{ brandId: string; stops: readonly StopAt[] }>()(
  'insert_imported_stops',
  (q, p) =>
    q
      .insertInto('optOuts')
      .columns(['brandId', 'numberHash', 'stoppedAt', 'source'])
      .expression(
        sql`select ${p.brandId}::uuid, decode(r.hash, 'hex'), r.at, 'import'
        from jsonb_to_recordset(${json(p.stops)}) as r(hash text, at timestamptz)`,
      )
      .onConflict((conflict) =>
        conflict.columns(['brandId', 'numberHash', 'stoppedAt']).doUpdateSet({ liftedAt: null }),
      ),
);

interface LiftAt {
  /** In hex. */
  readonly hash: string;
  /** RFC 3339. */
  readonly at: string;
  readonly upTo: string;
}

const liftRows = 'hash text, at timestamptz, up_to timestamptz';

const markStopsLifted = preparedWrite<{ brandId: string; lifts: readonly LiftAt[] }>()('mark_stops_lifted', (q, p) =>
  q
    .with('r', recordsQuery<{ hash: string; at: InstantValue; upTo: InstantValue }>(p.lifts, liftRows))
    .updateTable('optOuts as o')
    .from('r')
    .set(({ ref }) => ({ liftedAt: ref('r.at') }))
    .where('o.brandId', '=', p.brandId)
    .where('o.liftedAt', 'is', null)
    .where(sql<boolean>`o.number_hash = decode(r.hash, 'hex') and o.stopped_at <= r.up_to`),
);

const markStopsRestored = preparedWrite<{ brandId: string; lifts: readonly LiftAt[] }>()(
  'mark_stops_restored',
  (q, p) =>
    q
      .with('r', recordsQuery<{ hash: string; at: InstantValue; upTo: InstantValue }>(p.lifts, liftRows))
      .updateTable('optOuts as o')
      .from('r')
      .set({ liftedAt: null })
      .where('o.brandId', '=', p.brandId)
      .where(sql<boolean>`o.number_hash = decode(r.hash, 'hex') and o.stopped_at <= r.up_to and o.lifted_at = r.at`),
);

function hashLifts(lifts: ReadonlyMap<string, StopLift>, key: Uint8Array): LiftAt[] {
  return [...lifts].map(([number, { at, upTo }]) => ({
    hash: numberHash(key, number).toString('hex'),
    at: new Date(at).toISOString(),
    upTo: new Date(upTo).toISOString(),
  }));
}

function hashStops(stops: ReadonlyMap<string, Instant>, key: Uint8Array): StopAt[] {
  return [...stops].map(([number, at]) => ({
    hash: numberHash(key, number).toString('hex'),
    at: new Date(at).toISOString(),
  }));
}
