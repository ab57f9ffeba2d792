/** Where the embedded Postgres may live: it refuses to be root, and whom it runs as must be able to enter. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { closeToOthers, makePrivateFolder } from '#main/core/private-folder.ts';
import { packagedRuntime, programOf, stagedRuntime } from './postgres-runtime.ts';

/** Whom Postgres runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Home {
  /** Everything that lasts lies here: the cluster and the secrets. The data folder, or where its WHERE.txt says. */
  readonly dir: string;
  /** The cluster's own folder; there once it has been initialised. */
  readonly cluster: string;
  /** The folder with Postgres's `bin`, `lib` and `share`. */
  readonly runtime: string;
  /** Null: as whoever runs this program. */
  readonly account: Account | null;
}

/** Where data and programs are staged when Postgres's user cannot enter the data folder or the checkout. */
const STAGES = '/var/lib/oto';

/**
 * Finds the place for the data folder `dataDir`, which is made where it is missing.
 * Throws a sentence for people where data are there that cannot be reached, so that none ever seem lost.
 */
export function findHome(dataDir: string): Home {
  makePrivateFolder(dataDir);
  const real = realpathSync(dataDir);
  const runtime = packagedRuntime();
  const stage = readStage(real);
  if (process.getuid?.() !== 0) {
    if (stage !== null)
      throw new CannotStart(`The data of ${real} lie in ${stage}, because root started them: start as root.`);
    refuseForeign(join(real, 'postgres'));
    return { dir: real, cluster: join(real, 'postgres'), runtime, account: null };
  }

  const staged = join(STAGES, createHash('sha256').update(real).digest('hex').slice(0, 16));
  if (stage !== null && stage !== staged) {
    throw new CannotStart(
      `The data of ${real} lie in ${stage}, where they went when this folder had another path. ` +
        `Move them (mv ${stage} ${staged}), or remove ${join(real, 'WHERE.txt')} to begin anew.`,
    );
  }
  const account = ownerOf(join(stage ?? real, 'postgres')) ?? unprivileged();
  if (stage === null) handOver(account, real);
  const dir = stage ?? (canEnter(account, real) ? real : staged);
  if (dir === staged && existsSync(join(real, 'postgres'))) {
    throw new CannotStart(
      `The user ${account.uid} owns the data in ${real} but cannot enter: give the folders above it o+x.`,
    );
  }
  if (dir === staged) {
    mkdirSync(STAGES, { recursive: true, mode: 0o755 });
    makePrivateFolder(staged);
    chownSync(staged, account.uid, account.gid);
    writeFileSync(join(real, 'WHERE.txt'), `${staged}\n${WHY_THERE}\n`);
  }
  const reached = canRun(account, runtime) ? runtime : stagedRuntime(runtime, staged);
  return { dir, cluster: join(dir, 'postgres'), runtime: reached, account };
}

/** Makes the account the owner of what this program made for it. */
export function give({ account }: Home, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** How Postgres's programs are started: no setting of the caller's steers them (PGDATA, LC_ALL), no folder is held. */
export function surroundings({ runtime }: Home): { env: NodeJS.ProcessEnv; cwd: string } {
  const { PATH, SystemRoot } = process.env;
  return { env: { PATH, ...(SystemRoot && { SystemRoot }) }, cwd: dirname(programOf(runtime, 'postgres')) };
}

const WHY_THERE =
  'The data lie in the folder above: Postgres refuses to run as root, and the user it runs as cannot enter this one.';

/** The stage that WHERE.txt names, if it is still there. */
function readStage(dir: string): string | null {
  const note = join(dir, 'WHERE.txt');
  if (!existsSync(note)) return null;
  const [stage = ''] = readFileSync(note, 'utf8').split('\n');
  if (!isAbsolute(stage)) {
    // Root finds the stage again by the folder's path; for anybody else the data would seem lost.
    if (process.getuid?.() === 0) return null;
    throw new CannotStart(
      `${note} is damaged: it should name the folder where the data lie, as after a power cut. Start as root, who began them; ` +
        'or, where there never were any data, remove the file.',
    );
  }
  return existsSync(join(stage, 'postgres')) ? stage : null;
}

/** Data that a person began stay that person's, also when root starts them once. */
function ownerOf(cluster: string): Account | null {
  const entry = statSync(cluster, { throwIfNoEntry: false });
  return entry === undefined || entry.uid === 0 ? null : { uid: entry.uid, gid: entry.gid };
}

function refuseForeign(cluster: string): void {
  const owner = ownerOf(cluster);
  if (owner !== null && owner.uid !== process.getuid?.()) {
    throw new CannotStart(
      `The data in ${cluster} belong to the user ${owner.uid}: start as root, or give an OTO_DATA_DIR.`,
    );
  }
}

function unprivileged(): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new CannotStart(
    'Postgres refuses to run as root, and there is neither a user postgres nor nobody. Start as a user.',
  );
}

/**
 * Gives the data folder to the account, closed to everybody else, where the account can reach it: root enters anyway. What
 * root keeps in it stays root's and is not read.
 */
function handOver(account: Account, dir: string): void {
  const { uid, mode } = statSync(dir);
  if (mode & 0o1000 || !canEnter(account, dirname(dir))) return;
  if (uid === 0) chownSync(dir, account.uid, account.gid);
  closeToOthers(dir);
}

function canEnter(account: Account, dir: string): boolean {
  return succeeds(account, ['-c', 'cd "$0"', dir]);
}

function canRun(account: Account, runtime: string): boolean {
  return succeeds(account, ['-c', '"$0" --version', programOf(runtime, 'postgres')]);
}

/** Tried, not computed: only the system knows all that may keep a user out of a folder. */
function succeeds(account: Account, args: string[]): boolean {
  return spawnSync('/bin/sh', args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
