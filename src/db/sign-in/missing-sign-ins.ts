/** Finds who cannot sign in yet: stores and brand managers without an account, people without a PIN in their store. */
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

/** Lists the stores without an account, by code. */
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

/** Lists the active brand managers without an account. */
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

/** Whether the e-mail has an account. `email`: in lower case. */
export async function hasAccount(auth: AuthDb, email: string): Promise<boolean> {
  return (await auth.q.selectFrom('user').where('email', '=', email).select('id').executeTakeFirst()) !== undefined;
}

/**
 * Finds active people without a PIN in their present store, by store and code. A person who moved to another store has
 * no PIN there yet.
 */
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
