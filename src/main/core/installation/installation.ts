/** The installation with its foundation laid: a database of today's schema and the logins that use it, whoever comes to live. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Heartbeat, startHeartbeat } from '#db/core/connection/heartbeat.ts';
import { findPath, type Path } from '#db/core/connection/pooler.ts';
import { writeProbe } from '#db/core/connection/write-probe.ts';
import type { Database, Naming } from '#db/core/db.ts';
import { checkInstallation, type Prepared, prepareInstallation } from '#db/core/installation/installation.ts';
import { InstallationFault } from '#db/core/installation/installation-fault.ts';
import {
  listMissingMigrations,
  type Migration,
  readMigrations,
  SchemaMismatch,
} from '#db/core/installation/migrate.ts';
import { bypasses, type Logins, urlOf } from '#db/core/installation/roles.ts';
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
  /** Where everything lasting lies. */
  readonly dir: string;
  readonly log: Logger;
  /** The application's clock. */
  readonly clock: AppClock;
  /** The machine's: sessions, throttles, logs. */
  readonly hostClock: Clock;
  /** OTO_SECRET, or the one that is kept with the demo's data. */
  readonly secret: string;
  /** As the runtime login. */
  readonly database: Database;
  /** The runtime login's address, for threads that connect by themselves. */
  readonly runtimeUrl: string;
  /** Where sign-in finds schema `auth`. */
  readonly authUrl: string;
  /** Where notifications can be heard; null behind a pooler: what is new is asked for. */
  readonly listenUrl: string | null;
  /** How statements are sent: unnamed behind an older pooler. */
  readonly naming: Naming;
  /** Notices a database that is frozen; null for commands, which wait. */
  readonly heartbeat: Heartbeat | null;
  /** What keeps this server from serving, as sentences; none where it can: for readiness. */
  obstacles(): Promise<string[]>;
  /** Lets go of the database, and stops the embedded Postgres where nobody else uses it. */
  close(): Promise<void>;
}

interface Opening {
  /** True for the one server on these data; other commands join in beside it. */
  readonly asServer: boolean;
  /** The database cannot be had any more. */
  readonly onLost: (error: Error) => void;
}

/** Work that has not ended by then is rolled back. */
const UNDER_WAY_MS = 1_000;

/**
 * Opens the database for a server or a command. A server makes what is missing: logins, migrations. A command only checks that
 * the database, the schema and the secret fit. Throws `CannotStart` where they do not, with nothing changed, and where
 * another server has the data already.
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
    const logins = await checkedLogins(config, loginsOf(config, postgres, secret), migrations, asServer);
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

/** Throws `CannotStart` where another process serves these data. */
async function becomeOnlyServer(postgres: EmbeddedPostgres): Promise<void> {
  const other = await postgres.becomeServer();
  if (other === null) return;
  throw new CannotStart(
    `A server is running on these data already: process ${other}, in ${postgres.dir}. ` +
      'Stop it first, or give this one another OTO_DATA_DIR.',
  );
}

/** The logins under the names that this database gives them. A server makes what is missing, a command only checks. */
async function checkedLogins(
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

/** The pool of the runtime login, and how its database is reached. */
type Connected = Pick<Installation, 'database' | 'runtimeUrl' | 'listenUrl' | 'naming' | 'heartbeat'>;

async function connect(config: Config, runtimeUrl: string, asServer: boolean, log: Logger): Promise<Connected> {
  const path: Path = config.server ? await findPath(runtimeUrl) : { naming: 'named', isPooled: false };
  if (path.naming === 'unnamed') tellOldPooler(log, path.why);
  const { naming } = path;
  const listenUrl = config.server ? await directOrNull(config.server.listenUrl, log) : runtimeUrl;
  const heartbeat = asServer
    ? startHeartbeat({ url: runtimeUrl, onChange: (silent) => tellSilence(log, silent) })
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
  const probeWrite = writeProbe(database, process.pid);
  return async () => {
    const missing = await listMissingMigrations(database, migrations);
    const faults = [...missing.map(({ name }) => `${name} has not been applied`), ...(await bypasses(database))];
    return missing.length > 0 ? faults : [...faults, ...(await probeWrite())];
  };
}

function tellOldPooler(log: Logger, why: string): void {
  log.warn(
    { why },
    'DATABASE_URL leads through a pooler that does not keep named statements (PgBouncer before 1.21, or ' +
      'max_prepared_statements = 0): they are sent unnamed, which costs Postgres more work',
  );
}

/** Nothing can be heard through a pooler in transaction mode: what is new is asked for instead. */
async function directOrNull(listenUrl: string | null, log: Logger): Promise<string | null> {
  if (listenUrl === null || !(await findPath(listenUrl)).isPooled) return listenUrl;
  log.warn('DATABASE_LISTEN_URL leads through a pooler, where nothing is heard: what is new is asked for instead');
  return null;
}

function tellSilence(log: Logger, isSilent: boolean): void {
  if (isSilent) log.error('the database stopped answering');
  else log.info('the database answers again, or refuses at once');
}

/** `npm run migrate`: makes what is missing and ends. With `rotate` the logins' passwords are set anew. */
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

/** Only a start or `npm run migrate` makes a cluster: a command with a mistyped folder finds nothing, and says so. */
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

/** What somebody at the settings can act on, as a sentence; null for everything else. */
function sentenceOf(error: unknown, { server }: Config): CannotStart | null {
  if (error instanceof InstallationFault || error instanceof SchemaMismatch)
    return new CannotStart(error.message, { cause: error });
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (server === null || !UNREACHABLE.includes(code)) return null;
  return new CannotStart(`The database of DATABASE_URL cannot be used: ${message || code}.`, { cause: error });
}

/** No host, no port, no such database, no such login, no right to connect. */
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', '3D000', '28P01', '28000', '42501'];

function loginsOf({ server }: Config, postgres: EmbeddedPostgres | null, secret: string): Logins {
  const ownerUrl = server?.url ?? postgres?.urlOf();
  if (ownerUrl === undefined) throw new Error('There is neither a server nor an embedded Postgres');
  return { ownerUrl, secret, given: { oto_runtime: server?.runtimeUrl ?? null, oto_auth: server?.authUrl ?? null } };
}
