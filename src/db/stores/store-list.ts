/** Reads stores as managers see them, and writes what managers change. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';
import { openDates, openHours, type StoreDate } from '#db/people/stores.ts';

/** Lists the stores of a brand, also those that are closed; `storeId` null: all of them. */
export const listStoreRows = preparedRead<{ brandId: string; storeId: string | null }>()('list_store_rows', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .where(sql<boolean>`(${p.storeId}::uuid is null or s.id = ${p.storeId}::uuid)`)
    .select(['s.id', 's.code', 's.name', 's.city', 's.state', 's.zone', 's.closedAt'])
    .select([
      sql<number>`(select count(*)::int from people w
        where w.brand_id = s.brand_id and w.store_id = s.id and w.active)`.as('people'),
      sql<boolean>`exists (select from store_hours h where h.brand_id = s.brand_id and h.store_id = s.id)`.as(
        'hasHours',
      ),
    ]),
);

/** Reads one store with its hours, its dates, and what must be moved before the store can be closed. */
export const readStore = preparedRead<{ brandId: string; id: string }>()('read_store', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .where('s.id', '=', p.id)
    .select(['s.id', 's.code', 's.name', 's.address', 's.city', 's.state', 's.zone', 's.closedAt'])
    .select([openHours.as('hours'), openDates.as('dates')])
    .select([
      sql<number>`(select count(*)::int from people w
        where w.brand_id = s.brand_id and w.store_id = s.id and w.active)`.as('people'),
      sql<number>`(select count(*)::int from customers c
        where c.brand_id = s.brand_id and c.store_id = s.id and c.availability = 'present')`.as('customers'),
      sql<number>`(select count(*)::int from holds h
        where h.brand_id = s.brand_id and h.store_id = s.id and h.ended_at is null)`.as('held'),
    ]),
);

/**
 * Locks a store's row until the end of the transaction: two changes of one store run one after the other. The lock lets
 * rows that refer to the store be inserted: a transaction that adds a person waits for the brand's row alone, which a
 * change of the store locks later.
 */
export const lockStore = preparedWrite<{ brandId: string; id: string }>()('lock_store', (q, p) =>
  q
    .selectFrom('stores')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id)
    .select(['id', 'closedAt'])
    .forNoKeyUpdate(),
);

export const insertStore = preparedWrite<{
  brandId: string;
  id: string;
  code: string;
  name: string;
  address: string;
  city: string;
  state: string;
  zone: string;
  at: number;
}>()('insert_store', (q, p) =>
  q.insertInto('stores').values({
    brandId: p.brandId,
    id: p.id,
    code: p.code,
    name: p.name,
    address: p.address,
    city: p.city,
    state: p.state,
    zone: p.zone,
    createdAt: instant(p.at),
  }),
);

export const updateStore = preparedWrite<{
  brandId: string;
  id: string;
  name: string;
  address: string;
  city: string;
  state: string;
  zone: string;
}>()('update_store', (q, p) =>
  q
    .updateTable('stores')
    .set({ name: p.name, address: p.address, city: p.city, state: p.state, zone: p.zone })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.id),
);

export const deleteStoreDates = preparedWrite<{ brandId: string; storeId: string }>()('delete_store_dates', (q, p) =>
  q.deleteFrom('storeDates').where('brandId', '=', p.brandId).where('storeId', '=', p.storeId),
);

export const insertStoreDates = preparedWrite<{ brandId: string; storeId: string; dates: readonly StoreDate[] }>()(
  'insert_store_dates',
  (q, p) =>
    q
      .insertInto('storeDates')
      .columns(['brandId', 'storeId', 'onDate', 'opensMinute', 'closesMinute', 'label'])
      .expression(
        sql`select ${p.brandId}::uuid, ${p.storeId}::uuid, r.* from jsonb_to_recordset(${json(p.dates)})
          as r(date date, "opensMinute" smallint, "closesMinute" smallint, label text)`,
      ),
);

export const markStoreClosed = preparedWrite<{ brandId: string; id: string; by: string; at: number }>()(
  'mark_store_closed',
  (q, p) =>
    q
      .updateTable('stores')
      .set({ closedAt: instant(p.at), closedBy: p.by })
      .where('brandId', '=', p.brandId)
      .where('id', '=', p.id),
);
