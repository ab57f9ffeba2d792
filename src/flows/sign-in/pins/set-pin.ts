/** Giving a person of a store a PIN: by who is set over them, or by their own choice in place of a one-time one. */
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

/** Forgives the wrong ones before it. False: a colleague of the store has this PIN. */
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
 * The same within a transaction; writes nothing where it answers false. A colleague's PIN may still be there under the
 * secret before this one, of which the database knows nothing.
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

/** Two chose the same PIN at the same moment: the second transaction fails whole. */
export function isTakenMeanwhile(error: unknown): boolean {
  return findBrokenConstraint(error) === 'pins_unique_in_store';
}
