/** Draws one-time PINs for people of a store and writes them in one transaction: all of them or none. */
import type { Tx } from '#db/core/db.ts';
import { findAndLockPin, unlockPin, upsertPin } from '#db/sign-in/pins.ts';
import type { HashSlots } from '#flows/sign-in/hash-slots.ts';
import { isWeakPin } from '#rules/sign-in/new-secret.ts';
import { isTakenMeanwhile, type SetPinDeps } from './set-pin.ts';

export interface OneTimePinDeps extends SetPinDeps {
  readonly hashing: HashSlots;
  /** Draws a PIN of six random digits. */
  readonly drawPin: () => string;
}

interface OfStore {
  readonly brandId: string;
  readonly storeId: string;
}

export type OneTimePinsAnswer<R> =
  | { readonly kind: 'given'; readonly pins: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly refusal: R }
  | { readonly kind: 'busy' };

const MOST_DRAWS = 20;

/**
 * Gives each person a one-time PIN that no colleague has, and removes the locks of the old one. `prepare` runs first in the
 * same transaction: where it returns a refusal, nothing is written. PINs are hashed before the transaction, and are drawn
 * anew where a colleague has one of them.
 */
export async function giveOneTimePins<R>(
  deps: OneTimePinDeps,
  store: OfStore,
  personIds: readonly string[],
  prepare: (tx: Tx) => Promise<R | null>,
): Promise<OneTimePinsAnswer<R>> {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const drawn = await drawPins(deps, store, personIds);
    if (drawn === 'busy') return { kind: 'busy' };
    const answer = await writePins(deps, store, drawn, prepare);
    if (answer !== 'taken') return answer;
  }
  throw new Error(`No free PINs were found in ${MOST_DRAWS} draws: nearly all six-digit PINs of the store are taken`);
}

interface Drawn {
  readonly personId: string;
  readonly pin: string;
  readonly digests: Awaited<ReturnType<SetPinDeps['pinDigests']>>;
}

async function drawPins(
  { hashing, pinDigests, drawPin }: OneTimePinDeps,
  store: OfStore,
  personIds: readonly string[],
): Promise<readonly Drawn[] | 'busy'> {
  const pins = new Set<string>();
  while (pins.size < personIds.length) {
    const pin = drawPin();
    if (!isWeakPin(pin)) pins.add(pin);
  }
  const drawn: Drawn[] = [];
  const unused = [...pins];
  for (const personId of personIds) {
    const pin = unused.pop() as string;
    const digests = await hashing.run(() => pinDigests(store, pin));
    if (digests === 'busy') return 'busy';
    drawn.push({ personId, pin, digests });
  }
  return drawn;
}

async function writePins<R>(
  { db, hostNow }: OneTimePinDeps,
  store: OfStore,
  drawn: readonly Drawn[],
  prepare: (tx: Tx) => Promise<R | null>,
): Promise<OneTimePinsAnswer<R> | 'taken'> {
  try {
    return await db.inBrand(store.brandId, async (tx) => {
      const refusal = await prepare(tx);
      if (refusal !== null) return { kind: 'refused', refusal };
      const digests = drawn.flatMap((each) => each.digests);
      if ((await tx.run(findAndLockPin, { ...store, digests })).length > 0) throw new TakenPin();
      for (const { personId, digests } of drawn) {
        tx.send(upsertPin, { ...store, personId, digest: digests[0], oneTime: true, now: hostNow() });
        unlockPin(tx, { brandId: store.brandId, personId });
      }
      return { kind: 'given', pins: new Map(drawn.map(({ personId, pin }) => [personId, pin])) };
    });
  } catch (error) {
    if (error instanceof TakenPin || isTakenMeanwhile(error)) return 'taken';
    throw error;
  }
}

/** Ends the transaction, so that nothing of `prepare` stays, where a colleague has one of the drawn PINs. */
class TakenPin extends Error {
  override readonly name = 'TakenPin';
}
