/** Watches the host's clock (D8): compares it each second with the monotonic clock, and every five seconds with the database's. */

import type { Reads } from '#db/core/db.ts';
import { readDatabaseClock } from '#db/time/database-clock.ts';
import { type ClockWatch, clearWatch, databaseClockAt, NEW_WATCH, observe } from '#rules/time/clock-watch.ts';

export interface ClockWatchDeps {
  readonly db: Pick<Reads, 'readOutside'>;
  /** The host's clock, not the app's clock. */
  readonly hostNow: () => number;
  readonly monotonicNow: () => number;
  /** Called once at each change, with the reason in English; null: the clock is safe again. */
  readonly onChange: (why: string | null) => void;
}

/** The state of the clock watch of one server. The clock is unsafe until the first comparison. */
export class HostClockWatch {
  readonly #deps: ClockWatchDeps;
  #watch: ClockWatch = NEW_WATCH;
  #comparing: Promise<void> | null = null;

  constructor(deps: ClockWatchDeps) {
    this.#deps = deps;
  }

  /** Tells whether the clock is safe. Checks the host's clocks first, so that a jump is known before the next decision. */
  isSafe(): boolean {
    this.check();
    return this.#watch.trouble === null;
  }

  /** Returns why the clock is unsafe, as a clause for logs and operators; null if the clock is safe. */
  why(): string | null {
    switch (this.#watch.trouble) {
      case null:
        return null;
      case 'not_compared':
        return 'the host’s clock has not been compared with the database’s yet';
      case 'against_monotonic':
        return 'the host’s clock was set, or the host slept';
      case 'against_database':
        return clockDifference(this.#watch.ahead ?? 0);
    }
  }

  /** Makes the clock safe, after an operator said that it is right. */
  clear(): void {
    this.#become(clearWatch(this.#watch));
  }

  check(): void {
    this.#observe(null);
  }

  /** Compares the clock with the database's. A comparison under way is not repeated; one without an answer changes nothing. */
  compare(): Promise<void> {
    this.#comparing ??= this.#compare().finally(() => {
      this.#comparing = null;
    });
    return this.#comparing;
  }

  isCompared(): boolean {
    return this.#watch.trouble !== 'not_compared';
  }

  async #compare(): Promise<void> {
    const { db, monotonicNow } = this.#deps;
    try {
      const answer = await db.readOutside(async (reads) => {
        const askedAt = monotonicNow();
        const [row] = await reads.run(readDatabaseClock, {});
        return { reading: (row as { now: number }).now, askedAt, answeredAt: monotonicNow() };
      });
      this.#observe(answer);
    } catch {
      // `/readyz` reports a database that does not answer.
    }
  }

  #observe(answer: Parameters<typeof databaseClockAt>[1] | null): void {
    const [monotonic, wall] = [this.#deps.monotonicNow(), this.#deps.hostNow()];
    const database = answer === null ? null : databaseClockAt(monotonic, answer);
    this.#become(observe(this.#watch, { wall, monotonic, database }));
  }

  #become(next: ClockWatch): void {
    const changed = next.trouble !== this.#watch.trouble;
    this.#watch = next;
    if (changed) this.#deps.onChange(this.why());
  }
}

/** Starts a watch that runs until `stop`. Resolves after the first comparison, or after `FIRST_TRIES` without an answer. */
export async function startClockWatch(
  deps: ClockWatchDeps,
): Promise<{ watch: HostClockWatch; stop: () => Promise<void> }> {
  const watch = new HostClockWatch(deps);
  for (let tries = 0; tries < FIRST_TRIES && !watch.isCompared(); tries++) await watch.compare();
  let seconds = 0;
  let asked = Promise.resolve();
  const timer = setInterval(() => {
    watch.check();
    if (++seconds % COMPARED_EVERY === 0 || !watch.isCompared()) asked = watch.compare();
  }, CHECK_EVERY_MS);
  timer.unref();
  return {
    watch,
    stop: async () => {
      clearInterval(timer);
      await asked;
    },
  };
}

const CHECK_EVERY_MS = 1_000;
/** The number of checks for one comparison with the database. */
const COMPARED_EVERY = 5;
const FIRST_TRIES = 3;

/** Returns a clause such as "the host’s clock is 93 s ahead of the database’s". */
export function clockDifference(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 100) / 10;
  return `the host’s clock is ${seconds} s ${aheadMs < 0 ? 'behind' : 'ahead of'} the database’s`;
}
