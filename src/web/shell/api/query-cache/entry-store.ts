/** The entries of the query cache: one for each key, in memory only, with what was read and who shows it. */

/** `data` stays while it is read again, and where that failed. */
export interface Reading<T = unknown> {
  readonly data: T | undefined;
  /** Why the last reading brought nothing; null after one that did. */
  readonly error: Error | null;
}

/** Gives the answer, or throws. `before`: what is there already. */
export type Fetch<T> = (signal: AbortSignal, before: T | undefined) => Promise<T>;

export interface Entry {
  reading: Reading;
  readAt: number;
  fetch: Fetch<unknown> | null;
  running: { readonly stop: AbortController; readonly done: Promise<void> } | null;
  readonly shownBy: Set<() => void>;
  /** How many readings failed in a row. */
  failures: number;
}

export interface EntryStore {
  find(key: string): Entry | undefined;
  findOrAdd(key: string): Entry;
  /** Keys are paths: `customers` means also all under `customers/`, and the empty path everything. */
  findUnder(path: string): readonly (readonly [string, Entry])[];
  remove(key: string): void;
  /** Removes the oldest entries that nothing shows and nothing reads, so that `MOST_UNSHOWN` of them remain. */
  removeOldestUnshown(): void;
}

export const NOTHING: Reading = { data: undefined, error: null };
/** Readings that nothing shows are kept for the way back, up to this many. */
const MOST_UNSHOWN = 60;

export function createEntryStore(): EntryStore {
  const entries = new Map<string, Entry>();
  return {
    find: (key) => entries.get(key),
    findOrAdd(key) {
      const found = entries.get(key);
      if (found) return found;
      const added = unreadEntry();
      entries.set(key, added);
      return added;
    },
    findUnder: (path) => [...entries].filter(([key]) => path === '' || key === path || key.startsWith(`${path}/`)),
    remove: (key) => void entries.delete(key),
    removeOldestUnshown() {
      const unshown = [...entries].filter(([, { shownBy, running }]) => shownBy.size === 0 && running === null);
      for (const [key] of unshown.slice(0, -MOST_UNSHOWN)) entries.delete(key);
    },
  };
}

/** Changes what an entry holds, and tells all that show it. */
export function setReading(entry: Entry, reading: Reading): void {
  entry.reading = reading;
  for (const changed of entry.shownBy) changed();
}

function unreadEntry(): Entry {
  return {
    reading: NOTHING,
    readAt: Number.NEGATIVE_INFINITY,
    fetch: null,
    running: null,
    shownBy: new Set(),
    failures: 0,
  };
}
