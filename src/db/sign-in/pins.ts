/**
 * Reads and writes PINs and counts wrong ones: by person and device, by person over all devices, and by device without
 * a name.
 */
import { sql } from 'kysely';
import type { Tx } from '#db/core/db.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/sql-values.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { PinTries } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A person with a PIN. */
export interface PinHolder {
  readonly personId: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly active: boolean;
  readonly digest: Buffer;
  readonly oneTime: boolean;
  /** When the PIN was set: a one-time PIN expires some days later. */
  readonly setAt: Instant;
}

interface Named {
  readonly brandId: string;
  readonly storeId: string;
  readonly personId: string;
  readonly deviceKey: string;
}

/**
 * Locks one person's PIN in a store until the end of the transaction, so that tries for one person wait for each other,
 * and reads the wrong tries so far. Null: the store has no such person with a PIN.
 */
export async function lockPinWithTries(tx: Tx, at: Named): Promise<{ holder: PinHolder; tries: PinTries } | null> {
  // Two statements, because the second one sees what earlier owners of the row lock have written.
  const [[held], [lock]] = await Promise.all([tx.run(lockPin, at), tx.run(readPinLock, at)]);
  if (!held) return null;
  const { everywhere, ...holder } = held;
  const { here = 0, lockedUntil = null, wasRightHere = false } = lock ?? {};
  return { holder, tries: { here, everywhere, lockedUntil, wasRightHere } };
}

const HOLDER = ['i.personId', 'p.name', 'p.role', 'p.active', 'i.digest', 'i.oneTime', 'i.setAt'] as const;

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

/**
 * Finds the person of a PIN, by any of the digests it may have, and locks the row. At most one row: PINs are unique in
 * a store.
 */
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

/** Saves the counts of wrong PINs of a person. */
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
 * Clears the wrong tries of a person after a right PIN, on this device and in total. Other devices keep their pause.
 * From now on the lock over all devices does not apply to this device.
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

/** Removes a person's locks on all devices, for a manager. The devices with an earlier right PIN stay remembered. */
export function unlockPin(tx: Tx, at: { brandId: string; personId: string }): void {
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

/** Sets a person's PIN and clears the wrong tries. Violates `pins_unique_in_store` if a colleague has the same PIN. */
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

/** Replaces a digest that was made with the previous secret. */
export const updatePinDigest = preparedWrite<{ brandId: string; personId: string; digest: Buffer }>()(
  'update_pin_digest',
  (q, p) =>
    q.updateTable('pins').set({ digest: p.digest }).where('brandId', '=', p.brandId).where('personId', '=', p.personId),
);
