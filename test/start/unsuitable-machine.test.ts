/** Tests a start on a machine that cannot store the data, in a mount namespace, which only root may create. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { endStarted, newDataDir, removeDataDir, start, withTimeout } from './running.ts';

const dataDir = newDataDir();
afterEach(endStarted);
after(() => removeDataDir(dataDir));

const canMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', dataDir]).status === 0;

/** Runs the small server in a namespace in which `mount` was done first. */
function startWhere(mount: string) {
  const server = join(import.meta.dirname, 'small-server.ts');
  const script = `mount -t tmpfs ${mount} && exec "$0" "$1"`;
  return spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, server], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PORT: '0', OTO_DATA_DIR: dataDir },
    timeout: 60_000,
  });
}

if (canMount) {
  test('the error names a data folder on a read-only file system, and says what to do', () => {
    const { status, stderr } = startWhere(`-o ro tmpfs ${dataDir}`);
    assert.equal(status, 1, stderr);
    assert.equal(
      stderr,
      `${dataDir} cannot be written: its file system is read-only. Make it writable, or give another folder in OTO_DATA_DIR.\n`,
    );
  });

  test('the error says how large /dev/shm must be where it is too small for Postgres', () => {
    const { status, stderr } = startWhere('-o size=4k tmpfs /dev/shm');
    assert.equal(status, 1, stderr);
    assert.match(stderr, /^Postgres needs more shared memory.*\/dev\/shm at least 64 MB.*\.\n$/);
  });
}

test('the server starts in the same folder without these mounts', async () => {
  const server = await start(dataDir);
  assert.equal((await fetch(server.url)).status, 200);
  server.child.kill('SIGTERM');
  assert.equal(await withTimeout(server.ended), 0);
});
