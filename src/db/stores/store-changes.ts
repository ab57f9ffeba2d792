/** Writes and reads the log of changes that managers made to stores. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';

export type StoreChangeKind = 'created' | 'changed' | 'sign_in_created' | 'password_given' | 'devices_ended' | 'closed';

export const insertStoreChange = preparedWrite<{
  brandId: string;
  id: string;
  storeId: string;
  at: number;
  by: string;
  kind: StoreChangeKind;
  fields: readonly string[];
}>()('insert_store_change', (q, p) =>
  q.insertInto('storeChanges').values({
    brandId: p.brandId,
    id: p.id,
    storeId: p.storeId,
    at: instant(p.at),
    byId: p.by,
    kind: p.kind,
    fields: sql`${p.fields}::text[]`,
  }),
);

/** Lists the last changes of a store with the names of those who made them, the newest first. */
export const listStoreChanges = preparedRead<{ brandId: string; storeId: string }>()('list_store_changes', (q, p) =>
  q
    .selectFrom('storeChanges as c')
    .innerJoin('people as w', (on) => on.onRef('w.brandId', '=', 'c.brandId').onRef('w.id', '=', 'c.byId'))
    .where('c.brandId', '=', p.brandId)
    .where('c.storeId', '=', p.storeId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(20)
    .select(['c.at', 'w.name as by', 'c.kind', 'c.fields']),
);
