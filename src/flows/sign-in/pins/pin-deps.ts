/** What checking a PIN needs of the world. */
import type { Database } from '#db/core/db.ts';
import type { HashSlots } from '#flows/sign-in/hash-slots.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface PinDeps {
  readonly db: Database;
  readonly hashing: HashSlots;
  readonly pinDigests: PinDigests;
  /** The demo prints four-digit PINs for everybody. */
  readonly demo: boolean;
  /** Turns and locks go by the host's clock, not the demo's. */
  readonly hostNow: () => Instant;
}

/**
 * The digests a PIN may have in a store: under the installation's secret first, then under the one before it, while that is
 * still known. Hashes once for each.
 */
export type PinDigests = (
  store: { readonly brandId: string; readonly storeId: string },
  pin: string,
) => Promise<readonly [current: Buffer, ...before: Buffer[]]>;
