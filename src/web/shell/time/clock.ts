/** The server's clock as this screen knows it: read from an answer, carried on by the monotonic clock, never `Date` (D15). */
import { useEffect, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';

/** What an answer said the time is. `ticking: false`: the demo's clock stands still. */
export interface Reading {
  readonly now: Instant;
  readonly ticking: boolean;
}

export interface ServerClock {
  /** Null until the server has told the time once. */
  now(): Instant | null;
  /** A reading, taken in the middle between `askedAt` and `heardAt` (both by `monotonicMs`). */
  set(reading: Reading, askedAt: number, heardAt: number): void;
  /** Called after each new reading; gives the way to stop. */
  onSet(listen: () => void): () => void;
  readonly ticking: boolean;
}

/** `monotonicMs`: a clock that nobody can set. */
export function createServerClock(monotonicMs: () => number = () => performance.now()): ServerClock {
  let last: (Reading & { readonly at: number }) | null = null;
  const listeners = new Set<() => void>();
  return {
    now: () => last && last.now + (last.ticking ? Math.max(0, monotonicMs() - last.at) : 0),
    set(reading, askedAt, heardAt) {
      last = { ...reading, at: (askedAt + heardAt) / 2 };
      for (const listen of listeners) listen();
    },
    onSet(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    get ticking() {
      return last?.ticking ?? false;
    },
  };
}

/**
 * The server's now, renewed at each full minute, at each instant of `at`, and when the clock is set.
 * A clock that stands still renews nothing. Null until the time is known.
 */
export function useServerNow(clock: ServerClock, at: readonly (Instant | null)[] = []): Instant | null {
  const [now, setNow] = useState(clock.now);
  const instants = at.filter((each) => each !== null).join();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      clearTimeout(timer);
      const present = clock.now();
      setNow(present);
      if (present === null || !clock.ticking) return;
      timer = setTimeout(renew, nextAfter(present, instants.split(',').map(Number)) - present);
    };
    renew();
    const stop = clock.onSet(renew);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [clock, instants]);
  return now;
}

const MINUTE_MS = 60_000;

/** Timers fire on whole milliseconds and never early enough to matter; one millisecond more and the instant has come. */
function nextAfter(now: Instant, instants: readonly Instant[]): Instant {
  const minute = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
  return Math.min(minute, ...instants.filter((each) => each > now)) + 1;
}
