/** Finds the data folder and the user of the embedded Postgres: it refuses to run as root, and its user must be able to enter. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';
import { closeToOthers, makePrivateFolder } from '#main/core/private-folder.ts';
import { packagedRuntime, programOf, stagedRuntime } from './postgres-runtime.ts';

/** The user as whom Postgres runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Home {
  /** The folder of the cluster and the secrets: the data folder, or the folder that its WHERE.txt names. */
  readonly dir: string;
  /** The cluster's folder, which exists after `makeCluster`. */
  readonly cluster: string;
  /** The folder with Postgres's `bin`, `lib` and `share`. */
  readonly runtime: string;
  /** Null: Postgres runs as the user of this program. */
  readonly account: Account | null;
}

/** The folder for data and programs if Postgres's user cannot enter the data folder or the checkout. */
const STAGES = '/var/lib/oto';

/**
 * Finds where the data of `dataDir` are, and creates the folder if it is missing. Throws `CannotStart` if there are data that
 * cannot be reached: a new, empty cluster would make the operator believe that the data are lost.
 */
export function findHome(dataDir: string): Home {
  makePrivateFolder(dataDir);
  const real = realpathSync(dataDir);
  const runtime = packagedRuntime();
  const stage = readStage(real);
  if (process.getuid?.() !== 0) {
    if (stage !== null)
      throw new CannotStart(`The data of ${real} are in ${stage}, because root created them. Start as root.`);
    checkOwner(join(real, 'postgres'));
    return { dir: real, cluster: join(real, 'postgres'), runtime, account: null };
  }

  const staged = join(STAGES, createHash('sha256').update(real).digest('hex').slice(0, 16));
  if (stage !== null && stage !== staged) {
    throw new CannotStart(
      `The data of ${real} are in ${stage}, because they were created when this folder had another path. ` +
        `Move them (mv ${stage} ${staged}), or remove ${join(real, 'WHERE.txt')} to start without data.`,
    );
  }
  const account = ownerOf(join(stage ?? real, 'postgres')) ?? findUnprivilegedUser();
  if (stage === null) changeFolderOwner(account, real);
  const dir = stage ?? (canEnter(account, real) ? real : staged);
  if (dir === staged && existsSync(join(real, 'postgres'))) {
    throw new CannotStart(
      `The user ${account.uid} owns the data in ${real} but cannot enter the folder: run chmod o+x on the folders above it.`,
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

/** Makes Postgres's user the owner of a file or folder that this program created for it. */
export function changeOwner({ account }: Home, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/**
 * Returns the environment and the working folder of Postgres's programs: variables of the caller such as PGDATA and LC_ALL do
 * not reach them, and they keep no folder of the caller busy.
 */
export function spawnOptions({ runtime }: Home): { env: NodeJS.ProcessEnv; cwd: string } {
  const { PATH, SystemRoot } = process.env;
  return { env: { PATH, ...(SystemRoot && { SystemRoot }) }, cwd: dirname(programOf(runtime, 'postgres')) };
}

const WHY_THERE =
  'The data are in the folder above: Postgres refuses to run as root, and the user it runs as cannot enter this one.';

/** Returns the folder that WHERE.txt names, or null if there is no such file or no such folder. */
function readStage(dir: string): string | null {
  const note = join(dir, 'WHERE.txt');
  if (!existsSync(note)) return null;
  const [stage = ''] = readFileSync(note, 'utf8').split('\n');
  if (!isAbsolute(stage)) {
    // Root finds the staged folder by the path of the data folder; other users must not get an empty cluster instead.
    if (process.getuid?.() === 0) return null;
    throw new CannotStart(
      `${note} is damaged, as after a power cut: it should name the folder with the data. Start as root, who created them; ` +
        'or, if there never were any data, remove the file.',
    );
  }
  return existsSync(join(stage, 'postgres')) ? stage : null;
}

/** Returns the owner of the cluster, or null for root: data that a user created stay that user's if root starts them once. */
function ownerOf(cluster: string): Account | null {
  const entry = statSync(cluster, { throwIfNoEntry: false });
  return entry === undefined || entry.uid === 0 ? null : { uid: entry.uid, gid: entry.gid };
}

function checkOwner(cluster: string): void {
  const owner = ownerOf(cluster);
  if (owner !== null && owner.uid !== process.getuid?.()) {
    throw new CannotStart(
      `The data in ${cluster} belong to the user ${owner.uid}. Start as that user or as root, or set another OTO_DATA_DIR.`,
    );
  }
}

function findUnprivilegedUser(): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new CannotStart(
    'Postgres refuses to run as root, and there is no user postgres or nobody to run it. Start as another user than root.',
  );
}

/**
 * Makes the account the owner of the data folder and closes the folder to all others, if the account can reach it. Files that
 * root owns in the folder stay root's, and Postgres cannot read them.
 */
function changeFolderOwner(account: Account, dir: string): void {
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

/** Runs a shell command as the account. Permissions are tried, not computed: only the system knows all of its access rules. */
function succeeds(account: Account, args: string[]): boolean {
  return spawnSync('/bin/sh', args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
