/**
 * The Postgres that comes with the installation, for a machine that has none: started at need, shared by every command on
 * the same data folder, stopped by the last of them.
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
  /** Made where it is missing. */
  readonly dataDir: string;
  /** False spares the disk, for tests: a crash of the machine may lose what was written. */
  readonly durable?: boolean;
  /** Postgres is gone and cannot be had back, or another server has taken the data meanwhile. */
  readonly onLost: (error: Error) => void;
}

/** `oto_owner` owns the database `oto`; it is no superuser but may create roles, as on a server of others. */
export type EmbeddedUser = 'oto_owner' | 'postgres';

/** Session locks, the one use of them: they end with their holder, however it ends. */
const USERS = 7_300_001;
const SERVER = 7_300_002;
const PROVISION = 7_300_003;

/** How each holder's connection is named, before the number of its process. */
const HOLDER = 'oto process';

/** A server that is just ending gets this long, so that a second start is told well within three seconds… */
const ENDING_MS = 700;
/** …and one that was killed as long as Postgres may need to notice. */
const NOTICING_MS = 10_000;
const RECOVERY_MS = 30_000;

/** Starts Postgres, or joins the one that runs on these data. Throws a sentence where neither can be. */
export async function openPostgres({ dataDir, durable = true, onLost }: Settings): Promise<EmbeddedPostgres> {
  const home = findHome(dataDir);
  const postgres = new EmbeddedPostgres(home, readOrCreateSecret(join(home.dir, 'postgres.secret')), durable, onLost);
  await postgres.open();
  return postgres;
}

/** One holder of the embedded Postgres. It is had back by itself where it dies. */
export class EmbeddedPostgres {
  /** Where everything lasting lies: the data folder, or where its WHERE.txt says. */
  readonly dir: string;
  readonly #home: Home;
  readonly #secret: string;
  readonly #durable: boolean;
  readonly #onLost: (error: Error) => void;
  #postmaster: Postmaster | undefined;
  #hold: pg.Client | undefined;
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
   * Takes the run lock: null when this is now the one server on these data, else the number of the process that is.
   * Waits a moment, since a server that is ending, or was killed an instant ago, may still seem to be there.
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

  /** `postgres://…` of a database, good as long as Postgres runs, restarts included. */
  urlOf(database = 'oto', user: EmbeddedUser = 'oto_owner'): string {
    if (this.#postmaster === undefined) throw new Error('Postgres is not open');
    const { host, port } = this.#postmaster;
    const login = `${user}:${this.#passwordOf(user)}`;
    return host.startsWith('/')
      ? `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
      : `postgres://${login}@${host}:${port}/${database}`;
  }

  /** Lets go. The last to do so stops Postgres, and waits until it is gone. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const hold = this.#hold;
    if (hold === undefined || this.#postmaster === undefined) return;
    let isLast = false;
    try {
      await hold.query('select pg_advisory_unlock_shared($1)', [USERS]);
      isLast = await this.#tryLock(USERS);
    } catch {
      // The connection is gone, and its locks with it: whoever is left sees to the rest.
    }
    if (isLast) await stop(this.#postmaster);
    await hold.end();
  }

  /** Finds a Postgres and holds a connection to it, whose locks tell the others that somebody is here. */
  async #join(): Promise<void> {
    const deadline = hostClock.now() + RECOVERY_MS;
    for (;;) {
      this.#postmaster = await findOrStart(this.#home, this.#durable);
      try {
        this.#hold = await this.#connect();
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

  /** The owner and its database, made once. */
  async #provision(): Promise<void> {
    const hold = this.#held();
    await hold.query('select pg_advisory_lock($1)', [PROVISION]);
    const { rows } = await hold.query(`select from pg_database where datname = 'oto'`);
    if (rows.length === 0) {
      await hold.query(`drop role if exists oto_owner`);
      await hold.query(`create role oto_owner login createrole password '${this.#passwordOf('oto_owner')}'`);
      await hold.query('create database oto owner oto_owner');
    }
    await hold.query('select pg_advisory_unlock($1)', [PROVISION]);
  }

  async #tryLock(key: number): Promise<boolean> {
    const { rows } = await this.#held().query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
    return rows[0]?.taken ?? false;
  }

  /** The process that has the lock, by the name it gave its connection; 0 where that is over. */
  async #holderOf(key: number): Promise<number> {
    const { rows } = await this.#held().query<{ name: string }>(
      `select application_name as name from pg_stat_activity join pg_locks using (pid)
       where locktype = 'advisory' and granted and objid = $1`,
      [key],
    );
    return Number(rows[0]?.name.slice(HOLDER.length) ?? 0);
  }

  #held(): pg.Client {
    if (this.#hold === undefined) throw new Error('Postgres is not open');
    return this.#hold;
  }

  #passwordOf(user: EmbeddedUser): string {
    return createHmac('sha256', this.#secret).update(user).digest('hex');
  }
}

/** It is starting, or another holder is stopping it just now; a wrong password would not pass. */
function isPassing(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || (error.code?.startsWith('57') ?? false);
}
