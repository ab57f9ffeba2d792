/**
 * Locks a person after wrong PINs for their name, first on one device, then on all devices. Other people are not
 * affected.
 */
import type { Instant } from '#rules/time/interval.ts';

/** The number of wrong PINs in a row on one device that lock the person there. */
export const TRIES_ON_A_DEVICE = 5;
export const DEVICE_LOCK_MS = 15 * 60_000;
/** The longest lock on a device where the person gave the right PIN before. */
const LONGEST_DEVICE_LOCK_MS = 4 * 60 * 60_000;
/**
 * The number of wrong PINs in a row over all devices that lock the person everywhere, until a manager unlocks the
 * person.
 */
export const TRIES_EVERYWHERE = 10;

/**
 * The wrong PINs since the person's last right one. `lockedUntil` is the lock on this device. `wasRightHere`: the
 * person gave the right PIN on this device before, so the lock over all devices, which any colleague can cause, does
 * not apply here.
 */
export interface PinTries {
  readonly here: number;
  readonly everywhere: number;
  readonly lockedUntil: Instant | null;
  readonly wasRightHere: boolean;
}

/** A lock; `until` null: until a manager unlocks the person. */
export type PinLock = { readonly until: Instant | null };

/**
 * Returns the person's lock on this device; null: not locked. The lock's last millisecond is the one before `until`.
 */
export function pinLock({ everywhere, lockedUntil, wasRightHere }: PinTries, now: Instant): PinLock | null {
  if (everywhere >= TRIES_EVERYWHERE && !wasRightHere) return { until: null };
  return lockedUntil !== null && now < lockedUntil ? { until: lockedUntil } : null;
}

/** Counts one more wrong PIN of a person who is not locked. A device whose lock has ended counts again from one. */
export function afterWrongPin(tries: PinTries, now: Instant): PinTries {
  const here = (tries.lockedUntil === null ? tries.here : 0) + 1;
  const everywhere = tries.everywhere + 1;
  const lockedUntil = here >= TRIES_ON_A_DEVICE ? now + deviceLockMs(everywhere) : null;
  return { ...tries, here, everywhere, lockedUntil };
}

/**
 * Returns the length of a device's lock: fifteen minutes, which double from the fourth lock in a row on, up to four
 * hours. Only a device with an earlier right PIN gets so far: without the doubling a colleague would have 480 guesses a
 * day there, with it about thirty.
 */
function deviceLockMs(everywhere: number): number {
  const further = Math.max(0, Math.floor((everywhere - TRIES_EVERYWHERE - TRIES_ON_A_DEVICE) / TRIES_ON_A_DEVICE));
  return Math.min(DEVICE_LOCK_MS * 2 ** further, LONGEST_DEVICE_LOCK_MS);
}

/** Returns how many more wrong PINs cause the next lock. */
export function triesLeft({ here, everywhere, wasRightHere }: PinTries): number {
  const untilHere = TRIES_ON_A_DEVICE - here;
  return Math.max(0, wasRightHere ? untilHere : Math.min(untilHere, TRIES_EVERYWHERE - everywhere));
}

/** Takes back one counted try that was right or should not count. */
export function takeBackWrongTry(tries: PinTries): PinTries {
  const here = Math.max(0, tries.here - 1);
  return {
    ...tries,
    here,
    everywhere: Math.max(0, tries.everywhere - 1),
    lockedUntil: here >= TRIES_ON_A_DEVICE ? tries.lockedUntil : null,
  };
}
