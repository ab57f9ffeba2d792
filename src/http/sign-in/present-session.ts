/** Builds the body of a session: who is signed in, who acts, and which people may take the turn. */
import type { Language } from '#contract/core/common.ts';
import { ScreenOperation, type Session } from '#contract/sign-in/session.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import { readLogSpan } from '#db/record/ledgers.ts';
import { listPeopleWithPin, readBrandName, readStoreName } from '#db/sign-in/session-view.ts';
import { type Actor, type Asker, roleOf } from '#flows/people/identify-caller.ts';
import { readPasswordGuessing } from '#flows/sign-in/account/password-guessing.ts';
import { readNameNeeded, readPinGuessing } from '#flows/sign-in/pins/pin-guessing.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { hoursBody } from '#http/people/present-hours.ts';
import { ownQuietHours, type QuietHoursDeps } from '#http/policy/own-quiet-hours.ts';
import { presentGuessing } from '#http/sign-in/account/present-guessing.ts';
import { mayUse } from '#rules/people/access.ts';

interface Deps extends QuietHoursDeps {
  readonly auth: AuthDb;
  readonly hostNow: () => number;
  readonly demo: boolean;
}

export async function presentSession(
  deps: Deps,
  { session, actor, turnEndsAt, secondFactor }: Pick<Asker, 'session' | 'actor' | 'turnEndsAt' | 'secondFactor'>,
  language: Language,
): Promise<Session> {
  const { db, hostNow, demo } = deps;
  const { kind, brandId, deviceKey } = session;
  const may = ScreenOperation.options.filter((operation) => actor !== null && mayUse(operation, roleOf(actor)));
  const own = {
    ...{ kind, person: actor && personBody(actor), may, turnEndsAt: instantTextOrNull(turnEndsAt), demo },
    ...presentGuessing(await readPasswordGuessing(deps.auth, session, actor, hostNow())),
    ...(secondFactor !== null && { secondFactor }),
  };
  const clock = () => ({ serverTime: instantText(deps.now()), ticking: deps.isTicking() });
  if (brandId === null) return { ...own, ...clock(), brand: null, store: null, liveAfter: null, quietHours: null };

  const storeId = session.storeId ?? (actor?.kind === 'person' ? actor.storeId : null);
  const readingHours = actor?.kind === 'person' ? ownQuietHours(deps, actor, language) : null;
  const readingRows = db.read(brandId, (reads) =>
    Promise.all([
      reads.run(readLogSpan, { brandId }),
      reads.run(readBrandName, { brandId }),
      storeId === null ? [] : reads.run(readStoreName, { brandId, storeId }),
      storeId !== null && (kind === 'store' || mayPassOn(actor))
        ? reads.run(listPeopleWithPin, { brandId, storeId, deviceKey, now: hostNow() })
        : undefined,
    ]),
  );
  const [[[span], [brand], [store], people], quietHours] = await Promise.all([readingRows, readingHours]);
  const atStore = session.storeId === null ? null : { brandId, storeId: session.storeId };
  const nameNeeded = atStore && (await readNameNeeded(db, atStore, hostNow()));
  const pinGuessing = await readPinGuessing(db, actor, hostNow());
  return {
    ...own,
    ...clock(),
    quietHours,
    ...(nameNeeded !== null && { nameNeeded }),
    ...(pinGuessing && { pinGuessing: pinGuessing as NonNullable<Session['pinGuessing']> }),
    brand: (brand as Session['brand'] | undefined) ?? null,
    store: store ? { ...store, hours: store.hours.map(hoursBody) } : null,
    liveAfter: span?.newest ?? 0,
    ...(people && { people: people.toSorted(compareNames) as NonNullable<Session['people']> }),
  };
}

/**
 * Whether the actor may pass held contacts on. Such a person needs the store's people to choose from, also on an
 * account of their own.
 */
function mayPassOn(actor: Actor | null): boolean {
  return actor !== null && mayUse('pass_on_hold', roleOf(actor));
}

/** Compares names as a Portuguese reader sorts them, independent of the database's collation. */
function compareNames(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'pt-BR');
}

export function personBody(actor: Actor): NonNullable<Session['person']> {
  const id = actor.kind === 'support' ? actor.supportId : actor.personId;
  return { id, name: actor.name, role: roleOf(actor) };
}
