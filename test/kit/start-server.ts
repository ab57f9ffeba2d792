/** Starts the whole product on a free port, as `npm start` does, on a database that a test prepared. */
import type { Database } from '#db/core/db.ts';
import { findBypasses, type Logins, urlOf } from '#db/core/installation/roles.ts';
import { AppClock, hostClock } from '#main/core/clock.ts';
import { readConfig } from '#main/core/config.ts';
import { openLog } from '#main/core/log.ts';
import type { RunningServer } from '#main/server/lifecycle.ts';
import { wire } from '#main/server/wire.ts';
import { secret } from './postgres.ts';

/** The demo's history ends before this day. Tests move the clock to days around it, independent of the date of the run. */
export const DEMO_DAY = '2026-11-20';

interface Opening {
  readonly db: Database;
  readonly logins: Logins;
  readonly clock?: AppClock;
  /** With false the server gets no notifications of Postgres. */
  readonly listens?: boolean;
  /** Gets the lines of the server's log, from `info` on; left out, errors go to the output. */
  readonly onLog?: ((line: string) => void) | undefined;
  /** Settings in addition to those of tests. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface StartedServer {
  /** The address, such as `http://localhost:1234`. */
  readonly base: string;
  /** The running server, with the means to stop it as `npm start` does. */
  readonly runningServer: RunningServer;
  /** Ends the product. The database connection stays open. */
  close(): Promise<void>;
}

export async function startServer({
  db,
  logins,
  clock = new AppClock(),
  listens = true,
  environment = {},
  onLog,
}: Opening): Promise<StartedServer> {
  const reading = readConfig({
    PORT: '0',
    OTO_DATA_DIR: `.tmp/product-${process.pid}`,
    OTO_DECISIONS_PER_MINUTE: '10000',
    OTO_DEMO_DAY: DEMO_DAY,
    ...environment,
  });
  if ('faults' in reading) throw new Error(`The settings of the test are faulty: ${reading.faults.join()}`);
  const { config } = reading;
  const runningServer = await wire({
    config,
    dir: config.dataDir,
    log: onLog ? openLog('info', { write: onLog }) : openLog('error'),
    clock,
    hostClock,
    secret,
    database: db,
    runtimeUrl: urlOf('oto_runtime', logins),
    authUrl: urlOf('oto_auth', logins),
    listenUrl: listens ? urlOf('oto_runtime', logins) : null,
    heartbeat: null,
    naming: 'named',
    obstacles: async () => findBypasses(db),
    close: async () => undefined,
  });
  return { base: runningServer.greeting.split('\n')[0] ?? '', runningServer, close: runningServer.close };
}
