/** Starts servers as child processes, and finds, stops and kills their processes. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The longest time that a helper of this file waits. */
const PATIENCE_MS = 30_000;

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The address at which the server answers. */
  readonly url: string;
  /** Resolves at the end of the process to the exit code, or to null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** A command that was run to its end. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const smallServer = [join(import.meta.dirname, 'small-server.ts')];

/** Creates a folder for data, which `removeDataDir` removes. */
export function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'oto-start-'));
  return dir;
}

/** Removes the data folder and the folder that WHERE.txt names. All processes on the data must have ended. */
export function removeDataDir(dataDir: string): void {
  assert.deepEqual(processesOf(dataDir), [], 'a process on these data is still running');
  const note = join(dataDir, 'WHERE.txt');
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').split('\n')[0] ?? '', { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts a server and resolves when it has printed its address. */
export async function start(dataDir: string, args: readonly string[] = smallServer): Promise<Running> {
  const child = spawnServer(dataDir, args);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  started.push({ child, dataDir });
  let output = '';
  const found = Promise.withResolvers<string>();
  const read = (text: Buffer) => {
    output += text;
    const [address] = /http:\/\/\S+:\d+/.exec(output) ?? [];
    if (address !== undefined) found.resolve(address);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const url = await withTimeout(
    Promise.race([
      found.promise,
      ended.then(() => assert.fail(`The server ended before it printed an address:\n${output}`)),
    ]),
  );
  return { child, pid: child.pid ?? 0, url, ended };
}

/** Kills the servers that a failed test has left running. Test files call it after each test. */
export async function endStarted(): Promise<void> {
  for (const { child, dataDir } of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    killNow([child.pid ?? 0, ...processesOf(dataDir)]);
    await waitUntil(() => processesOf(dataDir).length === 0, 'every process has ended');
  }
}

const started: { child: ChildProcess; dataDir: string }[] = [];

/** Runs a server that is expected to end by itself, and returns its exit code and output. */
export async function runToEnd(
  dataDir: string,
  args: readonly string[] = smallServer,
  environment: Record<string, string> = {},
): Promise<Ended> {
  const child = spawnServer(dataDir, args, environment);
  let output = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    output += text;
  });
  const [code] = await withTimeout(once(child, 'close'));
  return { code, output };
}

/** Polls until `isTrue` returns true; fails after 30 s. */
export async function waitUntil(isTrue: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    assert.ok(performance.now() < deadline, `did not happen within 30 s: ${what}`);
    await pause(20);
  }
}

/** Returns the processes of Postgres whose command contains `dataDir` or the folder that its WHERE.txt names. */
export function processesOf(dataDir: string): number[] {
  const note = join(dataDir, 'WHERE.txt');
  const places = [dataDir, ...(existsSync(note) ? [readFileSync(note, 'utf8').split('\n')[0] ?? ''] : [])];
  return listProcesses()
    .filter(({ command }) => places.some((place) => command.includes(`${place}/postgres`)))
    .map(({ pid }) => pid);
}

/** Returns the descendants of the process `pid`, children before parents. */
export function descendantsOf(pid: number): number[] {
  const children = listProcesses().filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [...descendantsOf(child.pid), child.pid]);
}

/** Kills the processes that still run with SIGKILL. */
export function killNow(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // The process has already ended.
    }
  }
}

export function withTimeout<T>(promise: Promise<T>): Promise<T> {
  const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() =>
    assert.fail('The helper waited more than 30 s'),
  );
  return Promise.race([promise, late]);
}

function spawnServer(dataDir: string, args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const { PATH } = process.env;
  return spawn(process.execPath, args, {
    env: { PATH, PORT: '0', OTO_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function listProcesses(): { pid: number; parent: number; command: string }[] {
  if (!existsSync('/proc/self/stat')) return listProcessesWithPs();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

function listProcessesWithPs(): { pid: number; parent: number; command: string }[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), parent: Number(parent), command };
  });
}
