/** Reads an entry of the query cache from the server: one reading at a time, and again after a failure. */
import { type Entry, type Fetch, type Reading, setReading } from './entry-store.ts';

export interface RefreshDeps {
  /** Milliseconds by a clock that nobody can set. */
  readonly monotonicMs: () => number;
  /** While false nothing is asked. */
  readonly isOnline: () => boolean;
  /** Whether a reading that failed so is worth another. */
  readonly isWorthAgain: (error: unknown) => boolean;
  readonly wait: (ms: number) => Promise<void>;
}

/** Starts a reading in place of the one under way. Done when there is an answer or a failure. */
export type Refresh = (entry: Entry) => Promise<void>;

/** A reading that failed is tried once more after this, before anybody is told. */
const FIRST_AGAIN_MS = 1_500;
/** Then, as long as it is shown, with growing pauses; the last one stays. */
const AGAIN_MS = [4_000, 8_000, 16_000, 30_000] as const;

export function createRefresh(deps: RefreshDeps): Refresh {
  const refresh: Refresh = (entry) => {
    stopReading(entry);
    const { fetch } = entry;
    if (fetch === null || !deps.isOnline()) return Promise.resolve();
    const stop = new AbortController();
    const done = answerOf(fetch, stop.signal, entry.reading.data, deps).then((reading) => {
      if (stop.signal.aborted) return entry.running?.done;
      entry.running = null;
      if (reading.error === null) {
        entry.readAt = deps.monotonicMs();
        entry.failures = 0;
      }
      setReading(entry, reading);
      if (reading.error !== null && deps.isWorthAgain(reading.error)) void refreshLater(entry, reading);
    });
    entry.running = { stop, done };
    return done;
  };
  /** Comes to nothing where the key was read, set or hidden meanwhile. */
  const refreshLater = async (entry: Entry, failed: Reading) => {
    const waitMs = AGAIN_MS[Math.min(entry.failures++, AGAIN_MS.length - 1)] as number;
    await deps.wait(waitMs);
    if (entry.reading === failed && entry.running === null && entry.shownBy.size > 0) await refresh(entry);
  };
  return refresh;
}

/** The answer of a reading under way comes to nothing. */
export function stopReading(entry: Entry): void {
  entry.running?.stop.abort();
  entry.running = null;
}

/** Asks a second time where the first failure is worth it. */
async function answerOf(
  fetch: Fetch<unknown>,
  signal: AbortSignal,
  before: unknown,
  { isWorthAgain, wait }: RefreshDeps,
): Promise<Reading> {
  for (let tries = 1; ; tries++) {
    try {
      return { data: await fetch(signal, before), error: null };
    } catch (error) {
      if (tries === 1 && !signal.aborted && isWorthAgain(error)) await wait(FIRST_AGAIN_MS);
      else return { data: before, error: error as Error };
    }
  }
}
