/** Starts, finds and stops the process of the embedded Postgres, which outlives a server that was killed. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '#main/core/cannot-start.ts';
import { hostClock } from '#main/core/clock.ts';
import { unwritable } from '#main/core/private-folder.ts';
import { isAlive, readIfThere, signalTo } from '#main/core/process-life.ts';
import { chooseListenSettings } from './postgres-address.ts';
import { type Home, spawnOptions } from './postgres-home.ts';
import { programOf } from './postgres-runtime.ts';

/** The process of a running Postgres, and where it listens. */
export interface Postmaster {
  readonly pid: number;
  /** The folder of its socket, or `127.0.0.1`. */
  readonly host: string;
  readonly port: number;
}

/** The longest a start may take: after a crash Postgres first replays its log. */
const START_MS = 60_000;
/** SIGINT is a shutdown with a checkpoint. After SIGQUIT or SIGKILL Postgres replays its log at the next start; nothing is lost. */
const STOPPING = [
  { signal: 'SIGINT', patienceMs: 5_000 },
  { signal: 'SIGQUIT', patienceMs: 1_000 },
  { signal: 'SIGKILL', patienceMs: 1_000 },
] as const;
const LONGEST_LOG = 5_000_000;

/**
 * Returns the Postgres that serves the cluster: a running one, which may have outlived its server's `kill -9`, or a new one.
 * Throws `CannotStart` with the end of its log if none is ready within a minute.
 */
export async function findOrStart(home: Home, durable: boolean): Promise<Postmaster> {
  const deadline = hostClock.now() + START_MS;
  let said = '';
  while (hostClock.now() < deadline) {
    const running = readPostmaster(home);
    if (running === null) {
      said = await start(home, durable, deadline);
      const fault = startFault(said, home.dir);
      if (fault !== null) throw new CannotStart(fault);
    } else if (running.ready) return running;
    else await pause(20);
  }
  throw new CannotStart(`Postgres did not start:\n${said}`);
}

/** Returns the sentence for a log line about an unfit machine, with what to do; null for all other lines. */
export function startFault(said: string, dir: string): string | null {
  if (/could not (resize|create|open|map|write).*shared memory|\/dev\/shm/i.test(said)) {
    return (
      'Postgres needs more shared memory than this machine gives it: make /dev/shm at least 64 MB ' +
      '(with containers: --shm-size=64m), or set a Postgres of your own in DATABASE_URL.'
    );
  }
  if (/Read-only file system/i.test(said))
    return `${dir} cannot be written: its file system is read-only. Make it writable, or give another folder in OTO_DATA_DIR.`;
  if (/No space left on device|Disk quota exceeded/i.test(said))
    return `${dir} cannot be written: the disk is full. Free some space, or give another folder in OTO_DATA_DIR.`;
  return null;
}

/** Stops the process with the signals of `STOPPING`, one after the other. Resolves when the process has ended, within 7 s. */
export async function stop({ pid }: Postmaster): Promise<void> {
  for (const { signal, patienceMs } of STOPPING) {
    signalTo(pid, signal);
    const deadline = hostClock.now() + patienceMs;
    while (hostClock.now() < deadline) {
      if (!isAlive(pid)) return;
      await pause(10);
    }
  }
}

/** Starts a Postgres and waits until it is ready or has ended; returns the last lines that it logged meanwhile. */
async function start(home: Home, durable: boolean, deadline: number): Promise<string> {
  const log = join(home.dir, 'postgres.log');
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG) renameSync(log, `${log}.1`);
  const output = openLogFile(log);
  const before = statSync(log).size;
  // Postgres runs in its own session: a Ctrl-C in the terminal reaches only this program, which stops Postgres last.
  const child = spawn(
    programOf(home.runtime, 'postgres'),
    ['-D', home.cluster, ...settings(await chooseListenSettings(home), durable)],
    {
      ...home.account,
      ...spawnOptions(home),
      detached: true,
      stdio: ['ignore', output, output],
    },
  );
  closeSync(output);
  child.unref();
  let ended = false;
  const onEnd = () => {
    ended = true;
  };
  child.once('error', onEnd).once('exit', onEnd);
  while (!ended && hostClock.now() < deadline) {
    const running = readPostmaster(home);
    if (running?.ready && running.pid === child.pid) break;
    await pause(10);
  }
  // Another process's Postgres may use the cluster, or children of a dead one may still use its memory: try again soon.
  if (ended) await pause(50);
  return readFileSync(log).subarray(before).toString('utf8').split('\n').slice(-12).join('\n');
}

function openLogFile(log: string): number {
  try {
    return openSync(log, 'a', 0o600);
  } catch (error) {
    throw unwritable(log, error) ?? error;
  }
}

function settings(address: Record<string, string>, durable: boolean): string[] {
  const given = {
    ...address,
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '80',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Reads `postmaster.pid`. Returns null if its process has ended or is another program, and removes the file in that case. */
function readPostmaster(home: Home): (Postmaster & { ready: boolean }) | null {
  const file = join(home.cluster, 'postmaster.pid');
  const text = readIfThere(file);
  if (text === null) return null;
  const [pid = '', , , port = '', socketFolder = '', address = '', , status = ''] = text.split('\n');
  if (!/^-?\d+$/.test(pid)) return removeDamaged(file) ? null : NOT_READY;
  if (!isAlive(Number(pid)) || !isOurs(Number(pid), home)) {
    if (readIfThere(file)?.startsWith(`${pid}\n`)) rmSync(file, { force: true });
    return null;
  }
  return { pid: Number(pid), host: socketFolder || address, port: Number(port), ready: status.trim() === 'ready' };
}

const NOT_READY = { pid: 0, host: '', port: 0, ready: false };
/** A starting Postgres leaves its file empty for less than this time. */
const WRITING_MS = 2_000;

/** Removes a file without a pid, which a power cut left: Postgres refuses to start with it. Returns whether the file is gone. */
function removeDamaged(file: string): boolean {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry === undefined) return true;
  if (Math.abs(hostClock.now() - entry.mtimeMs) < WRITING_MS) return false;
  rmSync(file, { force: true });
  return true;
}

/** Tells whether the process is a Postgres of this cluster: another program may have got the pid since. */
function isOurs(pid: number, home: Home): boolean {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux')
    return readIfThere(`/proc/${pid}/cmdline`)?.includes(`\0${home.cluster}\0`) ?? false;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(home.cluster);
}
