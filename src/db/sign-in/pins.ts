/** PINs and the wrong ones before them: by name and device, by name over all devices, and by device without a name. */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { PinTries } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Somebody with a PIN. */
export interface PinHolder {
  readonly personId: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly active: boolean;
  readonly digest: Buffer;
  readonly oneTime: boolean;
}

interface Named {
  readonly brandId: string;
  readonly storeId: string;
  readonly personId: string;
  readonly deviceKey: string;
}

/**
 * One person's PIN in a store, held until the transaction's end so that tries at the same name wait for each other,
 * with the wrong ones so far; null: nobody of that store has that id and a PIN.
 */
export async function holdPin(tx: Tx, at: Named): Promise<{ holder: PinHolder; tries: PinTries } | null> {
  // Two statements: the second sees what those who held the row before have written.
  const [[held], [lock]] = await Promise.all([tx.run(lockPin, at), tx.run(readPinLock, at)]);
  if (!held) return null;
  const { everywhere, ...holder } = held;
  const { here = 0, lockedUntil = null, wasRightHere = false } = lock ?? {};
  return { holder, tries: { here, everywhere, lockedUntil, wasRightHere } };
}

const HOLDER = ['i.personId', 'p.name', 'p.role', 'p.active', 'i.digest', 'i.oneTime'] as const;

const lockPin = preparedWrite<Named>()('lock_pin', (q, p) =>
  q
    .selectFrom('pins as i')
    .innerJoin('people as p', (join) => join.onRef('p.brandId', '=', 'i.brandId').onRef('p.id', '=', 'i.personId'))
    .where('i.brandId', '=', p.brandId)
    .where('i.personId', '=', p.personId)
    .where('i.storeId', '=', p.storeId)
    .whereRef('p.storeId', '=', 'i.storeId')
    .select([...HOLDER, 'i.wrong as everywhere'])
    .forUpdate('i'),
);

const readPinLock = preparedRead<Named>()('read_pin_lock', (q, p) =>
  q
    .selectFrom('pinLocks')
    .where('brandId', '=', p.brandId)
    .where('personId', '=', p.personId)
    .where('deviceKey', '=', p.deviceKey)
    .select(['wrong as here', 'lockedUntil'])
    .select(sql<boolean>`right_at is not null`.as('wasRightHere')),
);

/** Whose PIN it is, by any of the digests it may have; held. At most one: PINs are unique in a store. */
export const findAndLockPin = preparedWrite<{ brandId: string; storeId: string; digests: Buffer[] }>()(
  'find_and_lock_pin',
  (q, p) =>
    q
      .selectFrom('pins as i')
      .innerJoin('people as p', (join) => join.onRef('p.brandId', '=', 'i.brandId').onRef('p.id', '=', 'i.personId'))
      .where('i.brandId', '=', p.brandId)
      .where('i.storeId', '=', p.storeId)
      .where(sql<boolean>`i.digest = any(${p.digests}::bytea[])`)
      .whereRef('p.storeId', '=', 'i.storeId')
      .select(HOLDER)
      .forUpdate('i'),
);

/** Writes down wrong PINs for a name. */
export function saveTries(tx: Tx, at: Named, tries: PinTries): void {
  tx.send(upsertPinLock, { ...at, wrong: tries.here, lockedUntil: tries.lockedUntil });
  tx.send(updateWrongTries, { ...at, wrong: tries.everywhere });
}

const upsertPinLock = preparedWrite<Named & { wrong: number; lockedUntil: Instant | null }>()(
  'upsert_pin_lock',
  (q, p) =>
    q
      .insertInto('pinLocks')
      .values({
        brandId: p.brandId,
        personId: p.personId,
        deviceKey: p.deviceKey,
        wrong: p.wrong,
        lockedUntil: instant(p.lockedUntil),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['brandId', 'personId', 'deviceKey'])
          .doUpdateSet({ wrong: p.wrong, lockedUntil: instant(p.lockedUntil) }),
      ),
);

const updateWrongTries = preparedWrite<{ brandId: string; personId: string; wrong: number }>()(
  'update_wrong_tries',
  (q, p) =>
    q.updateTable('pins').set({ wrong: p.wrong }).where('brandId', '=', p.brandId).where('personId', '=', p.personId),
);

/**
 * A right PIN: nothing is held against the name any more, here and in all. Other devices keep their pause. From now on the
 * lock over all devices does not hold on this one.
 */
export function clearTries(tx: Tx, at: Named, now: Instant): void {
  tx.send(rememberRightPin, { ...at, now });
  tx.send(updateWrongTries, { ...at, wrong: 0 });
}

const rememberRightPin = preparedWrite<Named & { now: Instant }>()('remember_right_pin', (q, p) =>
  q
    .insertInto('pinLocks')
    .values({
      brandId: p.brandId,
      personId: p.personId,
      deviceKey: p.deviceKey,
      wrong: 0,
      rightAt: instant(p.now),
    })
    .onConflict((conflict) =>
      conflict.columns(['brandId', 'personId', 'deviceKey']).doUpdateSet({
        wrong: 0,
        lockedUntil: null,
        rightAt: sql<never>`coalesce(pin_locks.right_at, ${instant(p.now)})`,
      }),
    ),
);

/** Freed by a manager: on every device. Where the right PIN was given before is not forgotten. */
export function freePin(tx: Tx, at: { brandId: string; personId: string }): void {
  tx.send(deletePinLocks, at);
  tx.send(updateWrongTries, { ...at, wrong: 0 });
}

const deletePinLocks = preparedWrite<{ brandId: string; personId: string }>()('delete_pin_locks', (q, p) =>
  q
    .updateTable('pinLocks')
    .set({ wrong: 0, lockedUntil: null })
    .where('brandId', '=', p.brandId)
    .where('personId', '=', p.personId),
);

/** Sets a person's PIN and forgives the wrong ones. Breaks `pins_unique_in_store` where a colleague has it. */
export const upsertPin = preparedWrite<{
  brandId: string;
  personId: string;
  storeId: string;
  digest: Buffer;
  oneTime: boolean;
  now: Instant;
}>()('upsert_pin', (q, p) =>
  q
    .insertInto('pins')
    .values({
      brandId: p.brandId,
      personId: p.personId,
      storeId: p.storeId,
      digest: p.digest,
      oneTime: p.oneTime,
      setAt: instant(p.now),
    })
    .onConflict((conflict) =>
      conflict.columns(['brandId', 'personId']).doUpdateSet({
        storeId: p.storeId,
        digest: p.digest,
        oneTime: p.oneTime,
        wrong: 0,
        setAt: instant(p.now),
      }),
    ),
);

/** A digest made under the secret before this one is made anew. */
export const updatePinDigest = preparedWrite<{ brandId: string; personId: string; digest: Buffer }>()(
  'update_pin_digest',
  (q, p) =>
    q.updateTable('pins').set({ digest: p.digest }).where('brandId', '=', p.brandId).where('personId', '=', p.personId),
);
