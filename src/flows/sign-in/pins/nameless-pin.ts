/**
 * Checks a PIN that was typed without a name. Such a PIN may belong to anybody of the store, so wrong ones lock nobody.
 * They slow the device and use up a budget that all devices share; when it is used up, a name must be chosen.
 */
import type { Tx } from '#db/core/db.ts';
import {
  type Budget,
  type Device,
  lockPinBudget,
  lockPinWait,
  savePinBudget,
  savePinWait,
  storeBudgetOf,
} from '#db/sign-in/pin-waits.ts';
import { clearTries, findAndLockPin, lockPinWithTries, type PinHolder } from '#db/sign-in/pins.ts';
import { isGuessing, STORE_BUDGET, takeBackTry, wrongNameless } from '#rules/sign-in/pin-budget.ts';
import { pinLock } from '#rules/sign-in/pin-lock.ts';
import { NO_WAIT, type PinWait, takeBackGuess, takeGuess } from '#rules/sign-in/pin-wait.ts';
import { type Limit, takeTry } from '#rules/sign-in/throttle.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { CheckedPin, PinRefusal } from './checked-pin.ts';
import type { PinDeps } from './pin-deps.ts';

export interface NamelessTerms {
  /** Whose PIN counts as right. Without this function, the PIN of anybody of the store does. */
  readonly accepted?: (holder: PinHolder) => boolean;
  /** The budget for wrong PINs besides the pause of the device. The store's budget where the value is missing. */
  readonly budget?: { readonly of: Budget; readonly limit: Limit };
}

/** Finds the person of a PIN. The try is counted before the hash and returned where the PIN is right. */
export async function checkNamelessPin(
  { db, hashing, pinDigests, hostNow }: PinDeps,
  device: Device,
  pin: string,
  { accepted = () => true, budget = { of: storeBudgetOf(device), limit: STORE_BUDGET } }: NamelessTerms = {},
): Promise<CheckedPin> {
  const { brandId } = device;
  const checked = await hashing.run(async (): Promise<CheckedPin> => {
    const now = hostNow();
    const guess = await db.inBrand(brandId, (tx) => takeGuessOn(tx, device, budget, now));
    if (guess.kind !== 'taken') return guess;
    const digests = await pinDigests(device, pin);
    const found = await db.inBrand(brandId, async (tx) => {
      const [holder] = await tx.run(findAndLockPin, { ...device, digests: [...digests] });
      return holder && accepted(holder) ? lockPinWithTries(tx, { ...device, personId: holder.personId }) : null;
    });
    if (!found) {
      return { kind: 'wrong_pin', left: null, lock: null, nextAt: guess.wait.waitUntil, guessing: guess.guessing };
    }
    const settle = async (tx: Tx, waitAfter: (wait: PinWait) => PinWait) => {
      const wait = await lockPinWait(tx, device);
      savePinBudget(tx, budget.of, takeBackTry(budget.limit, await lockPinBudget(tx, budget.of)));
      tx.send(savePinWait, { ...device, ...waitAfter(wait) });
    };
    return {
      kind: 'right',
      holder: found.holder,
      digest: digests[0],
      lock: pinLock(found.tries, now),
      async lockCounters(tx) {
        await lockPinWait(tx, device);
        await lockPinBudget(tx, budget.of);
      },
      async forgetAll(tx) {
        await settle(tx, () => NO_WAIT);
        clearTries(tx, { ...device, personId: found.holder.personId }, hostNow());
      },
      forgetThis: (tx) => settle(tx, takeBackGuess),
    };
  });
  return checked === 'busy' ? { kind: 'busy' } : checked;
}

type TakenGuess = { readonly kind: 'taken'; readonly wait: PinWait; readonly guessing: boolean };

async function takeGuessOn(
  tx: Tx,
  device: Device,
  { of, limit }: NonNullable<NamelessTerms['budget']>,
  now: Instant,
): Promise<TakenGuess | PinRefusal> {
  const guess = takeGuess(await lockPinWait(tx, device), now);
  const paidUntil = await lockPinBudget(tx, of);
  const one = takeTry(limit, paidUntil, now);
  // A sign-in with a name is possible at once, even while the device pauses, so this answer is more useful.
  if (!one.taken) return { kind: 'name_needed', nextAt: one.nextAt };
  if (!guess.taken) return { kind: 'pin_slow', nextAt: guess.nextAt };
  savePinBudget(tx, of, one.paidUntil);
  tx.send(savePinWait, { ...device, ...guess.wait });
  return { kind: 'taken', wait: guess.wait, guessing: isGuessing(wrongNameless(one.paidUntil, now)) };
}
