/** Locks, creates and changes single people, as managers do. */
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import type { PersonRole } from '#rules/people/access-table.ts';

/**
 * Locks the brand's row until the end of the transaction, so that changes of a brand's people and the closing of its stores
 * run one after the other: two managers cannot deactivate each other at once, and nobody comes into a store that is being
 * closed.
 */
export const lockBrandPeople = preparedWrite<{ brandId: string }>()('lock_brand_people', (q, p) =>
  q.selectFrom('brands').where('brandId', '=', p.brandId).select('brandId').forNoKeyUpdate(),
);

/** Counts the other active people of the store, or the other active brand managers: with this role, and all. */
export const countColleagues = preparedRead<{
  brandId: string;
  personId: string;
  storeId: string | null;
  role: PersonRole;
}>()('count_colleagues', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .where('id', '<>', p.personId)
    .where('active', '=', true)
    .where(sql<boolean>`store_id is not distinct from ${p.storeId}::uuid`)
    .select([
      sql<number>`(count(*) filter (where role = ${p.role}::text))::int`.as('sameRole'),
      sql<number>`count(*)::int`.as('all'),
    ]),
);

/** Lists the names of the active people of a store. */
export const listNamesInStore = preparedRead<{ brandId: string; storeId: string }>()('list_names_in_store', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .where('storeId', '=', p.storeId)
    .where('active', '=', true)
    .select(['id', 'name']),
);

/**
 * Finds the store unless it is closed, so that a person can be added to it or moved there. The answer stays true until
 * the end of a transaction that sent `lockBrandPeople` before, because `closeStore` takes the same lock.
 */
export const findStoreOfBrand = preparedRead<{ brandId: string; storeId: string }>()('find_store_of_brand', (q, p) =>
  q
    .selectFrom('stores')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.storeId)
    .where('closedAt', 'is', null)
    .select(['id', 'name']),
);

export const updatePerson = preparedWrite<{
  brandId: string;
  personId: string;
  name: string;
  role: PersonRole;
  storeId: string | null;
  active: boolean;
}>()('update_person', (q, p) =>
  q
    .updateTable('people')
    .set({ name: p.name, role: p.role, storeId: p.storeId, active: p.active })
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.personId),
);
