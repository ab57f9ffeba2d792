/** Finds who cannot sign in yet: stores and brand managers without an account, people without a PIN in their store. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { listPeople } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import type { Instant } from '#rules/time/interval.ts';

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

/** Lists the stores whose account still has a one-time password that was made at `before` or earlier. */
export async function storesWithExpiredPassword(
  auth: AuthDb,
  brandId: string,
  before: Instant,
): Promise<{ accountId: string; email: string }[]> {
  return auth.q
    .selectFrom('user as u')
    .innerJoin('account as a', 'a.userId', 'u.id')
    .where('u.kind', '=', 'store')
    .where('u.brandId', '=', brandId)
    .where('u.mustChangePassword', '=', true)
    .where('a.updatedAt', '<=', new Date(before))
    .orderBy('u.email')
    .select(['u.id as accountId', 'u.email'])
    .execute();
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
 * no PIN there yet. A one-time PIN that was made at `before` or earlier has expired and counts as none.
 */
export const findPeopleWithoutPin = preparedRead<{ brandId: string; before: Instant }>()(
  'find_people_without_pin',
  (q, p) =>
    q
      .selectFrom('people as p')
      .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'p.brandId').onRef('s.id', '=', 'p.storeId'))
      .leftJoin('pins as i', (on) =>
        on.onRef('i.brandId', '=', 'p.brandId').onRef('i.personId', '=', 'p.id').onRef('i.storeId', '=', 'p.storeId'),
      )
      .where('p.brandId', '=', p.brandId)
      .where('p.active', '=', true)
      .where(sql<boolean>`(i.person_id is null or (i.one_time and i.set_at <= ${instant(p.before)}))`)
      .orderBy('s.code')
      .orderBy('p.code')
      .select(['p.id as personId', 's.id as storeId', 's.name as storeName', 'p.name', 'p.code']),
);
