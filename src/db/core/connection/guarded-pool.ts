/** A pool of connections that tells when callers wait too long, and lets nobody wait for a database that is frozen. */
import pg from 'pg';
import type { Heartbeat } from './heartbeat.ts';
import { Unanswered } from './unreachable.ts';

/** A caller who waits longer than this waits too long: the server is asked for more than it can do. */
const TOO_LONG_MS = 1_000;
/** Then the caller is told that there is no connection, so that the queue is never longer. */
export const LONGEST_QUEUE_MS = 2_000;
/** A connection without work is kept warm for so long. */
const IDLE_MS = 60_000;

export interface PoolSettings extends Omit<pg.PoolConfig, 'connectionTimeoutMillis' | 'idleTimeoutMillis'> {
  /** Hears of connections lost without work. */
  readonly onError: (error: Error) => void;
  /** Null: nobody notices a frozen database; its answers are waited for. */
  readonly heartbeat?: Heartbeat | null;
}

export class GuardedPool {
  readonly #pool: pg.Pool;
  readonly #heartbeat: Heartbeat | null;
  readonly #atWork = new Set<pg.PoolClient>();
  readonly #unsubscribe: () => void;
  #late = 0;
  #ending: Promise<void> | null = null;

  constructor({ onError, heartbeat = null, ...config }: PoolSettings) {
    this.#pool = new pg.Pool({ ...config, connectionTimeoutMillis: LONGEST_QUEUE_MS, idleTimeoutMillis: IDLE_MS });
    // The pool says that it has ended before its connections have; what befalls them then is nobody's business.
    this.#pool.on('error', (error) => this.#pool.ending || onError(error));
    this.#heartbeat = heartbeat;
    this.#unsubscribe = heartbeat?.onSilent(() => this.#cutAll()) ?? (() => undefined);
  }

  /** A connection; throws a passing error where none is free within two seconds or the database is frozen. */
  async connect(): Promise<pg.PoolClient> {
    if (this.#heartbeat?.isSilent()) throw new Unanswered('The database does not answer');
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#late += 1;
    }, TOO_LONG_MS);
    try {
      const client = await this.#pool.connect();
      // A connection that breaks fails its statements, which tell the caller. Without a listener the event alone would end
      // the process.
      client.on('error', ignoreError);
      this.#atWork.add(client);
      return client;
    } finally {
      clearTimeout(timer);
      if (isLate) this.#late -= 1;
    }
  }

  /** Gives a connection back, or closes it where `lost` says why it is of no use any more. */
  release(client: pg.PoolClient, lost?: Error): void {
    this.#atWork.delete(client);
    // A lost one keeps the listener: its connection may break a second time while it is closed.
    if (lost === undefined) client.removeListener('error', ignoreError);
    client.release(lost);
  }

  /** Whether somebody has waited for a connection for more than a second by now. */
  isQueueTooLong(): boolean {
    return this.#late > 0;
  }

  load(): { total: number; idle: number; waiting: number } {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount };
  }

  /** Asked a second time it answers the same. */
  end(): Promise<void> {
    this.#unsubscribe();
    this.#ending ??= this.#pool.end();
    return this.#ending;
  }

  /** Whoever waits for an answer on one of these connections is told that there is none. */
  #cutAll(): void {
    const error = new Unanswered(
      'The database stopped answering; whether a commit under way was carried out is unknown',
    );
    for (const client of this.#atWork) streamOf(client).destroy(error);
  }
}

function streamOf(client: pg.PoolClient): { destroy(error: Error): void } {
  return (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;
}

function ignoreError(): void {
  // Said by the statements of the connection.
}
