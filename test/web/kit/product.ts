/** The product of one journey: a server of its own, with the unchanged demo and a clock that stands still. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { SignedInDevice } from '#kit/demo-template.ts';
import type { Answer, Opened, Order } from './server.ts';

export { DEMO_DAY } from '#kit/start-server.ts';

export interface Product {
  readonly base: string;
  /** Devices that are signed in and not used yet. */
  readonly devices: SignedInDevice[];
  /**
   * Moves the demo's clock, which stands still there, and tells all screens. With `ticking`, screens are told that the
   * clock runs, and each advances the time by its own clock, which `passTime` moves together with the server's.
   */
  at(instant: string, options?: { readonly ticking?: boolean }): Promise<void>;
  /** Moves the server's clock forward without telling any screen. */
  pass(ms: number): Promise<void>;
  /** Gives an account a password of its own. */
  setPassword(email: string, password: string): Promise<void>;
  /** Creates a brand without stores; its manager Lia Reis signs in as `gestao@SLUG.example`. */
  addBrand(slug: string): Promise<void>;
  /** Creates a further support person with this first name. */
  addSupport(name: string): Promise<void>;
  /** Fills the brand Aurora up to 200 stores and 2,000 people. */
  fillAurora(): Promise<void>;
  /** Makes all sessions older, as if they had begun earlier. */
  ageSessions(ms: number): Promise<void>;
}

/** The process that serves the journeys of one worker, one journey after the other. */
export interface Server {
  /**
   * Opens a product with a fresh database, in place of the product before. `isProduction`: an installation outside the
   * demo on the demo's data. `hasMail`: a mail server is set, which takes no mail.
   */
  open(of: { readonly isProduction: boolean; readonly hasMail: boolean }): Promise<Product>;
  /** Closes the product in the background; the next `open` waits for the end of it. */
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
  const send = createSender(child);
  let closing: Promise<unknown> = Promise.resolve();
  return {
    async open({ isProduction, hasMail }) {
      await closing;
      const opened = await send({ kind: 'open', isProduction, hasMail });
      if (opened === undefined) throw new Error('the server opened nothing');
      const { base, devices } = opened;
      return {
        base,
        devices: [...devices],
        at: async (to, { ticking = false } = {}) => void (await send({ kind: 'move', to, ticking })),
        setPassword: async (email, password) => void (await send({ kind: 'set_password', email, password })),
        pass: async (ms) => void (await send({ kind: 'pass', ms })),
        addBrand: async (slug) => void (await send({ kind: 'add-brand', slug })),
        addSupport: async (name) => void (await send({ kind: 'add-support', name })),
        fillAurora: async () => void (await send({ kind: 'fill-aurora' })),
        ageSessions: async (ms) => void (await send({ kind: 'age sessions', ms })),
      };
    },
    close() {
      closing = send({ kind: 'close' });
      // The `open` or `stop` that waits for this promise throws its error.
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

/** Creates the function that sends an order to the server and waits for the answer. The function throws where the server failed. */
function createSender(child: ChildProcess): (order: Order) => Promise<Opened | undefined> {
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
