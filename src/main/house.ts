/** The house with its foundation laid: a database of today's schema and the logins that use it, whoever comes to live. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Database, type Naming, openDatabase } from '#db/db.ts';
import { type Heartbeat, startHeartbeat } from '#db/heartbeat.ts';
import { migrate, missingMigrations, readMigrations } from '#db/migrate.ts';
import { findPath, type Path } from '#db/pooler.ts';
import { bypasses, ensureRoles, type Logins, urlOf } from '#db/roles.ts';
import { writeProbe } from '#db/write-probe.ts';
import { logOutage } from '#http/outage-log.ts';
import { CannotStart } from './cannot-start.ts';
import { AppClock, type Clock, hostClock } from './clock.ts';
import type { Config } from './config.ts';
import { keptSecret } from './kept-secret.ts';
import { openLog } from './log.ts';
import { type EmbeddedPostgres, openPostgres } from './postgres.ts';

export interface House {
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

/** Postgres, migrations, logins. Throws `CannotStart` where another server has the data already. */
export async function openHouse(config: Config, { asServer, onLost }: Opening): Promise<House> {
  const log = openLog(config.logLevel);
  const postgres = config.server ? null : await openPostgres({ dataDir: config.dataDir, onLost });
  try {
    const other = (asServer && (await postgres?.becomeServer())) || null;
    if (postgres && other !== null) {
      throw new CannotStart(
        `A server is running on these data already: process ${other}, in ${postgres.dir}. ` +
          'Stop it first, or give this one another OTO_DATA_DIR.',
      );
    }
    const secret = config.secret ?? keptSecret(join(postgres?.dir ?? config.dataDir, 'secret'));
    const logins = loginsOf(config, postgres, secret);
    const migrations = readMigrations();
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, migrations);

    const runtimeUrl = urlOf('oto_runtime', logins);
    const path: Path = config.server ? await findPath(runtimeUrl) : { naming: 'named', isPooled: false };
    if (path.naming === 'unnamed') tellOldPooler(log, path.why);
    const listenUrl = config.server ? await directOrNull(config.server.listenUrl, log) : runtimeUrl;
    const heartbeat = asServer
      ? startHeartbeat({ url: runtimeUrl, onChange: (silent) => tellSilence(log, silent) })
      : null;
    const database = openDatabase({
      url: runtimeUrl,
      heartbeat,
      naming: path.naming,
      onError: (error) => logOutage(log, error),
    });
    const probeWrite = writeProbe(database, process.pid);
    return {
      config,
      dir: postgres?.dir ?? config.dataDir,
      log,
      clock: new AppClock(),
      hostClock,
      secret,
      database,
      runtimeUrl,
      authUrl: urlOf('oto_auth', logins),
      heartbeat,
      naming: path.naming,
      listenUrl,
      obstacles: async () => {
        const missing = await missingMigrations(database, migrations);
        const faults = [...missing.map(({ name }) => `${name} has not been applied`), ...(await bypasses(database))];
        return missing.length > 0 ? faults : [...faults, ...(await probeWrite())];
      },
      close: async () => {
        await heartbeat?.stop();
        await Promise.race([database.close(), pause(UNDER_WAY_MS, undefined, { ref: false })]);
        await postgres?.close();
      },
    };
  } catch (error) {
    await postgres?.close();
    throw error;
  }
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

function loginsOf({ server }: Config, postgres: EmbeddedPostgres | null, secret: string): Logins {
  const ownerUrl = server?.url ?? postgres?.urlOf();
  if (ownerUrl === undefined) throw new Error('There is neither a server nor an embedded Postgres');
  return { ownerUrl, secret, given: { oto_runtime: server?.runtimeUrl ?? null, oto_auth: server?.authUrl ?? null } };
}
