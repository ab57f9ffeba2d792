/** How long callers wait for a connection of a pool: told while they wait, so that no more are let in. */
import type pg from 'pg';

/** A caller who waits longer than this waits too long: the server is asked for more than it can do. */
const TOO_LONG_MS = 1_000;

/** Then the caller is told that there is none: the queue is never longer than this. Milliseconds. */
export const LONGEST_QUEUE_MS = 2_000;

export class PoolQueue {
  readonly #pool: pg.Pool;
  #late = 0;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Whether somebody has waited for a connection for more than a second by now. */
  isTooLong(): boolean {
    return this.#late > 0;
  }

  /** A connection; throws where none is free within two seconds. */
  async connect(): Promise<pg.PoolClient> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#late += 1;
    }, TOO_LONG_MS);
    try {
      return await this.#pool.connect();
    } finally {
      clearTimeout(timer);
      if (isLate) this.#late -= 1;
    }
  }
}
