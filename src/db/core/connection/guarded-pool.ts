/**
 * A connection pool that reports when callers wait too long, and that fails calls at once while the database is frozen.
 */
import pg from 'pg';
import type { Heartbeat } from './heartbeat.ts';
import { Unanswered } from './unreachable.ts';

/** A longer wait for a connection means that the server gets more requests than it can answer. */
const TOO_LONG_MS = 1_000;
/** The longest wait for a connection. Then the call fails, which limits the length of the queue. */
export const LONGEST_QUEUE_MS = 2_000;
/** The time after which an idle connection is closed. */
const IDLE_MS = 60_000;

export interface PoolSettings extends Omit<pg.PoolConfig, 'connectionTimeoutMillis' | 'idleTimeoutMillis'> {
  /** Called with the error of each idle connection that is lost. */
  readonly onError: (error: Error) => void;
  /** Null: a frozen database is not noticed, and callers wait for its answers. */
  readonly heartbeat?: Heartbeat | null;
}

export class GuardedPool {
  readonly #pool: pg.Pool;
  readonly #heartbeat: Heartbeat | null;
  readonly #inUse = new Set<pg.PoolClient>();
  readonly #unsubscribe: () => void;
  #lateCallers = 0;
  #ending: Promise<void> | null = null;

  constructor({ onError, heartbeat = null, ...config }: PoolSettings) {
    this.#pool = new pg.Pool({ ...config, connectionTimeoutMillis: LONGEST_QUEUE_MS, idleTimeoutMillis: IDLE_MS });
    // The pool counts as ended before its connections have closed. Their later errors are of no interest.
    this.#pool.on('error', (error) => this.#pool.ending || onError(error));
    this.#heartbeat = heartbeat;
    this.#unsubscribe = heartbeat?.onSilent(() => this.#cutAll()) ?? (() => undefined);
  }

  /**
   * Returns a connection. Throws a passing error (`isPassing`) if no connection becomes free within two seconds, or if
   * the database is frozen.
   */
  async connect(): Promise<pg.PoolClient> {
    if (this.#heartbeat?.isSilent())
      throw new Unanswered('The database does not answer its heartbeat: try again later');
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#lateCallers += 1;
    }, TOO_LONG_MS);
    try {
      const client = await this.#pool.connect();
      // A broken connection fails its statements, which report the error to the caller. Without a listener the `error`
      // event would end the process.
      client.on('error', ignoreError);
      this.#inUse.add(client);
      return client;
    } finally {
      clearTimeout(timer);
      if (isLate) this.#lateCallers -= 1;
    }
  }

  /** Returns a connection to the pool, or closes the connection if `lost` says why it is unusable. */
  release(client: pg.PoolClient, lost?: Error): void {
    this.#inUse.delete(client);
    // A lost connection keeps the listener, since it may report a second error while it closes.
    if (lost === undefined) client.removeListener('error', ignoreError);
    client.release(lost);
  }

  /** Whether some caller has been waiting for a connection for more than a second. */
  isQueueTooLong(): boolean {
    return this.#lateCallers > 0;
  }

  load(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  /** Closes the pool. A second call returns the same promise. */
  end(): Promise<void> {
    this.#unsubscribe();
    this.#ending ??= this.#pool.end();
    return this.#ending;
  }

  /** Breaks all connections in use, so that callers who wait for an answer get an error. */
  #cutAll(): void {
    const error = new Unanswered(
      'The database stopped answering; whether a commit under way was carried out is unknown',
    );
    for (const client of this.#inUse) streamOf(client).destroy(error);
  }
}

function streamOf(client: pg.PoolClient): { destroy(error: Error): void } {
  return (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;
}

function ignoreError(): void {
  // The connection's statements report this error.
}
