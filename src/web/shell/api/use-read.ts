/** Reads through the shared cache while a component is mounted, and again when the network is back. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isOnline, onOnlineChange } from '#web/shell/offline/online.ts';
import { UnansweredError } from './call.ts';
import type { Fetch, Reading } from './query-cache/entry-store.ts';
import { createReads } from './query-cache/query-cache.ts';

export const reads = createReads({
  monotonicMs: () => performance.now(),
  isOnline,
  isWorthAgain: (error) =>
    error instanceof UnansweredError &&
    (error.refusal === null || error.refusal.status >= 500 || error.refusal.status === 429),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

onOnlineChange(() => {
  if (isOnline()) void reads.invalidate('');
});

export interface Shown<T> extends Reading<T> {
  /**
   * Reads it now, for a button that tries again: a reading under way is joined, so that a second tap on a slow network does
   * not begin the wait anew. What must be newer than this moment, as after a change or an hour, uses `reads.invalidate`.
   */
  readonly again: () => Promise<void>;
}

export interface ReadOptions {
  /** A reading younger than this is shown without a new request. */
  readonly freshMs?: number;
  /** How often the reading is renewed while it is shown. */
  readonly everyMs?: number;
}

/** With `key` null nothing is read. */
export function useRead<T>(
  key: string | null,
  fetch: Fetch<T>,
  { freshMs = 10_000, everyMs }: ReadOptions = {},
): Shown<T> {
  const latest = useRef(fetch);
  useEffect(() => {
    latest.current = fetch;
  });
  const show = useCallback(
    (changed: () => void) =>
      key === null
        ? () => undefined
        : reads.show(key, (signal, before) => latest.current(signal, before as T | undefined), changed),
    [key],
  );
  const reading = useSyncExternalStore(show, () => reads.peek(key ?? '')) as Reading<T>;
  const again = useCallback(async () => {
    if (key !== null) await reads.read(key, 0);
  }, [key]);

  useEffect(() => {
    if (key !== null) void reads.read(key, freshMs);
  }, [key, freshMs]);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => void again(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, again]);
  return { ...reading, again };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface ShownPages<T, P extends Page<T> = Page<T>> extends Shown<P> {
  /** Reads the next page; null where there is none. */
  readonly more: (() => void) | null;
  readonly readingMore: boolean;
}

/**
 * Reads a list page by page; a renewed list is read up to its earlier length. `key` null: nothing is read. `cursor`
 * null: the first page. `least`: how many rows are read at first, if there are as many.
 */
export function usePages<T, P extends Page<T> = Page<T>>(
  key: string | null,
  readPage: (cursor: string | null, signal: AbortSignal) => Promise<P & Page<T>>,
  least = 0,
): ShownPages<T, P> {
  const [readingMore, setReadingMore] = useState(false);
  const shown = useRead<P>(key, async (signal, before) => {
    let all = await readPage(null, signal);
    const wanted = Math.max(before?.items.length ?? 0, least);
    while (all.next !== null && all.items.length < wanted) {
      all = joined(all, await readPage(all.next, signal));
    }
    return all;
  });
  const { data } = shown;
  const next = data?.next ?? null;
  const more = async () => {
    if (!data || readingMore || key === null) return;
    setReadingMore(true);
    // Without an answer the button stays, to press again.
    const page = await readPage(next, new AbortController().signal).catch(() => null);
    setReadingMore(false);
    if (page) reads.extend(key, data, joined(data, page));
  };
  return { ...shown, more: next === null ? null : () => void more(), readingMore };
}

/** What the first page has besides its items stays. */
function joined<T, P extends Page<T>>(before: P, page: P): P {
  return { ...before, items: [...before.items, ...page.items], next: page.next };
}
