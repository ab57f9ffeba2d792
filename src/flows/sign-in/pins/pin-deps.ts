/** What the check of a PIN needs from the server. */
import type { Database } from '#db/core/db.ts';
import type { HashSlots } from '#flows/sign-in/hash-slots.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface PinDeps {
  readonly db: Database;
  readonly hashing: HashSlots;
  readonly pinDigests: PinDigests;
  /** Whether this is the demo, which shows PINs of four digits for everybody. */
  readonly demo: boolean;
  /** The host's clock, by which turns and locks end. The demo cannot move it. */
  readonly hostNow: () => Instant;
}

/**
 * Returns the digests that a PIN may have in a store: under the installation's present secret first, then under the
 * secret before it while that one is known. Hashes once for each.
 */
export type PinDigests = (
  store: { readonly brandId: string; readonly storeId: string },
  pin: string,
) => Promise<readonly [current: Buffer, ...before: Buffer[]]>;
