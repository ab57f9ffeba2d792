/** Reads what a signed-in device shows: its brand, its store, and the people who may take a turn on it. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { openHours } from '#db/people/stores.ts';
import { TRIES_EVERYWHERE } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

export const readBrandName = preparedRead<{ brandId: string }>()('read_brand_name', (q, p) =>
  q.selectFrom('brands').where('brandId', '=', p.brandId).select(['brandId as id', 'slug', 'name', 'article']),
);

export const readStoreName = preparedRead<{ brandId: string; storeId: string }>()('read_store_name', (q, p) =>
  q
    .selectFrom('stores as s')
    .where('s.brandId', '=', p.brandId)
    .where('s.id', '=', p.storeId)
    .select(['s.id', 's.name', 's.city', 's.zone', openHours.as('hours')]),
);

/** Lists the people with a PIN in the store; `locked`: on this device at `now`. */
export const listPeopleWithPin = preparedRead<{ brandId: string; storeId: string; deviceKey: string; now: Instant }>()(
  'list_people_with_pin',
  (q, p) =>
    q
      .selectFrom('people as p')
      .innerJoin('pins as i', (join) => join.onRef('i.brandId', '=', 'p.brandId').onRef('i.personId', '=', 'p.id'))
      .leftJoin('pinLocks as l', (join) =>
        join.onRef('l.brandId', '=', 'p.brandId').onRef('l.personId', '=', 'p.id').on('l.deviceKey', '=', p.deviceKey),
      )
      .where('p.brandId', '=', p.brandId)
      .where('p.storeId', '=', p.storeId)
      .whereRef('i.storeId', '=', 'p.storeId')
      .where('p.active', '=', true)
      .select(['p.id', 'p.name', 'p.role'])
      .select(
        sql<boolean>`(i.wrong >= ${sql.lit(TRIES_EVERYWHERE)} and l.right_at is null)
          or coalesce(l.locked_until > ${instant(p.now)}, false)`.as('locked'),
      )
      .orderBy('p.id'),
);

/** Reads a person's present name, role, store and whether the person is active. */
export const findPersonOfBrand = preparedRead<{ brandId: string; personId: string }>()('find_person_of_brand', (q, p) =>
  q
    .selectFrom('people')
    .where('brandId', '=', p.brandId)
    .where('id', '=', p.personId)
    .select(['id', 'name', 'role', 'active', 'storeId']),
);
