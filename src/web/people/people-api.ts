/** Reads the people whom the reader leads, and changes them. */
import type { PersonDetail as PersonDetailShape, PersonRow } from '#contract/people/people.ts';
import type { OneTimePins } from '#contract/sign-in/new-people.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Query, QueryFields, Shape } from '#web/shell/api/routes.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';

export type PersonEntry = Shape<typeof PersonRow>;
export type PersonDetail = Shape<typeof PersonDetailShape>;
export type PinSheet = Shape<typeof OneTimePins>;
export type PersonRole = PersonEntry['role'];

export interface PeopleFilter {
  readonly query: string;
  /** Empty: all stores. */
  readonly storeId: string;
  readonly state: 'active' | 'away' | 'inactive' | 'all';
  readonly sort: 'name' | 'store' | 'role';
  readonly order: 'asc' | 'desc';
}

/** The keys are under the customers' key: locking and signing out drop the names from memory. */
const ROOT = `${keys.customers}/people`;

/** A person of the list; `found`: how many people the search found on all pages. */
export type PersonLine = PersonEntry & { readonly found: number };

export function usePeople({ query, ...filter }: PeopleFilter, { limit = PAGE_ROWS, least = 0 } = {}) {
  const typed = query.trim();
  const { storeId, state, sort, order } = filter;
  const key = [storeId, state, sort, order, limit, typed].join('/');
  const readPage = async (cursor: string | null, signal: AbortSignal) => {
    const asked: Query<'/people'> = new URLSearchParams({
      ...{ state, sort, order },
      limit: String(limit),
    } satisfies QueryFields<'/people'>);
    if (typed !== '') asked.set('query', typed);
    if (storeId !== '') asked.set('storeId', storeId);
    if (cursor !== null) asked.set('cursor', cursor);
    const { items, total, next } = await ask(`/people?${asked}`, signal);
    return { items: items.map((item) => ({ ...item, found: total })), next };
  };
  return usePages<PersonLine>(`${ROOT}/list/${key}`, readPage, least);
}

export function usePerson(id: string) {
  return useRead(`${ROOT}/one/${id}`, (signal) => ask(`/people/${id}`, signal));
}

/** Reads all stores to choose from; with `isWanted` false nothing is read. A brand has a few hundred at most. */
export function useStoreChoices(isWanted: boolean) {
  return useRead(isWanted ? `${ROOT}/stores` : null, async (signal) => {
    const stores: { readonly id: string; readonly name: string }[] = [];
    let cursor: string | null = null;
    do {
      const asked: Query<'/stores'> = new URLSearchParams({ limit: '100' } satisfies QueryFields<'/stores'>);
      if (cursor !== null) asked.set('cursor', cursor);
      const page: { items: { id: string; name: string }[]; next: string | null } = await ask(
        `/stores?${asked}`,
        signal,
      );
      stores.push(...page.items.map(({ id, name }) => ({ id, name })));
      cursor = page.next;
    } while (cursor !== null);
    return stores;
  });
}

export interface NewPerson {
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId?: string;
  readonly email?: string;
}

export async function addPerson(person: NewPerson) {
  return refreshAfter(await call('/people', { method: 'POST', body: person }));
}

export interface PersonChange {
  readonly name?: string;
  readonly role?: 'seller' | 'store_manager';
  readonly storeId?: string;
  readonly active?: boolean;
}

export async function changePerson(id: string, change: PersonChange) {
  return refreshAfter(await call(`/people/${id}`, { method: 'PATCH', body: change }));
}

/** Asks what the change would do, and whether it would be refused. */
export function tryChange(id: string, change: PersonChange) {
  return call(`/people/${id}`, { method: 'PATCH', body: { ...change, dryRun: true } });
}

export async function givePin(id: string) {
  return refreshAfter(await call(`/people/${id}/pin`, { method: 'POST' }));
}

export async function givePins(personIds: string[]) {
  return refreshAfter(await call('/people/pins', { method: 'POST', body: { personIds } }));
}

export async function inviteAgain(id: string, email: string) {
  return refreshAfter(await call(`/people/${id}/invitation`, { method: 'POST', body: { email } }));
}

export async function unlockPerson(id: string) {
  return refreshAfter(await call(`/people/${id}/unlock`, { method: 'POST' }));
}

async function refreshAfter<T>(answer: Answer<T>): Promise<Answer<T>> {
  if (answer.kind === 'done') {
    await Promise.all([reads.invalidate(ROOT), reads.invalidate(`${keys.customers}/locked-pins`)]);
  }
  return answer;
}
