/** What the screens have read from the server: in memory only, shared by all that show it, read anew when told. */

/** `data` stays while it is read again, and where that failed. */
export interface Reading<T = unknown> {
  readonly data: T | undefined;
  /** Why the last reading brought nothing; null after one that did. */
  readonly error: Error | null;
}

/** Gives the answer, or throws. `before`: what is there already. */
export type Fetch<T> = (signal: AbortSignal, before: T | undefined) => Promise<T>;

export interface ReadsDeps {
  /** Milliseconds by a clock that nobody can set. */
  readonly monotonicMs: () => number;
  /** While false nothing is asked. */
  readonly isOnline: () => boolean;
  /** Whether a reading that failed so is worth another. */
  readonly isWorthAgain: (error: unknown) => boolean;
  readonly wait: (ms: number) => Promise<void>;
}

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
  /** What is shown is read anew; the rest when it is shown. Done with the last of it. */
  invalidate(path: string): Promise<void>;
  /** Gone from memory; answers under way come to nothing. */
  forget(path: string): void;
}

interface Entry {
  reading: Reading;
  readAt: number;
  fetch: Fetch<unknown> | null;
  running: { readonly stop: AbortController; readonly done: Promise<void> } | null;
  readonly shownBy: Set<() => void>;
  /** How many readings failed in a row. */
  failures: number;
}

const NOTHING: Reading = { data: undefined, error: null };
/** A reading that failed is tried once more after this, before anybody is told. */
const FIRST_AGAIN_MS = 1_500;
/** Then, as long as it is shown, with growing pauses; the last one stays. */
const AGAIN_MS = [4_000, 8_000, 16_000, 30_000] as const;
/** Readings that nothing shows are kept for the way back, up to this many. */
const MOST_UNSHOWN = 60;

export function createReads(deps: ReadsDeps): Reads {
  const entries = new Map<string, Entry>();

  const entryOf = (key: string): Entry => {
    let entry = entries.get(key);
    if (!entry) {
      entry = {
        reading: NOTHING,
        readAt: Number.NEGATIVE_INFINITY,
        fetch: null,
        running: null,
        shownBy: new Set(),
        failures: 0,
      };
      entries.set(key, entry);
    }
    return entry;
  };
  const under = (path: string) =>
    [...entries].filter(([key]) => path === '' || key === path || key.startsWith(`${path}/`));
  const tell = (entry: Entry, reading: Reading) => {
    entry.reading = reading;
    for (const changed of entry.shownBy) changed();
  };

  const start = (entry: Entry): Promise<void> => {
    entry.running?.stop.abort();
    entry.running = null;
    const { fetch } = entry;
    if (fetch === null || !deps.isOnline()) return Promise.resolve();
    const stop = new AbortController();
    const done = answerOf(fetch, stop.signal, entry.reading.data).then((reading) => {
      if (stop.signal.aborted) return entry.running?.done;
      entry.running = null;
      if (reading.error === null) {
        entry.readAt = deps.monotonicMs();
        entry.failures = 0;
      }
      tell(entry, reading);
      if (reading.error !== null && deps.isWorthAgain(reading.error)) void readAgainLater(entry, reading);
    });
    entry.running = { stop, done };
    return done;
  };
  /** Comes to nothing where the key was read, set or hidden meanwhile. */
  const readAgainLater = async (entry: Entry, failed: Reading) => {
    const waitMs = AGAIN_MS[Math.min(entry.failures++, AGAIN_MS.length - 1)] as number;
    await deps.wait(waitMs);
    if (entry.reading === failed && entry.running === null && entry.shownBy.size > 0) await start(entry);
  };
  const answerOf = async (fetch: Fetch<unknown>, signal: AbortSignal, before: unknown): Promise<Reading> => {
    for (let tries = 1; ; tries++) {
      try {
        return { data: await fetch(signal, before), error: null };
      } catch (error) {
        if (tries === 1 && !signal.aborted && deps.isWorthAgain(error)) await deps.wait(FIRST_AGAIN_MS);
        else return { data: before, error: error as Error };
      }
    }
  };

  const dropOldest = () => {
    const unshown = [...entries].filter(([, { shownBy, running }]) => shownBy.size === 0 && running === null);
    for (const [key] of unshown.slice(0, -MOST_UNSHOWN)) entries.delete(key);
  };

  return {
    peek: (key) => entries.get(key)?.reading ?? NOTHING,
    set(key, data) {
      const entry = entryOf(key);
      entry.running?.stop.abort();
      entry.running = null;
      entry.readAt = deps.monotonicMs();
      tell(entry, { data, error: null });
    },
    extend(key, before, data) {
      const entry = entries.get(key);
      if (entry === undefined || entry.reading.data !== before) return;
      tell(entry, { data, error: entry.reading.error });
      if (entry.running !== null) void start(entry);
    },
    show(key, fetch, changed) {
      const entry = entryOf(key);
      entry.fetch = fetch;
      entry.shownBy.add(changed);
      return () => {
        entry.shownBy.delete(changed);
        dropOldest();
      };
    },
    read(key, freshMs) {
      const entry = entryOf(key);
      if (entry.running) return entry.running.done;
      return deps.monotonicMs() - entry.readAt < freshMs ? Promise.resolve() : start(entry);
    },
    async invalidate(path) {
      const shown = under(path).filter(([, entry]) => {
        entry.readAt = Number.NEGATIVE_INFINITY;
        return entry.shownBy.size > 0;
      });
      await Promise.all(shown.map(([, entry]) => start(entry)));
    },
    forget(path) {
      for (const [key, entry] of under(path)) {
        entry.running?.stop.abort();
        entry.running = null;
        entry.readAt = Number.NEGATIVE_INFINITY;
        if (entry.shownBy.size === 0) entries.delete(key);
        tell(entry, NOTHING);
      }
    },
  };
}
