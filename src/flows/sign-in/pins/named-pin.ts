/** Checks a PIN that was typed for a name. Wrong PINs lock the person, first on the device, then everywhere. */
import { type Device, lockPinWait, savePinWait } from '#db/sign-in/pin-waits.ts';
import { clearTries, lockPinWithTries, saveTries } from '#db/sign-in/pins.ts';
import { afterWrongPin, pinLock, TRIES_EVERYWHERE, takeBackWrongTry, triesLeft } from '#rules/sign-in/pin-lock.ts';
import { NO_WAIT } from '#rules/sign-in/pin-wait.ts';
import type { CheckedPin } from './checked-pin.ts';
import type { PinDeps } from './pin-deps.ts';

/** Checks the PIN. The try is counted before the hash, so that simultaneous tries cannot avoid the limit. */
export async function checkNamedPin(
  { db, hashing, pinDigests, hostNow }: PinDeps,
  device: Device,
  personId: string,
  pin: string,
): Promise<CheckedPin> {
  const at = { ...device, personId };
  const checked = await hashing.run(async (): Promise<CheckedPin> => {
    const now = hostNow();
    const taken = await db.inBrand(device.brandId, async (tx) => {
      const lockedPin = await lockPinWithTries(tx, at);
      if (!lockedPin) return { kind: 'not_found' } as const;
      const lock = pinLock(lockedPin.tries, now);
      if (lock) return { kind: 'pin_locked', lock } as const;
      const tries = afterWrongPin(lockedPin.tries, now);
      saveTries(tx, at, tries);
      return { kind: 'taken', holder: lockedPin.holder, tries } as const;
    });
    if (taken.kind !== 'taken') return taken;

    const digests = await pinDigests(device, pin);
    if (!digests.some((digest) => digest.equals(taken.holder.digest))) {
      const { tries } = taken;
      const guessing = tries.everywhere >= TRIES_EVERYWHERE;
      return { kind: 'wrong_pin', left: triesLeft(tries), lock: pinLock(tries, now), nextAt: null, guessing };
    }
    return {
      kind: 'right',
      holder: taken.holder,
      digest: digests[0],
      lock: null,
      async lockCounters(tx) {
        await lockPinWait(tx, device);
      },
      async forgetAll(tx) {
        await lockPinWait(tx, device);
        tx.send(savePinWait, { ...device, ...NO_WAIT });
        clearTries(tx, at, hostNow());
      },
      async forgetThis(tx) {
        const lockedPin = await lockPinWithTries(tx, at);
        if (lockedPin) saveTries(tx, at, takeBackWrongTry(lockedPin.tries));
      },
    };
  });
  return checked === 'busy' ? { kind: 'busy' } : checked;
}
