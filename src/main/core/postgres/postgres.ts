/**
 * The embedded Postgres, for a machine without a database server. The first command on a data folder starts it, all commands
 * on that folder share it, and the last one stops it.
 */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { hostClock } from '#main/core/clock.ts';
import { isAlive } from '#main/core/process-life.ts';
import { readOrCreateSecret } from '#main/core/secrets/stored-secret.ts';
import { makeCluster } from './postgres-cluster.ts';
import { findHome, type Home } from './postgres-home.ts';
import { findOrStart, type Postmaster, stop } from './postgres-process.ts';

interface Settings {
  /** The data folder, created if it is missing. */
  readonly dataDir: string;
  /** False skips flushing to the disk, for tests: a crash of the machine may lose what was written. */
  readonly durable?: boolean;
  /** Called when Postgres has ended and cannot be started again, or another server runs on the data folder meanwhile. */
  readonly onLost: (error: Error) => void;
}

/** `oto_owner` owns the database `oto`. It is no superuser but may create roles, as on a hosted Postgres. */
export type EmbeddedUser = 'oto_owner' | 'postgres';

/** Keys of session-level advisory locks, which Postgres releases when the process that has them ends in any way. */
const USERS = 7_300_001;
const SERVER = 7_300_002;
const PROVISION = 7_300_003;

/** The application name of each process's connection, before the process's pid. */
const HOLDER = 'oto process';

/** How long a start waits for another server that is ending; a start on used data must fail well within three seconds. */
const ENDING_MS = 700;
/** How long a start waits for Postgres to notice that another server was killed. */
const NOTICING_MS = 10_000;
const RECOVERY_MS = 30_000;

/** Starts Postgres, or joins the one that runs on the data folder. Throws `CannotStart` if neither is possible. */
export async function openPostgres({ dataDir, durable = true, onLost }: Settings): Promise<EmbeddedPostgres> {
  const home = findHome(dataDir);
  const postgres = new EmbeddedPostgres(home, readOrCreateSecret(join(home.dir, 'postgres.secret')), durable, onLost);
  await postgres.open();
  return postgres;
}

/** A process's share of the embedded Postgres. If Postgres ends unexpectedly, the object starts it again. */
export class EmbeddedPostgres {
  /** The folder of all lasting data: the data folder, or the folder that its WHERE.txt names. */
  readonly dir: string;
  readonly #home: Home;
  readonly #secret: string;
  readonly #durable: boolean;
  readonly #onLost: (error: Error) => void;
  #postmaster: Postmaster | undefined;
  #connection: pg.Client | undefined;
  #isServer = false;
  #isClosing = false;

  constructor(home: Home, secret: string, durable: boolean, onLost: (error: Error) => void) {
    this.dir = home.dir;
    this.#home = home;
    this.#secret = secret;
    this.#durable = durable;
    this.#onLost = onLost;
  }

  async open(): Promise<void> {
    makeCluster(this.#home, this.#passwordOf('postgres'), this.#durable);
    await this.#join();
    await this.#provision();
  }

  /**
   * Locks `SERVER`. Returns null if this process is now the only server on the data folder, else the pid of the other server.
   * Waits a moment, because a server that is ending or was just killed may still have the lock.
   */
  async becomeServer(): Promise<number | null> {
    const beganAt = hostClock.now();
    while (!(await this.#tryLock(SERVER))) {
      const holder = await this.#holderOf(SERVER);
      const patienceMs = isAlive(holder) ? ENDING_MS : NOTICING_MS;
      if (hostClock.now() - beganAt > patienceMs) return holder;
      await pause(50);
    }
    this.#isServer = true;
    return null;
  }

  /** Returns the `postgres://…` address of a database. The address stays valid when Postgres is restarted. */
  urlOf(database = 'oto', user: EmbeddedUser = 'oto_owner'): string {
    if (this.#postmaster === undefined) throw new Error('Postgres is not open');
    const { host, port } = this.#postmaster;
    const login = `${user}:${this.#passwordOf(user)}`;
    return host.startsWith('/')
      ? `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
      : `postgres://${login}@${host}:${port}/${database}`;
  }

  /** Releases this process's lock. The last process stops Postgres and waits until it has ended. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const connection = this.#connection;
    if (connection === undefined || this.#postmaster === undefined) return;
    let isLast = false;
    try {
      await connection.query('select pg_advisory_unlock_shared($1)', [USERS]);
      isLast = await this.#tryLock(USERS);
    } catch {
      // The connection is gone, and its locks with it: another process stops Postgres.
    }
    if (isLast) await stop(this.#postmaster);
    await connection.end();
  }

  /** Finds or starts Postgres and opens a connection whose lock `USERS` tells other processes that this one uses Postgres. */
  async #join(): Promise<void> {
    const deadline = hostClock.now() + RECOVERY_MS;
    for (;;) {
      this.#postmaster = await findOrStart(this.#home, this.#durable);
      try {
        this.#connection = await this.#connect();
        return;
      } catch (error) {
        if (!isPassing(error) || hostClock.now() > deadline) throw error;
        await pause(50);
      }
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.urlOf('postgres', 'postgres'),
      application_name: `${HOLDER} ${process.pid}`,
    });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS]);
    client.once('end', () => {
      if (!this.#isClosing) this.#recover().catch(this.#onLost);
    });
    return client;
  }

  async #recover(): Promise<void> {
    await this.#join();
    if (this.#isServer && (await this.becomeServer()) !== null) throw new Error('Another server has taken these data');
  }

  /** Creates the owner and its database, once. */
  async #provision(): Promise<void> {
    const connection = this.#connected();
    await connection.query('select pg_advisory_lock($1)', [PROVISION]);
    const { rows } = await connection.query(`select from pg_database where datname = 'oto'`);
    if (rows.length === 0) {
      await connection.query(`drop role if exists oto_owner`);
      await connection.query(`create role oto_owner login createrole password '${this.#passwordOf('oto_owner')}'`);
      await connection.query('create database oto owner oto_owner');
    }
    await connection.query('select pg_advisory_unlock($1)', [PROVISION]);
  }

  async #tryLock(key: number): Promise<boolean> {
    const { rows } = await this.#connected().query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      key,
    ]);
    return rows[0]?.taken ?? false;
  }

  /** Returns the pid of the process that has the lock, read from its connection's name; 0 if no process has it any more. */
  async #holderOf(key: number): Promise<number> {
    const { rows } = await this.#connected().query<{ name: string }>(
      `select application_name as name from pg_stat_activity join pg_locks using (pid)
       where locktype = 'advisory' and granted and objid = $1`,
      [key],
    );
    return Number(rows[0]?.name.slice(HOLDER.length) ?? 0);
  }

  #connected(): pg.Client {
    if (this.#connection === undefined) throw new Error('Postgres is not open');
    return this.#connection;
  }

  #passwordOf(user: EmbeddedUser): string {
    return createHmac('sha256', this.#secret).update(user).digest('hex');
  }
}

/** Tells whether an error will pass: Postgres is starting or stopping. A wrong password does not pass. */
function isPassing(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || (error.code?.startsWith('57') ?? false);
}
