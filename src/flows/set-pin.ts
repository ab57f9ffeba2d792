/** Giving a person of a store a PIN, by who is set over them: at the start, by import, or anew. */
import { brokenConstraint, type Database, type Tx } from '#db/db.ts';
import { pinSet } from '#db/pins.ts';
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
  const write = await preparePin(deps, of, pin, oneTime);
  try {
    await deps.db.inBrand(of.brandId, async (tx) => write(tx));
    return true;
  } catch (error) {
    if (brokenConstraint(error) === 'pins_unique_in_store') return false;
    throw error;
  }
}

/** Hashes now, so that the write can join a transaction, which then breaks `pins_unique_in_store` where the PIN is taken. */
export async function preparePin(
  { pinDigests, hostNow }: Omit<SetPinDeps, 'db'>,
  of: PinOf,
  pin: string,
  oneTime: boolean,
): Promise<(tx: Tx) => void> {
  const [digest] = await pinDigests(of, pin);
  return (tx) => tx.send(pinSet, { ...of, digest, oneTime, now: hostNow() });
}
