/** The people whom a manager may free: a store manager the sellers of the own store, a brand manager everybody with a PIN. */
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
  /** Null: until a manager frees the person. */
  readonly until: Instant | null;
}

/** `now` is the host's clock, by which locks go. Throws for a role that frees nobody. */
export async function readLockedPins(db: Reads, actor: PersonActor, now: Instant): Promise<readonly LockedPin[]> {
  const { brandId } = actor;
  const { storeId } = scopeOf('read_locked_pins', actor);
  const roles = PERSON_ROLES.filter((role) => mayUse(unlockingOf(role), actor.role));
  const locked = await db.read(brandId, (reads) => reads.run(findLockedPins, { brandId, storeId, roles, now }));
  return locked.map(({ everywhere, until, ...person }) => ({ ...person, until: everywhere ? null : until }));
}
