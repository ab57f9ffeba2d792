/** Runs the Postgres of the fault runs: one database is prepared once and copied for each run, and a run may kill the server. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareInstallation } from '#db/core/installation/installation.ts';
import { readMigrations } from '#db/core/installation/migrate.ts';
import { type Logins, urlOf } from '#db/core/installation/roles.ts';
import { type EmbeddedPostgres, openPostgres } from '#main/core/postgres/postgres.ts';

/** A secret of the form that production requires; it protects only test data. */
export const SECRET = '7d1c90e3b5a84f26c8d0f1739ae6452b';

const PREPARED = 'chaos_prepared';
const PATIENCE_MS = 60_000;

export class Databases {
  readonly #postgres: EmbeddedPostgres;
  readonly #dataDir: string;
  #made = 0;

  private constructor(postgres: EmbeddedPostgres, dataDir: string) {
    this.#postgres = postgres;
    this.#dataDir = dataDir;
  }

  static async open(): Promise<Databases> {
    const dataDir = await mkdtemp(join(tmpdir(), 'oto-chaos-'));
    const onLost = (error: Error) => {
      throw error;
    };
    const databases = new Databases(await openPostgres({ dataDir, onLost }), dataDir);
    await databases.#admin('alter system set track_commit_timestamp = on');
    await databases.kill('SIGINT');
    return databases;
  }

  /** A folder in which fault runs may also put temporary files. */
  get dir(): string {
    return this.#dataDir;
  }

  loginsOf(name: string): Logins {
    return { ownerUrl: this.#postgres.urlOf(name), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  }

  runtimeUrlOf(name: string): string {
    return urlOf('oto_runtime', this.loginsOf(name));
  }

  /** Creates the database that runs are copied from; `fill` writes the brands and people into it. */
  async prepare<T>(fill: (name: string) => Promise<T>): Promise<T> {
    await this.#admin(`drop database if exists ${PREPARED} with (force)`);
    await this.#admin(`create database ${PREPARED} owner oto_owner`);
    await prepareInstallation(this.loginsOf(PREPARED), readMigrations(), { previousSecret: null, rotate: false });
    return fill(PREPARED);
  }

  /** Copies the prepared database and returns the copy's name. */
  async copy(): Promise<string> {
    const name = `chaos_run_${++this.#made}`;
    await this.#admin(`create database ${name} template ${PREPARED} owner oto_owner`);
    return name;
  }

  async drop(name: string): Promise<void> {
    await this.#admin(`drop database if exists ${name} with (force)`);
  }

  /** Kills Postgres, which the embedded server starts again; resolves when Postgres answers queries, throws after a minute. */
  async kill(signal: 'SIGKILL' | 'SIGINT' = 'SIGKILL'): Promise<void> {
    const file = join(this.#postgres.dir, 'postgres', 'postmaster.pid');
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    process.kill(pid, signal);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      await pause(50);
      const now = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
      if (now !== pid && now > 0 && (await this.#answers())) return;
      if (Date.now() > deadline) throw new Error('Postgres did not answer queries within 60 s after it was killed');
    }
  }

  async close(): Promise<void> {
    const { dir } = this.#postgres;
    await this.#postgres.close();
    await rm(this.#dataDir, { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#admin('select 1');
      return true;
    } catch {
      return false;
    }
  }

  async #admin(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#postgres.urlOf('postgres', 'postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

/** Runs `work` with a client of the owner login, which sees every brand. Connects and runs again where Postgres was killed meanwhile. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } catch (error) {
      if (error instanceof pg.DatabaseError && !error.code?.startsWith('57')) throw error;
      if (Date.now() > deadline) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
