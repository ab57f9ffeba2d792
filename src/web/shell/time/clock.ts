/** The server's clock on this screen: set from an answer, advanced by the monotonic clock, never from `Date` (D15). */
import { useEffect, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';

/** The time in an answer. `ticking: false`: the demo's clock is stopped. */
export interface Reading {
  readonly now: Instant;
  readonly ticking: boolean;
}

export interface ServerClock {
  /** Null until the server has told the time once. */
  now(): Instant | null;
  /** Sets a reading, taken as made half-way between `askedAt` and `heardAt` (both by `monotonicMs`). */
  set(reading: Reading, askedAt: number, heardAt: number): void;
  /** Calls `listen` after each new reading; returns the function that stops it. */
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
 * Returns the server's current time, renewed at each full minute, at each instant of `at`, and when the clock is set. A
 * stopped clock renews nothing. Null until the time is known.
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

/** Returns when to fire. Timers fire on whole milliseconds and can be early, so that one millisecond is added. */
function nextAfter(now: Instant, instants: readonly Instant[]): Instant {
  const minute = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
  return Math.min(minute, ...instants.filter((each) => each > now)) + 1;
}
