/** What checking a PIN can come to, typed with a name or without: the try is taken first and settled after. */
import type { Tx } from '#db/core/db.ts';
import type { PinHolder } from '#db/sign-in/pins.ts';
import type { PinLock } from '#rules/sign-in/pin-lock.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A right PIN. Its try still counts as a wrong one until it is settled, in the transaction that acts on it. */
export interface RightPin {
  readonly kind: 'right';
  readonly holder: PinHolder;
  /** The PIN's digest under the present secret; the holder's own may be under the one before. */
  readonly digest: Buffer;
  /** Not null where the person is locked out and their PIN, though right, opens nothing. */
  readonly lock: PinLock | null;
  /** Locks the rows that the try was counted on, before the person's PIN is locked: one order for all. */
  lockCounters(tx: Tx): Promise<void>;
  /** Nothing is held against person or device any more; the store's budget gets back this one try alone. */
  forgetAll(tx: Tx): Promise<void>;
  /** This one try does not count; those before it still do. */
  forgetThis(tx: Tx): Promise<void>;
}

export type PinRefusal =
  /** `left`: tries before this name is locked, null without a name. `lock`: locked by this one. `nextAt`: a pause first. */
  | {
      readonly kind: 'wrong_pin';
      readonly left: number | null;
      readonly lock: PinLock | null;
      readonly nextAt: Instant | null;
      /** So many were wrong that it looks like guessing: operators count it, managers are told. */
      readonly guessing: boolean;
    }
  | { readonly kind: 'pin_locked'; readonly lock: PinLock }
  | { readonly kind: 'pin_slow'; readonly nextAt: Instant }
  /** The budget of PINs without a name is used up until `nextAt`; with a name it goes on at once. */
  | { readonly kind: 'name_needed'; readonly nextAt: Instant }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'busy' };

export type CheckedPin = RightPin | PinRefusal;
