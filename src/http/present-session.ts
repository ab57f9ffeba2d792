/** What a device is told of its own session: whose it is, and who may take it in hand. */
import type { Session } from '#contract/session.ts';
import type { Reads } from '#db/db.ts';
import { logSpan } from '#db/ledgers.ts';
import { brandShown, peopleShown, storeShown } from '#db/session-view.ts';
import { readNameNeeded, readPinGuessing } from '#flows/pin-guessing.ts';
import type { Actor, Asker } from '#flows/who-asks.ts';
import { instantTextOrNull } from './present.ts';
import { hoursBody } from './present-hours.ts';

interface Deps {
  readonly db: Reads;
  readonly hostNow: () => number;
  readonly demo: boolean;
}

export async function presentSession(
  { db, hostNow, demo }: Deps,
  { session, actor, turnEndsAt }: Pick<Asker, 'session' | 'actor' | 'turnEndsAt'>,
): Promise<Session> {
  const { kind, brandId, deviceKey } = session;
  const own = { kind, person: actor && personShown(actor), turnEndsAt: instantTextOrNull(turnEndsAt), demo };
  if (brandId === null) return { ...own, brand: null, store: null, liveAfter: null };

  const storeId = session.storeId ?? (actor?.kind === 'person' ? actor.storeId : null);
  const [[span], [brand], [store], people] = await db.read(brandId, (reads) =>
    Promise.all([
      reads.run(logSpan, { brandId }),
      reads.run(brandShown, { brandId }),
      storeId === null ? [] : reads.run(storeShown, { brandId, storeId }),
      storeId !== null && (kind === 'store' || managesStore(actor))
        ? reads.run(peopleShown, { brandId, storeId, deviceKey, now: hostNow() })
        : undefined,
    ]),
  );
  const atStore = session.storeId === null ? null : { brandId, storeId: session.storeId };
  const nameNeeded = atStore && (await readNameNeeded(db, atStore, hostNow()));
  const pinGuessing = await readPinGuessing(db, actor, hostNow());
  return {
    ...own,
    ...(nameNeeded !== null && { nameNeeded }),
    ...(pinGuessing && { pinGuessing: pinGuessing as NonNullable<Session['pinGuessing']> }),
    brand: (brand as Session['brand'] | undefined) ?? null,
    store: store ? { ...store, hours: store.hours.map(hoursBody) } : null,
    liveAfter: span?.newest ?? 0,
    ...(people && { people: people.toSorted(byName) as NonNullable<Session['people']> }),
  };
}

/** Who passes contacts on must be told to whom, also on their own account. */
function managesStore(actor: Actor | null): boolean {
  return actor?.kind === 'person' && actor.role === 'store_manager';
}

/** As people look names up, whatever the database's collation. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'pt-BR');
}

export function personShown(actor: Actor): NonNullable<Session['person']> {
  return actor.kind === 'support'
    ? { id: actor.supportId, name: actor.name, role: 'support' }
    : { id: actor.personId, name: actor.name, role: actor.role };
}
