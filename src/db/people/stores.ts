/** The brand's shops: where they are, which clock hangs there, and when they are open. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';

/** `weekday` 0 is Monday; minutes of day, `closesMinute` up to 1440, on the next day where it is not after `opensMinute`. */
export interface OpenHours {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** `hours` in the order of the week; a day that is not there is closed. */
export interface StoreRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  /** Two capitals. */
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
}

/** Of the store `s` of a query, by weekday. */
export const openHours = sql<OpenHours[]>`coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday,
    'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute) order by h.weekday)
  from store_hours h where h.brand_id = s.brand_id and h.store_id = s.id), '[]'::jsonb)`;

/** All of a brand, by code. */
export const listStores = preparedRead<{ brandId: string }>()('list_stores', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .orderBy('s.code')
    .select(['s.id', 's.code', 's.name', 's.city', 's.state', 's.zone', openHours.as('hours')]),
);

/** Creates or changes stores; follow it with `deleteStoreHours`, `insertStoreHours` and `updateStoreZones`. */
export const upsertStores = preparedWrite<{ brandId: string; stores: readonly StoreRecord[]; at: number }>()(
  'upsert_stores',
  (q, p) =>
    q
      .insertInto('stores')
      .columns(['brandId', 'id', 'code', 'name', 'city', 'state', 'zone', 'createdAt'])
      .expression(
        sql`select ${p.brandId}::uuid, r.*, ${instant(p.at)} from jsonb_to_recordset(${json(p.stores)})
          as r(id uuid, code text, name text, city text, state text, zone text)`,
      )
      .onConflict((conflict) =>
        conflict.columns(['brandId', 'id']).doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          city: ref('excluded.city'),
          state: ref('excluded.state'),
          zone: ref('excluded.zone'),
        })),
      ),
);

export const deleteStoreHours = preparedWrite<{ brandId: string; storeIds: readonly string[] }>()(
  'delete_store_hours',
  (q, p) =>
    q
      .deleteFrom('storeHours')
      .where('brandId', '=', p.brandId)
      .where(sql<boolean>`store_id = any(${p.storeIds}::uuid[])`),
);

export const insertStoreHours = preparedWrite<{
  brandId: string;
  hours: readonly (OpenHours & { readonly storeId: string })[];
}>()('insert_store_hours', (q, p) =>
  q
    .insertInto('storeHours')
    .columns(['brandId', 'storeId', 'weekday', 'opensMinute', 'closesMinute'])
    .expression(
      sql`select ${p.brandId}::uuid, r.* from jsonb_to_recordset(${json(p.hours)})
        as r("storeId" uuid, weekday smallint, "opensMinute" smallint, "closesMinute" smallint)`,
    ),
);
