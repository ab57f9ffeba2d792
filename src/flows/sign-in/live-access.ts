/** Checks whether the readers of live streams may still read them, with one check for all streams of a server. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { findActivePeople, findLiveTurns, findOpenSessions } from '#db/sign-in/live-access.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface LiveAccessDeps {
  readonly auth: AuthDb;
  readonly db: Reads;
  readonly hostNow: () => Instant;
}

/**
 * Returns the actors who are still signed in as the same person, in the same turn, with the same role and store. A
 * person whose role changed must connect again, because the stream was opened for the events of the former role.
 */
export async function keepWithAccess(
  deps: LiveAccessDeps,
  actors: readonly PersonActor[],
): Promise<ReadonlySet<PersonActor>> {
  const now = deps.hostNow();
  const sessionKeys = [...new Set(actors.map(({ sessionKey }) => sessionKey))];
  const open = await findOpenSessions(deps.auth, sessionKeys, now);
  const signedIn = actors.filter(({ sessionKey }) => open.has(sessionKey));
  const kept = new Set<PersonActor>();
  for (const [brandId, ofBrand] of Map.groupBy(signedIn, (actor) => actor.brandId)) {
    const allowed = await readAllowed(deps.db, brandId, ofBrand, now);
    for (const actor of ofBrand) if (allowed.has(accessOf(actor))) kept.add(actor);
  }
  return kept;
}

async function readAllowed(db: Reads, brandId: string, actors: readonly PersonActor[], now: Instant) {
  const sessionIds = actors.filter(({ turnId }) => turnId !== null).map(({ sessionKey }) => sessionKey);
  const personIds = actors.filter(({ turnId }) => turnId === null).map(({ personId }) => personId);
  const [turns, people] = await db.read(brandId, (reads) =>
    Promise.all([
      sessionIds.length > 0 ? reads.run(findLiveTurns, { brandId, sessionIds, now }) : [],
      personIds.length > 0 ? reads.run(findActivePeople, { brandId, personIds }) : [],
    ]),
  );
  return new Set([...turns.map(accessOf), ...people.map((person) => accessOf({ ...person, turnId: null }))]);
}

function accessOf(of: { turnId: string | null; personId: string; role: string; storeId: string | null }): string {
  return [of.turnId, of.personId, of.role, of.storeId].join(' ');
}
