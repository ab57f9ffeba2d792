/** Runs a server of the product as a child process: starts, suspends, resumes, stops and kills it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SKEW_FILE } from './clock-skew.ts';
import { DONE_FILE, ORDER_FILE, type Order } from './kill-points.ts';

const PATIENCE_MS = 60_000;

export interface Setting {
  /** The folder with the product's sources: the checkout, or a copy with a planted bug. */
  readonly root: string;
  /** The folder of this server's files. */
  readonly dir: string;
  readonly databaseUrl: string;
  readonly listenUrl: string;
  /** How long the server still answers after SIGTERM. */
  readonly drainSeconds?: number;
  readonly secret: string;
  /** Whether the harness may shift the server's wall clock. */
  readonly skewed?: boolean;
  /** The process's time zone; UTC by default. */
  readonly zone?: string;
}

export class Server {
  readonly #child: ChildProcess;
  readonly #dir: string;
  readonly ended: Promise<unknown>;
  #port = 0;
  #output = '';
  #orders = 0;

  private constructor(child: ChildProcess, dir: string) {
    this.#child = child;
    this.#dir = dir;
    this.ended = once(child, 'exit');
    const collectOutput = (text: Buffer) => {
      this.#output = (this.#output + text).slice(-20_000);
    };
    child.stdout?.on('data', collectOutput);
    child.stderr?.on('data', collectOutput);
  }

  /** Starts a server and resolves once it has printed its address. Throws with the output where the server ended or took a minute. */
  static async start({
    root,
    drainSeconds = 0,
    dir,
    databaseUrl,
    listenUrl,
    secret,
    skewed,
    zone,
  }: Setting): Promise<Server> {
    mkdirSync(dir, { recursive: true });
    // An order to an earlier process of this folder must not apply to this process.
    rmSync(join(dir, ORDER_FILE), { force: true });
    const preload = join(import.meta.dirname, 'preload.ts');
    const child = spawn(process.execPath, ['--import', preload, join(root, 'src', 'main', 'server', 'server.ts')], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        TZ: zone ?? 'UTC',
        PORT: '0',
        OTO_MODE: 'demo',
        OTO_HOST: '127.0.0.1',
        OTO_TRUST_PROXY: 'true',
        OTO_DATA_DIR: dir,
        OTO_SECRET: secret,
        DATABASE_URL: databaseUrl,
        DATABASE_LISTEN_URL: listenUrl,
        OTO_DECISIONS_PER_MINUTE: '1000000',
        LOG_LEVEL: 'error',
        OTO_DRAIN_SECONDS: String(drainSeconds),
        CHAOS_DIR: dir,
        ...(skewed && { CHAOS_SKEW: '1' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new Server(child, dir);
    const deadline = Date.now() + PATIENCE_MS;
    while (server.#port === 0) {
      if (!server.isAlive || Date.now() > deadline) {
        server.kill();
        throw new Error(`The server ended or printed no address within 60 s. Its output:\n${server.output}`);
      }
      server.#port = Number(/http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(server.output)?.[1] ?? 0);
      await pause(10);
    }
    server.#output = '';
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The end of the server's output. */
  get output(): string {
    return this.#output;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get isStopped(): boolean {
    try {
      return /\) [Tt] /.test(readFileSync(`/proc/${this.pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  suspend(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** Stops the server with SIGTERM; kills the process if it still runs after 12 s. */
  async stop(): Promise<void> {
    this.resume();
    this.#child.kill('SIGTERM');
    await Promise.race([this.ended, pause(12_000, undefined, { ref: false })]);
    this.kill();
    await this.ended;
  }

  /** Orders the server to kill or suspend itself at a named point. Returns the order's number. */
  order(order: Omit<Order, 'id'>): number {
    const id = ++this.#orders;
    put(join(this.#dir, ORDER_FILE), JSON.stringify({ id: this.#tag(id), ...order }));
    return this.#tag(id);
  }

  /** Withdraws an order that the server has not obeyed. */
  withdrawOrder(): void {
    rmSync(join(this.#dir, ORDER_FILE), { force: true });
  }

  hasCarriedOut(id: number): boolean {
    try {
      return readFileSync(join(this.#dir, DONE_FILE), 'utf8').split('\n').includes(String(id));
    } catch {
      return false;
    }
  }

  /** Shifts the server's wall clock by `ms` from the true one; the shift counts within milliseconds. */
  skew(ms: number): void {
    put(join(this.#dir, SKEW_FILE), String(ms));
  }

  /** Returns an order number that no earlier process of the same folder has used. */
  #tag(id: number): number {
    return this.pid * 1000 + id;
  }
}

/** Writes a file atomically, because the server may read it at any moment. */
function put(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
