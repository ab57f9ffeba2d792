/** Starts the dispatcher as a server wires it, on its own durable Postgres, with an app's clock that moves only when it is set. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { listen } from '#db/core/connection/listen.ts';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { ChainHeads } from '#flows/core/chain-heads.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { startDispatcher } from '#jobs/holds/dispatcher.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { policyEngine } from '#main/policy/policy-engine.ts';
import { EVENING } from './slot-fixture.ts';

export type DispatcherBench = Awaited<ReturnType<typeof openDispatcherBench>>;

const SECRET = 'a secret for measuring, known to everybody, good for nothing';

/** Starts Postgres and the dispatcher. `callbacks.released` is called for each contact that became ready, with its minute. */
export async function openDispatcherBench() {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  await ensureRoles(logins);
  await migrate(logins.ownerUrl, readMigrations());
  const url = urlOf('oto_runtime', logins);
  const owner = new pg.Client({ connectionString: logins.ownerUrl });
  await owner.connect();
  const clock = { now: EVENING };
  const callbacks = { released: (_dueAt: number) => {} };
  const workers = policyEngine();
  const deps = {
    db: openDatabase({ url, onError: onLost }),
    timelines: new Timelines(),
    policyEngine: workers,
    now: () => clock.now,
    hostNow: () => Date.now(),
    clockIsSafe: () => true,
    newId: uuidv7,
    newToken: () => randomBytes(16).toString('base64url'),
    tzVersion: process.versions.tz ?? '',
    receiptKey: new Uint8Array(32).fill(1),
    chainHeads: new ChainHeads(),
  };
  const dispatcher = startDispatcher({
    ...deps,
    onReleased: (released) => {
      for (const { became, lateMs } of released) if (became === 'ready') callbacks.released(clock.now - lateMs);
    },
    onError: onLost,
  });
  const listener = listen({
    url,
    channels: { oto_due: () => void dispatcher.wake() },
    onConnected: () => undefined,
    onError: onLost,
  });
  return {
    owner,
    clock,
    deps,
    dispatcher,
    callbacks,
    async close() {
      await Promise.all([listener.close(), dispatcher.close(), workers.close()]);
      await Promise.all([deps.db.close(), owner.end()]);
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
