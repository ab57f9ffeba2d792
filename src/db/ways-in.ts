/** Who still lacks a way in: stores without an account, people of a store without a PIN there. */
import type { AuthDb } from './auth-db.ts';
import type { Reads } from './db.ts';
import { preparedRead } from './prepared.ts';
import { storesOf } from './stores.ts';

export interface StoreWithoutAccount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** By code. */
export async function storesWithoutAccount(db: Reads, auth: AuthDb, brandId: string): Promise<StoreWithoutAccount[]> {
  const stores = await db.read(brandId, (reads) => reads.run(storesOf, { brandId }));
  const rows = await auth.q
    .selectFrom('user')
    .where('kind', '=', 'store')
    .where('brandId', '=', brandId)
    .select('storeId')
    .execute();
  const served = new Set(rows.map(({ storeId }) => storeId));
  return stores.filter(({ id }) => !served.has(id)).map(({ id, code, name }) => ({ id, code, name }));
}

/** Those who work there, by store and code. Who moved to another store has none in it yet. */
export const peopleWithoutPin = preparedRead<{ brandId: string }>()('people_without_pin', (q, p) =>
  q
    .selectFrom('people as p')
    .innerJoin('stores as s', (on) => on.onRef('s.brand_id', '=', 'p.brand_id').onRef('s.id', '=', 'p.store_id'))
    .leftJoin('pins as i', (on) =>
      on
        .onRef('i.brand_id', '=', 'p.brand_id')
        .onRef('i.person_id', '=', 'p.id')
        .onRef('i.store_id', '=', 'p.store_id'),
    )
    .where('p.brand_id', '=', p.brandId)
    .where('p.active', '=', true)
    .where('i.person_id', 'is', null)
    .orderBy('s.code')
    .orderBy('p.code')
    .select(['p.id as personId', 's.id as storeId', 's.name as storeName', 'p.name', 'p.code']),
);
