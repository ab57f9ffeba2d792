/** Finds the people who are locked out by wrong PINs; managers can unlock them from any device. */
import { sql } from 'kysely';
import { preparedRead } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import { TRIES_EVERYWHERE } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

interface LockedPinsArgs {
  readonly brandId: string;
  /** Null: all stores of the brand. */
  readonly storeId: string | null;
  readonly roles: readonly string[];
  readonly now: Instant;
}

/**
 * Finds active people of these roles who are locked at `now`, by store and name, at most 200. `until`: the end of the
 * longest lock on a device; null: no device has a timed lock. `everywhere`: the person is locked on all devices until a
 * manager unlocks them, except on devices where the person gave the right PIN before.
 */
export const findLockedPins = preparedRead<LockedPinsArgs>()('find_locked_pins', (q, p) =>
  q
    .with('locks', (w) =>
      w
        .selectFrom('pinLocks')
        .where('brandId', '=', p.brandId)
        .where('lockedUntil', '>', sql<never>`${instant(p.now)}`)
        .groupBy('personId')
        .select(['personId', sql<Instant>`max(locked_until)`.as('until')]),
    )
    .selectFrom('pins as i')
    .innerJoin('people as p', (on) => on.onRef('p.brandId', '=', 'i.brandId').onRef('p.id', '=', 'i.personId'))
    .innerJoin('stores as s', (on) => on.onRef('s.brandId', '=', 'i.brandId').onRef('s.id', '=', 'i.storeId'))
    .leftJoin('locks as l', 'l.personId', 'i.personId')
    .where('i.brandId', '=', p.brandId)
    .whereRef('p.storeId', '=', 'i.storeId')
    .where('p.active', '=', true)
    .where(sql<boolean>`p.role = any(${p.roles}::text[])`)
    .where(sql<boolean>`(${p.storeId}::uuid is null or i.store_id = ${p.storeId}::uuid)`)
    .where(sql<boolean>`(i.wrong >= ${sql.lit(TRIES_EVERYWHERE)} or l.until is not null)`)
    .orderBy('s.name')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(sql.lit(200))
    .select(['p.id', 'p.name', 'p.role', 's.id as storeId', 's.name as store', 'l.until'])
    .select(sql<boolean>`i.wrong >= ${sql.lit(TRIES_EVERYWHERE)}`.as('everywhere')),
);
