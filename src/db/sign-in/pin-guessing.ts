/** Finds stores where PINs are guessed, for the managers of the store. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { TRIES_EVERYWHERE } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';
import { STORE_BUDGET_KEY } from './pin-waits.ts';

export interface StoreWrongPins {
  readonly storeId: string;
  readonly store: string;
  /** When the last wrong PIN that was typed without a name is paid off; null: there was none. */
  readonly paidUntil: Instant | null;
  /** The people with ten or more wrong PINs since the last right one. */
  readonly people: readonly string[];
}

/**
 * Reads the wrong PINs of one store, or of all stores of the brand (`storeId` null), stores without wrong PINs
 * included.
 */
export const findWrongPins = preparedRead<{ brandId: string; storeId: string | null }>()('find_wrong_pins', (q, p) =>
  q
    .selectFrom('stores as s')
    .leftJoin('pinWaits as w', (join) =>
      join
        .onRef('w.brandId', '=', 's.brandId')
        .onRef('w.storeId', '=', 's.id')
        .on('w.deviceKey', '=', sql.lit(STORE_BUDGET_KEY)),
    )
    .where('s.brandId', '=', p.brandId)
    .where(sql<boolean>`(${p.storeId}::uuid is null or s.id = ${p.storeId}::uuid)`)
    .select(['s.id as storeId', 's.name as store', 'w.guessesPaidUntil as paidUntil'])
    .select(
      sql<string[]>`array(
        select p.name from pins i join people p on p.brand_id = i.brand_id and p.id = i.person_id
        where i.brand_id = s.brand_id and i.store_id = s.id and p.store_id = s.id and p.active
          and i.wrong >= ${sql.lit(TRIES_EVERYWHERE)}
        order by p.name)`.as('people'),
    )
    .orderBy('s.name')
    .orderBy('s.id'),
);
