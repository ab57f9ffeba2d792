/**
 * Reads and writes the brand's do-not-call list (D2c). A number is its keyed hash alone, as on the stop list; `hashes` are
 * such hashes of 32 bytes each, one after the other, so that one argument carries many.
 */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

type OfNumbers = { brandId: string; hashes: Buffer };

/** The length of a hash, in bytes. */
export const HASH_BYTES = 32;

/** Selects the hashes of an argument as rows. */
function rowsOf(hashes: Buffer) {
  return sql`(select substring(${hashes}::bytea from i * ${sql.lit(HASH_BYTES)} + 1 for ${sql.lit(HASH_BYTES)}) as number_hash
    from generate_series(0, length(${hashes}::bytea) / ${sql.lit(HASH_BYTES)} - 1) i)`;
}

/** Selects whether the row's number is among the hashes. The array is built once, and the index finds each number. */
function isAmong(hashes: Buffer) {
  return sql<boolean>`number_hash = any(array(select f.number_hash from ${rowsOf(hashes)} f))`;
}

/** Lets one change of a brand's list follow the other, and gives a list of a million numbers the time that it takes. */
export const lockNumberList = preparedWrite<{ brandId: string }>()('lock_number_list', (q, p) =>
  q.selectNoFrom([
    sql`pg_advisory_xact_lock(hashtextextended('do-not-call ' || ${p.brandId}::text, 0))`.as('taken'),
    sql`set_config('statement_timeout', '2min', true)`.as('statements'),
    sql`set_config('work_mem', '64MB', true)`.as('memory'),
  ]),
);

/** Counts the numbers on the brand's list. */
export const countListings = preparedRead<{ brandId: string }>()('count_listings', (q, p) =>
  q
    .selectFrom('doNotCallNumbers')
    .where('brandId', '=', p.brandId)
    .where('removedAt', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('numbers')),
);

/** Counts which of the numbers are on the brand's list. */
export const countListingsAmong = preparedRead<OfNumbers>()('count_listings_among', (q, p) =>
  q
    .selectFrom('doNotCallNumbers')
    .where('brandId', '=', p.brandId)
    .where('removedAt', 'is', null)
    .where(isAmong(p.hashes))
    .select(({ fn }) => fn.countAll<number>().as('numbers')),
);

/** Lists the numbers. The first listing's date of a number is the earliest one, also where the number was removed before. */
export const listNumbers = preparedWrite<OfNumbers & { listedOn: string }>()('list_numbers', (q, p) =>
  q
    .insertInto('doNotCallNumbers')
    .columns(['brandId', 'numberHash', 'firstListedOn'])
    .expression(
      sql`select ${p.brandId}::uuid, f.number_hash, ${p.listedOn}::date from ${rowsOf(p.hashes)} f order by f.number_hash`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['brandId', 'numberHash'])
        .doUpdateSet({
          firstListedOn: sql`least(do_not_call_numbers.first_listed_on, excluded.first_listed_on)`,
          removedAt: null,
        })
        .where(
          sql<boolean>`do_not_call_numbers.removed_at is not null or do_not_call_numbers.first_listed_on > excluded.first_listed_on`,
        ),
    ),
);

/** Removes the numbers from the list. */
export const endListings = preparedWrite<OfNumbers & { at: number }>()('end_listings', (q, p) =>
  q
    .updateTable('doNotCallNumbers')
    .set({ removedAt: instant(p.at) })
    .where('brandId', '=', p.brandId)
    .where('removedAt', 'is', null)
    .where(isAmong(p.hashes)),
);

/**
 * Removes all other numbers from the list. With `not in` PostgreSQL hashes the numbers once; with `not exists` and a table
 * that was never analysed it read all of them again for each row.
 */
export const endOtherListings = preparedWrite<OfNumbers & { at: number }>()('end_other_listings', (q, p) =>
  q
    .updateTable('doNotCallNumbers as n')
    .set({ removedAt: instant(p.at) })
    .where('n.brandId', '=', p.brandId)
    .where('n.removedAt', 'is', null)
    .where(sql<boolean>`n.number_hash not in (select f.number_hash from ${rowsOf(p.hashes)} f)`),
);

/** The counts of one change. `listedOn`: the date of the list, `YYYY-MM-DD`; null: numbers were removed. */
export interface NumberListChange {
  readonly id: string;
  readonly at: number;
  readonly kind: 'add' | 'replace' | 'remove';
  readonly listedOn: string | null;
  readonly fileName: string;
  readonly fileNumbers: number;
  readonly unreadRows: number;
  readonly added: number;
  readonly removed: number;
  /** The numbers on the list after the change. */
  readonly listed: number;
}

export const insertNumberListChange = preparedWrite<NumberListChange & { brandId: string; personId: string }>()(
  'insert_number_list_change',
  (q, p) =>
    q.insertInto('doNotCallChanges').values({
      ...{ brandId: p.brandId, id: p.id, at: instant(p.at), personId: p.personId, kind: p.kind, listedOn: p.listedOn },
      ...{ fileName: p.fileName, fileNumbers: p.fileNumbers, unreadRows: p.unreadRows },
      ...{ added: p.added, removed: p.removed, listed: p.listed },
    }),
);

/** Lists the changes of the brand's list, newest first. */
export const listNumberListChanges = preparedRead<{ brandId: string; limit: number }>()(
  'list_number_list_changes',
  (q, p) =>
    q
      .selectFrom('doNotCallChanges as d')
      .innerJoin('people as w', (join) => join.onRef('w.brandId', '=', 'd.brandId').onRef('w.id', '=', 'd.personId'))
      .where('d.brandId', '=', p.brandId)
      .orderBy('d.id', 'desc')
      .limit(sql<number>`${p.limit}::int`)
      .select(['d.id', 'd.at', 'd.kind', 'd.listedOn', 'd.fileName', 'd.fileNumbers', 'd.unreadRows', 'd.added'])
      .select(['d.removed', 'd.listed', 'w.name as by']),
);
