/** Wrong PINs for a name: they lock that person, first on that device, at last everywhere. Nobody else. */
import type { Instant } from '#rules/time/interval.ts';

/** In a row on one device, this many lock the person there. */
export const TRIES_ON_A_DEVICE = 5;
export const DEVICE_LOCK_MS = 15 * 60_000;
/** The longest lock on a device where the person gave the right PIN before. */
const LONGEST_DEVICE_LOCK_MS = 4 * 60 * 60_000;
/** In a row over all devices, this many lock the person everywhere, until a manager frees them. */
export const TRIES_EVERYWHERE = 10;

/**
 * Wrong PINs since the person's last right one. `lockedUntil` is of this device. `wasRightHere`: the person gave the right
 * PIN on this device before, so that the lock over all devices, which any colleague can bring about, does not hold here.
 */
export interface PinTries {
  readonly here: number;
  readonly everywhere: number;
  readonly lockedUntil: Instant | null;
  readonly wasRightHere: boolean;
}

/** `until: null`: until a manager frees the person. */
export type PinLock = { readonly until: Instant | null };

/** Whether the person is locked out on this device; the lock's last millisecond is before `until`. */
export function pinLock({ everywhere, lockedUntil, wasRightHere }: PinTries, now: Instant): PinLock | null {
  if (everywhere >= TRIES_EVERYWHERE && !wasRightHere) return { until: null };
  return lockedUntil !== null && now < lockedUntil ? { until: lockedUntil } : null;
}

/** One wrong PIN more, of a person who is not locked. A device whose lock has passed starts to count anew. */
export function afterWrongPin(tries: PinTries, now: Instant): PinTries {
  const here = (tries.lockedUntil === null ? tries.here : 0) + 1;
  const everywhere = tries.everywhere + 1;
  const lockedUntil = here >= TRIES_ON_A_DEVICE ? now + deviceLockMs(everywhere) : null;
  return { ...tries, here, everywhere, lockedUntil };
}

/**
 * Fifteen minutes; from the fourth lock in a row on it doubles, to four hours. Only a device with a right PIN gets so
 * far: without it a colleague would have 480 guesses a day there, with it about thirty.
 */
function deviceLockMs(everywhere: number): number {
  const further = Math.max(0, Math.floor((everywhere - TRIES_EVERYWHERE - TRIES_ON_A_DEVICE) / TRIES_ON_A_DEVICE));
  return Math.min(DEVICE_LOCK_MS * 2 ** further, LONGEST_DEVICE_LOCK_MS);
}

/** How many wrong ones more until the next lock. */
export function triesLeft({ here, everywhere, wasRightHere }: PinTries): number {
  const untilHere = TRIES_ON_A_DEVICE - here;
  return Math.max(0, wasRightHere ? untilHere : Math.min(untilHere, TRIES_EVERYWHERE - everywhere));
}

/** One try that turned out to be right, or not to count: as if it had not been. */
export function withoutOneTry(tries: PinTries): PinTries {
  const here = Math.max(0, tries.here - 1);
  return {
    ...tries,
    here,
    everywhere: Math.max(0, tries.everywhere - 1),
    lockedUntil: here >= TRIES_ON_A_DEVICE ? tries.lockedUntil : null,
  };
}
