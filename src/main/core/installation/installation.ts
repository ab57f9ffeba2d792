/** Opens the installation for a server or a command: a database with the current schema, its logins, secret and clocks. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Heartbeat, startHeartbeat } from '#db/core/connection/heartbeat.ts';
import { findPath, type Path } from '#db/core/connection/pooler.ts';
import { createWriteProbe } from '#db/core/connection/write-probe.ts';
import type { Database, Naming } from '#db/core/db.ts';
import { checkInstallation, type Prepared, prepareInstallation } from '#db/core/installation/installation.ts';
import { InstallationFault } from '#db/core/installation/installation-fault.ts';
import {
  listMissingMigrations,
  type Migration,
  readMigrations,
  SchemaMismatch,
} from '#db/core/installation/migrate.ts';
import { findBypasses, type Logins, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { logOutage } from '#http/core/outage-log.ts';
import { CannotStart } from '#main/core/cannot-start.ts';
import { AppClock, type Clock, hostClock } from '#main/core/clock.ts';
import type { Config } from '#main/core/config.ts';
import { openLog } from '#main/core/log.ts';
import { type EmbeddedPostgres, openPostgres } from '#main/core/postgres/postgres.ts';
import { makePrivateFolder } from '#main/core/private-folder.ts';
import { readOrCreateSecret } from '#main/core/secrets/stored-secret.ts';

export interface Installation {
  readonly config: Config;
  /** The folder of all lasting data. */
  readonly dir: string;
  readonly log: Logger;
  /** The app's clock. */
  readonly clock: AppClock;
  /** The host's clock, for sessions, throttles and logs. */
  readonly hostClock: Clock;
  /** OTO_SECRET, or the secret stored with the demo's data. */
  readonly secret: string;
  /** The connections of the runtime login. */
  readonly database: Database;
  /** The runtime login's address, for worker processes that open their own connection. */
  readonly runtimeUrl: string;
  /** The auth login's address; only this login reads schema `auth`. */
  readonly authUrl: string;
  /** The address on which notifications arrive; null behind a pooler, where the server polls instead. */
  readonly listenUrl: string | null;
  /** How statements are sent: unnamed behind an older pooler. */
  readonly naming: Naming;
  /** Notices a database that hangs; null for commands, which wait. */
  readonly heartbeat: Heartbeat | null;
  /** Returns what keeps this server from serving, as sentences for `/readyz`; an empty list if the server can serve. */
  obstacles(): Promise<string[]>;
  /** Closes the connections, and stops the embedded Postgres if no other process uses it. */
  close(): Promise<void>;
}

interface Opening {
  /** True for a server, which must be the only one on its data folder; false for a command, which may run beside the server. */
  readonly asServer: boolean;
  /** Called when the embedded Postgres has ended and cannot be started again. */
  readonly onLost: (error: Error) => void;
}

/** How long `close` waits for statements under way; Postgres rolls back those that take longer. */
const UNDER_WAY_MS = 1_000;

/**
 * Opens the database for a server or a command. A server creates missing logins and applies missing migrations. A command only
 * checks that the database, the schema and the secret fit together. Throws `CannotStart` and changes nothing if they do not
 * fit, or if another server runs on the data folder.
 */
export async function openInstallation(config: Config, { asServer, onLost }: Opening): Promise<Installation> {
  const log = openLog(config.logLevel);
  const postgres = await openPostgresOf(config, asServer, onLost);
  try {
    if (asServer && postgres) await becomeOnlyServer(postgres);
    const dir = postgres?.dir ?? config.dataDir;
    if (asServer) makePrivateFolder(dir);
    const secret = secretOf(config, dir);
    const migrations = readMigrations();
    const logins = await prepareOrCheckLogins(config, loginsOf(config, postgres, secret), migrations, asServer);
    const connected = await connect(config, urlOf('oto_runtime', logins), asServer, log);
    const { database, heartbeat } = connected;
    return {
      config,
      dir,
      log,
      clock: new AppClock(),
      hostClock,
      secret,
      ...connected,
      authUrl: urlOf('oto_auth', logins),
      obstacles: obstaclesOf(database, migrations),
      close: async () => {
        await heartbeat?.stop();
        await Promise.race([database.close(), pause(UNDER_WAY_MS, undefined, { ref: false })]);
        await postgres?.close();
      },
    };
  } catch (error) {
    await postgres?.close();
    throw sentenceOf(error, config) ?? error;
  }
}

/** Throws `CannotStart` if another process is the server of this data folder. */
async function becomeOnlyServer(postgres: EmbeddedPostgres): Promise<void> {
  const other = await postgres.becomeServer();
  if (other === null) return;
  throw new CannotStart(
    `A server is running on these data already: process ${other}, in ${postgres.dir}. ` +
      'Stop it first, or give this one another OTO_DATA_DIR.',
  );
}

/** Returns the logins with their names in this database. A server creates what is missing, a command only checks. */
async function prepareOrCheckLogins(
  { previousSecret }: Config,
  logins: Logins,
  migrations: readonly Migration[],
  asServer: boolean,
): Promise<Logins> {
  const names = asServer
    ? (await prepareInstallation(logins, migrations, { previousSecret, rotate: false })).names
    : await checkInstallation(logins, migrations, previousSecret);
  return { ...logins, names };
}

/** The pool of the runtime login, and how the pool reaches its database. */
type Connected = Pick<Installation, 'database' | 'runtimeUrl' | 'listenUrl' | 'naming' | 'heartbeat'>;

async function connect(config: Config, runtimeUrl: string, asServer: boolean, log: Logger): Promise<Connected> {
  const path: Path = config.server ? await findPath(runtimeUrl) : { naming: 'named', isPooled: false };
  if (path.naming === 'unnamed') warnOfOldPooler(log, path.why);
  const { naming } = path;
  const listenUrl = config.server ? await findListenUrl(config.server.listenUrl, log) : runtimeUrl;
  const heartbeat = asServer
    ? startHeartbeat({ url: runtimeUrl, onChange: (silent) => logSilence(log, silent) })
    : null;
  const database = openDatabase({
    url: runtimeUrl,
    heartbeat,
    max: config.connections.runtime,
    naming,
    onError: (error) => logOutage(log, error),
  });
  return { database, runtimeUrl, listenUrl, naming, heartbeat };
}

function obstaclesOf(database: Database, migrations: readonly Migration[]): Installation['obstacles'] {
  const probeWrite = createWriteProbe(database, process.pid);
  return async () => {
    const missing = await listMissingMigrations(database, migrations);
    const faults = [...missing.map(({ name }) => `${name} has not been applied`), ...(await findBypasses(database))];
    return missing.length > 0 ? faults : [...faults, ...(await probeWrite())];
  };
}

function warnOfOldPooler(log: Logger, why: string): void {
  log.warn(
    { why },
    'DATABASE_URL leads through a pooler that does not keep named statements (PgBouncer before 1.21, or ' +
      'max_prepared_statements = 0): statements are sent unnamed, which costs Postgres more work',
  );
}

/** Returns `listenUrl`, or null if the address leads through a pooler, which delivers no notifications in transaction mode. */
async function findListenUrl(listenUrl: string | null, log: Logger): Promise<string | null> {
  if (listenUrl === null || !(await findPath(listenUrl)).isPooled) return listenUrl;
  log.warn('DATABASE_LISTEN_URL leads through a pooler, which delivers no notifications: this server polls instead');
  return null;
}

function logSilence(log: Logger, isSilent: boolean): void {
  if (isSilent) log.error('the database stopped answering');
  else log.info('the database answers again, or refuses connections at once');
}

/** Creates missing logins and applies missing migrations, for `npm run migrate`. With `rotate`, sets new passwords for the logins. */
export async function migrateInstallation(config: Config, rotate: boolean): Promise<Prepared> {
  const onLost = (error: Error) => process.stderr.write(`${error}\n`);
  const postgres = await openPostgresOf(config, true, onLost);
  try {
    const dir = postgres?.dir ?? config.dataDir;
    const logins = loginsOf(config, postgres, secretOf(config, dir));
    const { previousSecret } = config;
    return await prepareInstallation(logins, readMigrations(), { previousSecret, rotate });
  } catch (error) {
    throw sentenceOf(error, config) ?? error;
  } finally {
    await postgres?.close();
  }
}

/**
 * Opens the embedded Postgres; returns null if DATABASE_URL is set. Only a server or `npm run migrate` may create a cluster
 * (`mayMake`), so that a command with a mistyped OTO_DATA_DIR throws `CannotStart` and creates no empty database.
 */
async function openPostgresOf(
  { server, dataDir }: Config,
  mayMake: boolean,
  onLost: (error: Error) => void,
): Promise<EmbeddedPostgres | null> {
  if (server !== null) return null;
  if (!mayMake && !['postgres', 'WHERE.txt'].some((name) => existsSync(join(dataDir, name)))) {
    throw new CannotStart(
      `There are no data in ${dataDir}. Give the right folder in OTO_DATA_DIR, or run \`npm run migrate\` or start the server first.`,
    );
  }
  return openPostgres({ dataDir, onLost });
}

function secretOf(config: Config, dir: string): string {
  return config.secret ?? readOrCreateSecret(join(dir, 'secret'));
}

/** Returns an error that an operator can act on as `CannotStart`; null for all other errors. */
function sentenceOf(error: unknown, { server }: Config): CannotStart | null {
  if (error instanceof InstallationFault || error instanceof SchemaMismatch)
    return new CannotStart(error.message, { cause: error });
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (server === null || !UNREACHABLE.includes(code)) return null;
  return new CannotStart(`The database of DATABASE_URL cannot be used: ${message || code}.`, { cause: error });
}

/** Codes of Node and Postgres for: no host, no port, no such database, no such login, no right to connect. */
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', '3D000', '28P01', '28000', '42501'];

function loginsOf({ server }: Config, postgres: EmbeddedPostgres | null, secret: string): Logins {
  const ownerUrl = server?.url ?? postgres?.urlOf();
  if (ownerUrl === undefined) throw new Error('There is neither a server nor an embedded Postgres');
  return { ownerUrl, secret, given: { oto_runtime: server?.runtimeUrl ?? null, oto_auth: server?.authUrl ?? null } };
}
