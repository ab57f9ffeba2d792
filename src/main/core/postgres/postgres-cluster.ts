/** Creates the cluster of the embedded Postgres, completely or not at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { isAlive } from '#main/core/process-life.ts';
import { changeOwner, type Home, spawnOptions } from './postgres-home.ts';
import { startFault } from './postgres-process.ts';
import { programOf } from './postgres-runtime.ts';

/**
 * Creates the cluster if it is missing, with `password` for its superuser `postgres`. Takes about a second. If two processes
 * create it together, the cluster of the first one stays. `durable: false` skips flushing to the disk, for tests.
 */
export function makeCluster(home: Home, password: string, durable: boolean): void {
  if (existsSync(home.cluster)) return;
  removeUnfinished(home);
  const fresh = `${home.cluster}.new-${process.pid}`;
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  changeOwner(home, fresh);
  changeOwner(home, passwordFile);
  const asked = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions'];
  const initdb = spawnSync(
    programOf(home.runtime, 'initdb'),
    [...asked, ...locale, ...(durable ? [] : ['--no-sync'])],
    { ...home.account, ...spawnOptions(home), encoding: 'utf8' },
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

/** Removes the files of processes that were killed while they created a cluster. */
function removeUnfinished(home: Home): void {
  const unfinished = new RegExp(`^${basename(home.cluster)}\\.new-(\\d+)`);
  for (const name of readdirSync(home.dir)) {
    const pid = unfinished.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home.dir, name), { recursive: true, force: true });
  }
}
