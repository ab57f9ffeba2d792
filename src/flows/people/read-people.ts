/** Reads the people whom a manager leads: pages of the list, and one person with what the reader may do. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import {
  countPersonWork,
  type ListedPerson,
  listPeoplePage,
  listPeoplePageBackwards,
  readListedPerson,
  type StateTimes,
} from '#db/people/person-list.ts';
import { listPersonChanges } from '#db/people/person-log.ts';
import { readInvitation } from '#db/sign-in/links/invited-accounts.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import { mayReach, operationOn, scopeOf, unlockingOf } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PersonActor } from './identify-caller.ts';

export interface PeopleSearch {
  /** The text as typed; an empty text finds everybody. */
  readonly typed: string;
  /** Null: every store that the reader reaches. */
  readonly storeId: string | null;
  readonly state: 'active' | 'away' | 'inactive' | 'all';
  readonly sort: 'name' | 'store' | 'role';
  readonly order: 'asc' | 'desc';
  readonly after: PeoplePlace | null;
  readonly limit: number;
}

/** The place of a row in the list; `group` is the folded name of the store, or the role, or empty where the list is ordered by name alone. */
export interface PeoplePlace {
  readonly group: string;
  readonly name: string;
  readonly id: string;
}

export type PersonRight = 'rename' | 'deactivate' | 'move' | 'give_pin' | 'unlock' | 'invite';

/** The most words that a search uses. A longer text is not a name. */
const MOST_WORDS = 8;

/** Returns a page of the people whom `read_people` reaches. `last` is null where nobody follows. */
export async function findPeople(db: Reads, reader: PersonActor, search: PeopleSearch, times: StateTimes) {
  const { brandId } = reader;
  const { after, limit, state } = search;
  const reach = scopeOf('read_people', reader).storeId;
  if (reach !== null && search.storeId !== null && search.storeId !== reach) return NOBODY;
  const words = plainWords(search.typed).slice(0, MOST_WORDS);
  if (words.length === 0 && search.typed.trim() !== '') return NOBODY;
  const wanted = {
    brandId,
    storeId: reach ?? search.storeId,
    active: state === 'all' ? null : state !== 'inactive',
    away: state === 'away',
    words,
    sort: search.sort,
    ...{ afterGroup: after?.group ?? null, afterName: after?.name ?? null, afterId: after?.id ?? null },
    limit: limit + 1,
    ...times,
  };
  const statement = search.order === 'asc' ? listPeoplePage : listPeoplePageBackwards;
  const rows = await db.read(brandId, (reads) => reads.run(statement, wanted));
  const people = rows.slice(0, limit);
  const end = rows.length > limit ? people.at(-1) : undefined;
  const last = end ? { group: end.sortGroup, name: end.sortName, id: end.id } : null;
  return { people, total: rows[0]?.total ?? 0, last };
}

const NOBODY = { people: [], total: 0, last: null };

/** Reads one person with the size of the portfolio and the last changes; null where `read_people` reaches no such person. */
export async function readPerson(
  { db, auth }: { readonly db: Reads; readonly auth: AuthDb },
  reader: PersonActor,
  personId: string,
  times: StateTimes,
) {
  const { brandId } = reader;
  const [[person], [work], changes] = await db.read(brandId, (reads) =>
    Promise.all([
      reads.run(readListedPerson, { brandId, personId, ...times }),
      reads.run(countPersonWork, { brandId, personId }),
      reads.run(listPersonChanges, { brandId, personId }),
    ]),
  );
  if (!person || !work || !isInReach(reader, person)) return null;
  const isInvited = person.storeId === null && person.active && mayReach('create_manager', reader, OF_BRAND);
  const invitation = isInvited ? await readOpenInvitation(auth, brandId, personId, times.now) : null;
  return { ...person, ...work, changes, invitation, may: rightsOver(reader, person, invitation !== null) };
}

const OF_BRAND = { personId: null, storeId: null };

/** Reads the invitation of a brand manager; null: the person has an account. */
async function readOpenInvitation(auth: AuthDb, brandId: string, personId: string, now: Instant) {
  const { hasAccount, email, expiresAt } = await readInvitation(auth, brandId, personId);
  if (hasAccount) return null;
  return { state: expiresAt !== null && expiresAt > now ? ('open' as const) : ('over' as const), email };
}

/** Whether `read_people` reaches the person. */
export function isInReach(reader: PersonActor, { id, storeId }: Pick<ListedPerson, 'id' | 'storeId'>): boolean {
  return mayReach('read_people', reader, { personId: id, storeId });
}

function rightsOver(reader: PersonActor, person: ListedPerson, isInvited: boolean): readonly PersonRight[] {
  const { id, role, storeId, active } = person;
  const owned = { personId: null, storeId };
  const isOwn = id === reader.personId;
  const mayChange = mayReach(operationOn(role, 'change'), reader, owned);
  const rights: Readonly<Record<PersonRight, boolean>> = {
    rename: mayChange,
    deactivate: mayChange && !isOwn,
    move: !isOwn && storeId !== null && mayReach('move_person', reader, owned),
    give_pin: active && storeId !== null && mayReach(operationOn(role, 'give_pin'), reader, owned),
    unlock: person.locked && mayReach(unlockingOf(role), reader, owned),
    invite: isInvited,
  };
  return (Object.keys(rights) as PersonRight[]).filter((right) => rights[right]);
}
