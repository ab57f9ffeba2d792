/** Makes the embedded Postgres's cluster: whole or not at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { isAlive } from '#main/core/process-life.ts';
import { give, type Home, surroundings } from './postgres-home.ts';
import { startFault } from './postgres-process.ts';
import { programOf } from './postgres-runtime.ts';

/**
 * Makes the cluster where there is none, with `password` for its superuser `postgres`. Takes about a second.
 * Of two that begin together, one cluster stays. `durable: false` spares the disk, for tests.
 */
export function makeCluster(home: Home, password: string, durable: boolean): void {
  if (existsSync(home.cluster)) return;
  removeUnfinished(home);
  const fresh = `${home.cluster}.new-${process.pid}`;
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(home, fresh);
  give(home, passwordFile);
  const asked = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions'];
  const initdb = spawnSync(
    programOf(home.runtime, 'initdb'),
    [...asked, ...locale, ...(durable ? [] : ['--no-sync'])],
    { ...home.account, ...surroundings(home), encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (initdb.status !== 0) {
    rmSync(fresh, { recursive: true });
    const said = initdb.error?.message ?? initdb.stderr;
    throw new CannotStart(startFault(said, home.dir) ?? `The database could not be made: ${said}`);
  }
  try {
    renameSync(fresh, home.cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(home.cluster)) throw error;
  }
}

/** What an initialisation left that was killed half-way. */
function removeUnfinished(home: Home): void {
  const unfinished = new RegExp(`^${basename(home.cluster)}\\.new-(\\d+)`);
  for (const name of readdirSync(home.dir)) {
    const pid = unfinished.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home.dir, name), { recursive: true, force: true });
  }
}
