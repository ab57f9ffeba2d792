/** Gives a person of a store a PIN: by a manager, or by the person in exchange for a one-time PIN. */
import { type Database, findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { findAndLockPin, upsertPin } from '#db/sign-in/pins.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PinDigests } from './pin-deps.ts';

export interface SetPinDeps {
  readonly db: Database;
  readonly pinDigests: PinDigests;
  readonly hostNow: () => Instant;
}

export interface PinOf {
  readonly brandId: string;
  readonly storeId: string;
  readonly personId: string;
}

/** Sets the PIN and resets the count of wrong PINs. Returns false where a colleague of the store has this PIN. */
export async function setPin(deps: SetPinDeps, of: PinOf, pin: string, oneTime: boolean): Promise<boolean> {
  const digests = await deps.pinDigests(of, pin);
  try {
    return await deps.db.inBrand(of.brandId, (tx) => writePin(tx, of, digests, oneTime, deps.hostNow()));
  } catch (error) {
    if (isTakenMeanwhile(error)) return false;
    throw error;
  }
}

/**
 * Sets the PIN within a transaction, and writes nothing where it returns false. A colleague's PIN may be stored under
 * the secret before this one, so all digests are compared; the unique index compares only one.
 */
export async function writePin(
  tx: Tx,
  of: PinOf,
  digests: readonly [Buffer, ...Buffer[]],
  oneTime: boolean,
  now: Instant,
): Promise<boolean> {
  const holders = await tx.run(findAndLockPin, { ...of, digests: [...digests] });
  if (holders.some(({ personId }) => personId !== of.personId)) return false;
  tx.send(upsertPin, { ...of, digest: digests[0], oneTime, now });
  return true;
}

/** Tells whether two people chose the same PIN at the same moment. The second transaction then fails as a whole. */
export function isTakenMeanwhile(error: unknown): boolean {
  return findBrokenConstraint(error) === 'pins_unique_in_store';
}
