/**
 * Reads the locked people whom a manager may free: a store manager frees sellers of the own store, a brand manager
 * everybody with a PIN.
 */
import type { Reads } from '#db/core/db.ts';
import { findLockedPins } from '#db/sign-in/locked-pins.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayUse, scopeOf, unlockingOf } from '#rules/people/access.ts';
import { PERSON_ROLES, type PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface LockedPin {
  readonly id: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string;
  readonly store: string;
  /** The end of the lock; null where it lasts until a manager frees the person. */
  readonly until: Instant | null;
}

/** Reads the locked people. `now` is an instant of the host's clock, by which locks end. Throws for a role that may free nobody. */
export async function readLockedPins(db: Reads, actor: PersonActor, now: Instant): Promise<readonly LockedPin[]> {
  const { brandId } = actor;
  const { storeId } = scopeOf('read_locked_pins', actor);
  const roles = PERSON_ROLES.filter((role) => mayUse(unlockingOf(role), actor.role));
  const locked = await db.read(brandId, (reads) => reads.run(findLockedPins, { brandId, storeId, roles, now }));
  return locked.map(({ everywhere, until, ...person }) => ({ ...person, until: everywhere ? null : until }));
}
