/** Reads and writes a brand's stores: their address, zone and opening hours. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant, json } from '#db/core/sql-values.ts';

/**
 * A store's hours on one weekday. `weekday` 0 is Monday. Minutes of the day, `closesMinute` up to 1440; if
 * `closesMinute` is not after `opensMinute`, the store closes on the next day.
 */
export interface OpenHours {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** A store. `hours` follow the order of the week; a weekday without an entry is closed. */
export interface StoreRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  /** The state's two capital letters. */
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
}

/** Selects the hours of store `s` of the query, by weekday. */
export const openHours = sql<OpenHours[]>`coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday,
    'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute) order by h.weekday)
  from store_hours h where h.brand_id = s.brand_id and h.store_id = s.id), '[]'::jsonb)`;

/** The hours of one date, which replace those of its weekday; without minutes the store stays closed. */
export interface StoreDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly opensMinute: number | null;
  readonly closesMinute: number | null;
  readonly label: string;
}

/** Selects the dates with hours of their own of store `s` of the query, by date. */
export const openDates = sql<StoreDate[]>`coalesce((select jsonb_agg(jsonb_build_object('date', d.on_date,
    'opensMinute', d.opens_minute, 'closesMinute', d.closes_minute, 'label', d.label) order by d.on_date)
  from store_dates d where d.brand_id = s.brand_id and d.store_id = s.id), '[]'::jsonb)`;

/** Lists the stores of a brand that are not closed for good, by code. */
export const listStores = preparedRead<{ brandId: string }>()('list_stores', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .where('s.closedAt', 'is', null)
    .orderBy('s.code')
    .select(['s.id', 's.code', 's.name', 's.city', 's.state', 's.zone', openHours.as('hours'), openDates.as('dates')]),
);

/** Lists the codes of the stores that are closed for good: no other store may take such a code. */
export const listClosedStoreCodes = preparedRead<{ brandId: string }>()('list_closed_store_codes', (q, p) =>
  q.selectFrom('stores').where('brandId', '=', p.brandId).where('closedAt', 'is not', null).select('code'),
);

/** Creates or changes stores. Send `deleteStoreHours`, `insertStoreHours` and `updateStoreZones` afterwards. */
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
