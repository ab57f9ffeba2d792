/** One connection that many callers share for single statements, so that a far database does not use up the pool. */
import type pg from 'pg';
import type { GuardedPool } from './guarded-pool.ts';

interface Shared {
  readonly client: Promise<pg.PoolClient>;
  users: number;
  lost: Error | undefined;
}

/**
 * Each statement is a transaction of its own. The connection's client has `pipeline: true`, so that statements leave
 * without waiting for the answers before them; they are answered in order, so none of them may wait for a lock. The
 * connection goes back to the pool when nobody uses it.
 */
export class SharedConnection {
  readonly #pool: GuardedPool;
  #shared: Shared | null = null;

  constructor(pool: GuardedPool) {
    this.#pool = pool;
  }

  /** As `client.query`. A connection on which something failed is not used by later callers. */
  async query(query: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> {
    this.#shared ??= { client: this.#pool.connect(), users: 0, lost: undefined };
    const shared = this.#shared;
    shared.users += 1;
    try {
      const client = await shared.client;
      return await client.query(query);
    } catch (error) {
      shared.lost ??= error as Error;
      this.#leave(shared);
      throw error;
    } finally {
      shared.users -= 1;
      if (shared.users === 0) this.#giveBack(shared);
    }
  }

  #leave(shared: Shared): void {
    if (this.#shared === shared) this.#shared = null;
  }

  #giveBack(shared: Shared): void {
    this.#leave(shared);
    shared.client.then(
      (client) => this.#pool.release(client, shared.lost),
      () => undefined,
    );
  }
}
