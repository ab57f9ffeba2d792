/** Who still lacks a way in: stores and brand managers without an account, people of a store without a PIN there. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { listPeople } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';

export interface StoreWithoutAccount {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** By code. */
export async function storesWithoutAccount(db: Reads, auth: AuthDb, brandId: string): Promise<StoreWithoutAccount[]> {
  const stores = await db.read(brandId, (reads) => reads.run(listStores, { brandId }));
  const rows = await auth.q
    .selectFrom('user')
    .where('kind', '=', 'store')
    .where('brandId', '=', brandId)
    .select('storeId')
    .execute();
  const served = new Set(rows.map(({ storeId }) => storeId));
  return stores.filter(({ id }) => !served.has(id)).map(({ id, code, name }) => ({ id, code, name }));
}

/** The active ones. */
export async function managersWithoutAccount(
  db: Reads,
  auth: AuthDb,
  brandId: string,
): Promise<{ id: string; name: string }[]> {
  const people = await db.read(brandId, (reads) => reads.run(listPeople, { brandId }));
  const rows = await auth.q
    .selectFrom('user')
    .where('kind', '=', 'person')
    .where('brandId', '=', brandId)
    .select('personId')
    .execute();
  const served = new Set(rows.map(({ personId }) => personId));
  return people.filter(({ id, role, active }) => role === 'brand_manager' && active && !served.has(id));
}

/** `email` in lower case. */
export async function hasAccount(auth: AuthDb, email: string): Promise<boolean> {
  return (await auth.q.selectFrom('user').where('email', '=', email).select('id').executeTakeFirst()) !== undefined;
}

/** Those who work there, by store and code. Who moved to another store has none in it yet. */
export const findPeopleWithoutPin = preparedRead<{ brandId: string }>()('find_people_without_pin', (q, p) =>
  q
    .selectFrom('people as p')
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'p.brandId').onRef('s.id', '=', 'p.storeId'))
    .leftJoin('pins as i', (on) =>
      on.onRef('i.brandId', '=', 'p.brandId').onRef('i.personId', '=', 'p.id').onRef('i.storeId', '=', 'p.storeId'),
    )
    .where('p.brandId', '=', p.brandId)
    .where('p.active', '=', true)
    .where('i.personId', 'is', null)
    .orderBy('s.code')
    .orderBy('p.code')
    .select(['p.id as personId', 's.id as storeId', 's.name as storeName', 'p.name', 'p.code']),
);
