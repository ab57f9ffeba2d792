/** The results of checking a PIN, with or without a name. The try is counted before the check and settled after it. */
import type { Tx } from '#db/core/db.ts';
import type { PinHolder } from '#db/sign-in/pins.ts';
import type { PinLock } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A right PIN. Its try counts as a wrong one until it is settled, in the transaction that acts on the PIN. */
export interface RightPin {
  readonly kind: 'right';
  readonly holder: PinHolder;
  /** The PIN's digest under the present secret; the stored digest may be under the secret before it. */
  readonly digest: Buffer;
  /** The lock of the person; null where there is none. A locked person's PIN, although right, does not sign in. */
  readonly lock: PinLock | null;
  /**
   * Locks the rows on which the try was counted. Callers do this before they lock the person's PIN, so that all
   * transactions lock in one order.
   */
  lockCounters(tx: Tx): Promise<void>;
  /** Resets the counters of the person and the device. The store's budget gets back only this one try. */
  forgetAll(tx: Tx): Promise<void>;
  /** Removes only this try from the counters. */
  forgetThis(tx: Tx): Promise<void>;
}

export type PinRefusal =
  /**
   * `left` is the number of tries before this person is locked; null without a name. `lock` is the lock that this try
   * caused. `nextAt` is the end of a pause before the next try.
   */
  | {
      readonly kind: 'wrong_pin';
      readonly left: number | null;
      readonly lock: PinLock | null;
      readonly nextAt: Instant | null;
      /** Whether so many PINs were wrong that somebody may be guessing. Operators see a counter, and managers get a notice. */
      readonly guessing: boolean;
    }
  | { readonly kind: 'pin_locked'; readonly lock: PinLock }
  | { readonly kind: 'pin_slow'; readonly nextAt: Instant }
  /** The budget of PINs without a name is used up until `nextAt`. With a name, the person can sign in at once. */
  | { readonly kind: 'name_needed'; readonly nextAt: Instant }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'busy' };

export type CheckedPin = RightPin | PinRefusal;
