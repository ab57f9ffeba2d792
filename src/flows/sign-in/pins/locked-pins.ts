/** The people whom a manager may free: a store manager the sellers of the own store, a brand manager everybody with a PIN. */
import type { Reads } from '#db/core/db.ts';
import { findLockedPins } from '#db/sign-in/locked-pins.ts';
import type { PersonActor } from '#flows/people/who-asks.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface LockedPin {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly storeId: string;
  readonly store: string;
  /** Null: until a manager frees the person. */
  readonly until: Instant | null;
}

/** `now` is the host's clock, by which locks go. Whoever frees nobody reads nothing. */
export async function readLockedPins(db: Reads, actor: PersonActor, now: Instant): Promise<readonly LockedPin[]> {
  const { brandId, role, storeId } = actor;
  const isOfBrand = role === 'brand_manager';
  if (role === 'seller' || (!isOfBrand && storeId === null)) return [];
  const roles = isOfBrand ? ['seller', 'store_manager'] : ['seller'];
  const locked = await db.read(brandId, (reads) =>
    reads.run(findLockedPins, { brandId, storeId: isOfBrand ? null : storeId, roles, now }),
  );
  return locked.map(({ everywhere, until, ...person }) => ({ ...person, until: everywhere ? null : until }));
}
