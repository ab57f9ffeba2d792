/** Finds, sorts and pages the stores of one brand. A brand has some hundreds of stores at most, so that all are read. */
import { foldText, plainWords } from '#rules/core/plain-words.ts';

export interface ListedStore {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly people: number;
}

export interface StoreSearch {
  readonly typed: string;
  readonly sort: 'name' | 'code' | 'city' | 'people';
  readonly descending: boolean;
  /** The sort key and the id of the last store of the page before; null for the first page. */
  readonly after: readonly [key: string, id: string] | null;
  readonly limit: number;
}

export interface StorePage<S> {
  readonly stores: readonly S[];
  readonly total: number;
  /** The place of the last store of the page; null where no store follows. */
  readonly last: readonly [key: string, id: string] | null;
}

/** Returns the page of stores in which every typed word begins a word of the name, code or city. */
export function findStores<S extends ListedStore>(stores: readonly S[], search: StoreSearch): StorePage<S> {
  const { typed, sort, descending, after, limit } = search;
  const words = plainWords(typed);
  const direction = descending ? -1 : 1;
  const found = stores
    .filter((store) => words.length === 0 || hasWords(store, words))
    .map((store) => ({ store, place: [keyOf(store, sort), store.id] as const }))
    .toSorted((a, b) => direction * compare(a.place, b.place));
  const following = after === null ? found : found.filter(({ place }) => direction * compare(place, after) > 0);
  const page = following.slice(0, limit);
  const last = following.length > limit ? page.at(-1) : undefined;
  return { stores: page.map(({ store }) => store), total: found.length, last: last?.place ?? null };
}

function hasWords({ name, code, city }: ListedStore, words: readonly string[]): boolean {
  const own = plainWords(`${name} ${code} ${city}`);
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

function keyOf(store: ListedStore, sort: StoreSearch['sort']): string {
  return sort === 'people' ? String(store.people).padStart(6, '0') : foldText(store[sort]);
}

function compare([keyA, idA]: readonly [string, string], [keyB, idB]: readonly [string, string]): number {
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}
