/**
 * Shares one connection among many callers of single statements, so that a distant database does not use up the pool.
 */
import type pg from 'pg';
import type { GuardedPool } from './guarded-pool.ts';

interface Shared {
  readonly client: Promise<pg.PoolClient>;
  users: number;
  lost: Error | undefined;
}

/**
 * Each statement is its own transaction. The connection's client has `pipeline: true`: statements leave without waiting
 * for earlier answers. The answers arrive in order, so no statement may wait for a lock. The connection returns to the
 * pool when no caller uses it.
 */
export class SharedConnection {
  readonly #pool: GuardedPool;
  #shared: Shared | null = null;

  constructor(pool: GuardedPool) {
    this.#pool = pool;
  }

  /** Runs a query like `client.query`. Later callers do not get a connection on which a query failed. */
  async query(query: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> {
    this.#shared ??= { client: this.#pool.connect(), users: 0, lost: undefined };
    const shared = this.#shared;
    shared.users += 1;
    try {
      const client = await shared.client;
      return await client.query(query);
    } catch (error) {
      shared.lost ??= error as Error;
      this.#forget(shared);
      throw error;
    } finally {
      shared.users -= 1;
      if (shared.users === 0) this.#release(shared);
    }
  }

  #forget(shared: Shared): void {
    if (this.#shared === shared) this.#shared = null;
  }

  #release(shared: Shared): void {
    this.#forget(shared);
    shared.client.then(
      (client) => this.#pool.release(client, shared.lost),
      () => undefined,
    );
  }
}
