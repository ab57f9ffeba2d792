/** The product that a journey meets: its own, with the demo as it is at the beginning and a clock that stands still. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { SignedInDevice } from '#kit/demo-template.ts';
import type { Answer, Opened, Order } from './server.ts';

export { DEMO_DAY } from '#kit/open-product.ts';

export interface Product {
  readonly base: string;
  /** Devices that are signed in already and that nobody uses yet. */
  readonly devices: SignedInDevice[];
  /**
   * Moves the demo's clock, where it stands still, and tells all screens. `ticking`: screens are told that it runs, so
   * that each carries it on by its own clock, which `passTime` moves together with the server's.
   */
  at(instant: string, options?: { readonly ticking?: boolean }): Promise<void>;
  /** Moves the server's clock on without telling any screen. */
  pass(ms: number): Promise<void>;
}

/** The process that serves the journeys of one worker, one after the other. */
export interface Server {
  /** A product that nobody has used, in place of the one before. */
  open(): Promise<Product>;
  /** Ends the product in the background: the next one is opened after it. */
  close(): void;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..', '..');

export function startServer(): Server {
  if (!existsSync(join(root, 'dist', 'web', 'index.html'))) {
    throw new Error('The screens are not built: run the journeys by `npm test`, or build them by `npx vite build`.');
  }
  const child = fork(join(root, 'test', 'web', 'kit', 'server.ts'), {
    cwd: root,
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const give = ordersTo(child);
  let closing: Promise<unknown> = Promise.resolve();
  return {
    async open() {
      await closing;
      const opened = await give({ kind: 'open' });
      if (opened === undefined) throw new Error('the server opened nothing');
      const { base, devices } = opened;
      return {
        base,
        devices: [...devices],
        at: async (to, { ticking = false } = {}) => void (await give({ kind: 'move', to, ticking })),
        pass: async (ms) => void (await give({ kind: 'pass', ms })),
      };
    },
    close() {
      closing = give({ kind: 'close' });
      // Thrown by the `open` or `stop` that waits for it.
      closing.catch(() => undefined);
    },
    async stop() {
      await closing;
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Orders are carried out one after the other. Throws what the server could not do. */
function ordersTo(child: ChildProcess): (order: Order) => Promise<Opened | undefined> {
  let count = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.number)?.(answer));
  child.once('exit', (code) => {
    for (const [number, settle] of waiting) settle({ number, failure: `the server ended with ${code}` });
  });
  return async (order) => {
    const number = ++count;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(number, resolve);
    if (child.connected) child.send({ number, order });
    else resolve({ number, failure: 'the server has ended' });
    const { opened, failure } = await promise;
    waiting.delete(number);
    if (failure !== undefined) throw new Error(failure);
    return opened;
  };
}
