/** A PIN typed without a name: it may be anybody's of the store, so wrong ones slow the device and lock nobody. */
import type { Tx } from '#db/db.ts';
import { type Device, holdPinWait, pinWaitSaved, UNPROVEN } from '#db/pin-waits.ts';
import { clearTries, holdPin, type PinHolder, pinFound } from '#db/pins.ts';
import { pinLock } from '#rules/pin-lock.ts';
import { afterRightGuess, GUESSES, NO_WAIT, takeGuess, withoutOneGuess } from '#rules/pin-wait.ts';
import { takeTry } from '#rules/throttle.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { CheckedPin } from './checked-pin.ts';
import type { PinDeps } from './pin-deps.ts';

/** Finds whose PIN it is, among those `accepted`; another's is wrong. The guess is taken before the hash. */
export async function checkNamelessPin(
  { db, hashing, pinDigests, hostNow }: PinDeps,
  device: Device,
  pin: string,
  accepted: (holder: PinHolder) => boolean = () => true,
): Promise<CheckedPin> {
  const { brandId } = device;
  const checked = await hashing.run(async (): Promise<CheckedPin> => {
    const now = hostNow();
    const guess = await db.inBrand(brandId, (tx) => takeGuessOn(tx, device, now));
    if (!guess.taken) return { kind: 'pin_slow', nextAt: guess.nextAt };
    const digests = await pinDigests(device, pin);
    const found = await db.inBrand(brandId, async (tx) => {
      const [holder] = await tx.run(pinFound, { ...device, digests: [...digests] });
      return holder && accepted(holder) ? holdPin(tx, { ...device, personId: holder.personId }) : null;
    });
    if (!found) return { kind: 'wrong_pin', left: null, lock: null, nextAt: guess.wait.waitUntil };
    return {
      kind: 'right',
      holder: found.holder,
      digest: digests[0],
      lock: pinLock(found.tries, now),
      async forgetAll(tx) {
        const { proven, ...wait } = await holdPinWait(tx, device);
        if (!proven) await giveBackShared(tx, device);
        tx.send(pinWaitSaved, { ...device, ...afterRightGuess(wait), proven: true });
        clearTries(tx, { ...device, personId: found.holder.personId });
      },
      async forgetThis(tx) {
        const { proven, ...wait } = await holdPinWait(tx, device);
        if (!proven) await giveBackShared(tx, device);
        tx.send(pinWaitSaved, { ...device, ...withoutOneGuess(wait), proven });
      },
    };
  });
  return checked === 'busy' ? { kind: 'busy' } : checked;
}

async function takeGuessOn(tx: Tx, device: Device, now: Instant) {
  const { proven, ...wait } = await holdPinWait(tx, device);
  const guess = takeGuess(wait, now);
  if (!guess.taken) return guess;
  if (!proven) {
    const shared = await holdPinWait(tx, sharedOf(device));
    const one = takeTry(GUESSES, shared.guessesPaidUntil, now);
    if (!one.taken) return one;
    tx.send(pinWaitSaved, { ...sharedOf(device), ...NO_WAIT, guessesPaidUntil: one.paidUntil, proven: false });
  }
  tx.send(pinWaitSaved, { ...device, ...guess.wait, proven });
  return guess;
}

async function giveBackShared(tx: Tx, device: Device): Promise<void> {
  const { proven, ...shared } = await holdPinWait(tx, sharedOf(device));
  tx.send(pinWaitSaved, { ...sharedOf(device), ...withoutOneGuess(shared), proven });
}

function sharedOf({ brandId, storeId }: Device): Device {
  return { brandId, storeId, deviceKey: UNPROVEN };
}
