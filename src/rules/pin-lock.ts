/** Wrong PINs for a name: they lock that person, first on that device, at last everywhere. Nobody else. */
import type { Instant } from './time/interval.ts';

/** In a row on one device, this many lock the person there. */
export const TRIES_ON_A_DEVICE = 5;
export const DEVICE_LOCK_MS = 15 * 60_000;
/** In a row over all devices, this many lock the person everywhere, until a manager frees them. */
export const TRIES_EVERYWHERE = 10;

/** Wrong PINs since the person's last right one. `lockedUntil` is of this device. */
export interface PinTries {
  readonly here: number;
  readonly everywhere: number;
  readonly lockedUntil: Instant | null;
}

/** `until: null`: until a manager frees the person. */
export type PinLock = { readonly until: Instant | null };

/** Whether the person is locked out on this device; the lock's last millisecond is before `until`. */
export function pinLock({ everywhere, lockedUntil }: PinTries, now: Instant): PinLock | null {
  if (everywhere >= TRIES_EVERYWHERE) return { until: null };
  return lockedUntil !== null && now < lockedUntil ? { until: lockedUntil } : null;
}

/** One wrong PIN more, of a person who is not locked. A device whose lock has passed starts to count anew. */
export function afterWrongPin(tries: PinTries, now: Instant): PinTries {
  const here = (tries.lockedUntil === null ? tries.here : 0) + 1;
  const lockedUntil = here >= TRIES_ON_A_DEVICE ? now + DEVICE_LOCK_MS : null;
  return { here, everywhere: tries.everywhere + 1, lockedUntil };
}

/** How many wrong ones more until the next lock. */
export function triesLeft({ here, everywhere }: PinTries): number {
  return Math.max(0, Math.min(TRIES_ON_A_DEVICE - here, TRIES_EVERYWHERE - everywhere));
}

/** One try that turned out to be right, or not to count: as if it had not been. */
export function withoutOneTry({ here, everywhere, lockedUntil }: PinTries): PinTries {
  const before = Math.max(0, here - 1);
  return {
    here: before,
    everywhere: Math.max(0, everywhere - 1),
    lockedUntil: before >= TRIES_ON_A_DEVICE ? lockedUntil : null,
  };
}
