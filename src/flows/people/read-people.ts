/** Reads the people whom a manager leads: pages of the list, and one person with what the reader may do. */
import type { Reads } from '#db/core/db.ts';
import { countPersonWork, type ListedPerson, listPeoplePage, readListedPerson } from '#db/people/person-list.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import { mayReach, operationOn, scopeOf, unlockingOf } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PersonActor } from './identify-caller.ts';

export interface PeopleSearch {
  /** The text as typed; an empty text finds everybody. */
  readonly typed: string;
  /** Null: every store that the reader reaches. */
  readonly storeId: string | null;
  readonly state: 'active' | 'inactive' | 'all';
  readonly sort: 'name' | 'store';
  readonly after: PeoplePlace | null;
  readonly limit: number;
}

/** The place of a row in the list; `store` is empty where the list is ordered by name alone. */
export interface PeoplePlace {
  readonly store: string;
  readonly name: string;
  readonly id: string;
}

export type PersonRight = 'rename' | 'deactivate' | 'move' | 'give_pin' | 'unlock';

/** The most words that a search uses. A longer text is not a name. */
const MOST_WORDS = 8;

/** Returns a page of the people whom `read_people` reaches. `last` is null where nobody follows. */
export async function findPeople(db: Reads, reader: PersonActor, search: PeopleSearch, now: Instant) {
  const { brandId } = reader;
  const { after, limit, state } = search;
  const reach = scopeOf('read_people', reader).storeId;
  if (reach !== null && search.storeId !== null && search.storeId !== reach) return { people: [], last: null };
  const words = plainWords(search.typed).slice(0, MOST_WORDS);
  if (words.length === 0 && search.typed.trim() !== '') return { people: [], last: null };
  const wanted = {
    brandId,
    storeId: reach ?? search.storeId,
    active: state === 'all' ? null : state === 'active',
    words,
    byStore: search.sort === 'store',
    ...{ afterStore: after?.store ?? null, afterName: after?.name ?? null, afterId: after?.id ?? null },
    limit: limit + 1,
    now,
  };
  const rows = await db.read(brandId, (reads) => reads.run(listPeoplePage, wanted));
  const people = rows.slice(0, limit);
  const end = rows.length > limit ? people.at(-1) : undefined;
  return { people, last: end ? { store: end.sortStore, name: end.sortName, id: end.id } : null };
}

/** Reads one person with the size of the portfolio; null where `read_people` reaches no such person. */
export async function readPerson(db: Reads, reader: PersonActor, personId: string, now: Instant) {
  const { brandId } = reader;
  const [[person], [work]] = await db.read(brandId, (reads) =>
    Promise.all([
      reads.run(readListedPerson, { brandId, personId, now }),
      reads.run(countPersonWork, { brandId, personId }),
    ]),
  );
  if (!person || !work || !isInReach(reader, person)) return null;
  return { ...person, ...work, may: rightsOver(reader, person) };
}

/** Whether `read_people` reaches the person. */
export function isInReach(reader: PersonActor, { id, storeId }: Pick<ListedPerson, 'id' | 'storeId'>): boolean {
  return mayReach('read_people', reader, { personId: id, storeId });
}

function rightsOver(reader: PersonActor, person: ListedPerson): readonly PersonRight[] {
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
  };
  return (Object.keys(rights) as PersonRight[]).filter((right) => rights[right]);
}
