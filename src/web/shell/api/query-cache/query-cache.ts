/** What the screens have read from the server: in memory only, shared by all that show it, read anew when told. */
import { createEntryStore, type Fetch, NOTHING, type Reading, setReading } from './entry-store.ts';
import { createRefresh, type RefreshDeps, stopReading } from './refresh.ts';

/**
 * Readings by key. Keys are paths: `customers` means also all under `customers/`, and the empty path everything.
 * A key is asked once at a time, however many show it; what is invalidated meanwhile is asked afresh.
 */
export interface Reads {
  /** The same object until it changes. */
  peek(key: string): Reading;
  set(key: string, data: unknown): void;
  /**
   * More of a list than was read: takes the place of `before`, and comes to nothing where that is gone by now. A reading
   * under way is asked afresh, with what is there now.
   */
  extend(key: string, before: unknown, data: unknown): void;
  /** Tells of each change; a key that is shown is read anew when invalidated. Gives the way to stop. */
  show(key: string, fetch: Fetch<unknown>, changed: () => void): () => void;
  /** Reads a shown key unless it was read within `freshMs`. Done when there is an answer or a failure. */
  read(key: string, freshMs: number): Promise<void>;
  /** Reads shown keys under `path` anew, and the others when a screen shows them. Done when the last shown key was read. */
  invalidate(path: string): Promise<void>;
  /** Removes the keys under `path` from memory; answers under way are dropped. */
  forget(path: string): void;
}

export function createReads(deps: RefreshDeps): Reads {
  const store = createEntryStore();
  const refresh = createRefresh(deps);
  return {
    peek: (key) => store.find(key)?.reading ?? NOTHING,
    set(key, data) {
      const entry = store.findOrAdd(key);
      stopReading(entry);
      entry.readAt = deps.monotonicMs();
      setReading(entry, { data, error: null });
    },
    extend(key, before, data) {
      const entry = store.find(key);
      if (entry === undefined || entry.reading.data !== before) return;
      setReading(entry, { data, error: entry.reading.error });
      if (entry.running !== null) void refresh(entry);
    },
    show(key, fetch, changed) {
      const entry = store.findOrAdd(key);
      entry.fetch = fetch;
      entry.shownBy.add(changed);
      return () => {
        entry.shownBy.delete(changed);
        store.removeOldestUnshown();
      };
    },
    read(key, freshMs) {
      const entry = store.findOrAdd(key);
      if (entry.running) return entry.running.done;
      return deps.monotonicMs() - entry.readAt < freshMs ? Promise.resolve() : refresh(entry);
    },
    async invalidate(path) {
      const shown = store.findUnder(path).filter(([, entry]) => {
        entry.readAt = Number.NEGATIVE_INFINITY;
        return entry.shownBy.size > 0;
      });
      await Promise.all(shown.map(([, entry]) => refresh(entry)));
    },
    forget(path) {
      for (const [key, entry] of store.findUnder(path)) {
        stopReading(entry);
        entry.readAt = Number.NEGATIVE_INFINITY;
        if (entry.shownBy.size === 0) store.remove(key);
        setReading(entry, NOTHING);
      }
    },
  };
}
