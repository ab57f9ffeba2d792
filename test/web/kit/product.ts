/** The product as `npm start` runs it, on data of its own and a free port, with the demo in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

export interface Product {
  readonly base: string;
  /** Moves the demo's clock: it stands still there, or ticks on from there. */
  at(instant: string, options?: { readonly ticking?: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** The day before which the demo's past lies: the journeys set the clock to days round it, whenever they are made. */
export const DEMO_DAY = '2026-11-20';

const root = join(import.meta.dirname, '..', '..', '..');
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 15_000;

export async function startProduct(): Promise<Product> {
  if (!existsSync(join(root, 'dist', 'web', 'index.html'))) {
    throw new Error('The screens are not built: run the journeys by `npm test`, or build them by `npx vite build`.');
  }
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'oto-journey-'));
  const child = spawn(process.execPath, [join(root, 'src', 'main', 'server.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      OTO_DATA_DIR: dataDir,
      PORT: String(port),
      OTO_DECISIONS_PER_MINUTE: '10000',
      OTO_DEMO_DAY: DEMO_DAY,
    },
  });
  const base = await addressOf(child);
  return {
    base,
    async at(instant, { ticking = false } = {}) {
      const answer = await fetch(`${base}/api/v1/demo/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: instant, ticking }),
      });
      if (!answer.ok) throw new Error(`the clock did not move: ${answer.status} ${await answer.text()}`);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const tooLong = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
      await ended;
      clearTimeout(tooLong);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A browser says where a page comes from, and the product takes that only from the port it was told to serve. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const taker = createServer().once('error', reject);
    taker.listen(0, '127.0.0.1', () => {
      const address = taker.address();
      taker.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The first line it prints is where it can be reached. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error('the product was not ready in time'));
    }, READY_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready`)));
    if (child.stdout === null) return reject(new Error('the product has no output to read'));
    createInterface(child.stdout).once('line', (line) => {
      clearTimeout(tooLate);
      child.stdout?.resume();
      resolve(line.trim());
    });
  });
}
