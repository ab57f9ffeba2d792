/**
 * The process that serves the product to one worker of the journeys. For each journey it clones the demo's database and
 * opens a new product on the clone, in a quarter of a second. It takes its orders as messages from `product.ts`.
 */
import process from 'node:process';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { Client } from '#kit/client.ts';
import { cloneDemo, type SignedInDevice } from '#kit/demo-template.ts';
import { databaseName, dropLeftDatabase, loginsOf, openTestPostgres } from '#kit/postgres.ts';
import { type StartedServer, startServer } from '#kit/start-server.ts';
import { addBrand, addSupport } from './add-accounts.ts';
import { StoppedClock } from './stopped-clock.ts';

export type Order =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'move'; readonly to: string; readonly ticking: boolean }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'set_password'; readonly email: string; readonly password: string }
  | { readonly kind: 'add-brand'; readonly slug: string }
  | { readonly kind: 'add-support'; readonly name: string };

export interface Opened {
  readonly base: string;
  readonly devices: readonly SignedInDevice[];
}

export interface Answer {
  readonly number: number;
  /** The result of the order `open`. */
  readonly opened?: Opened;
  /** The error that stopped the order. */
  readonly failure?: string;
}

interface Running {
  readonly product: StartedServer;
  readonly clock: StoppedClock;
  /** The address of the login that keeps accounts. */
  readonly authUrl: string;
  addBrand(slug: string): Promise<void>;
  addSupport(name: string): Promise<void>;
  close(): Promise<void>;
}

const postgres = await openTestPostgres();
let running: Running | undefined;
/** Removals of databases whose journey has ended. Only the end of the process waits for them. */
const removals: Promise<void>[] = [];
let last: Promise<unknown> = Promise.resolve();

process.on('message', ({ number, order }: { number: number; order: Order }) => {
  last = last.then(() =>
    carryOut(order).then(
      (opened) => sendAnswer({ number, ...(opened && { opened }) }),
      (error: Error) => sendAnswer({ number, failure: error.stack ?? String(error) }),
    ),
  );
});
// The worker has ended or was killed.
process.on('disconnect', async () => {
  await last;
  await running?.close();
  await Promise.allSettled(removals);
  await postgres.close();
  process.exit(0);
});

function sendAnswer(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

async function carryOut(order: Order): Promise<Opened | undefined> {
  switch (order.kind) {
    case 'open':
      return openNext();
    case 'close':
      await running?.close();
      running = undefined;
      return;
    case 'move':
      return moveClock(order.to, order.ticking);
    case 'pass':
      running?.clock.advance(order.ms);
      return;
    case 'set_password':
      return setPassword(order);
    case 'add-brand':
      await running?.addBrand(order.slug);
      return;
    case 'add-support':
      await running?.addSupport(order.name);
  }
}

async function openNext(): Promise<Opened> {
  const name = databaseName('test');
  const devices = await cloneDemo(postgres, name);
  const logins = loginsOf(postgres, name);
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: () => undefined });
  const clock = new StoppedClock();
  const product = await startServer({ db, logins, clock });
  const installed = { db, logins, now: () => Date.now() };
  running = {
    product,
    clock,
    authUrl: urlOf('oto_auth', logins),
    addBrand: (slug) => addBrand(installed, slug),
    addSupport: (name) => addSupport(installed, name),
    async close() {
      await product.close();
      await db.close();
      removals.push(dropLeftDatabase(postgres, name));
    },
  };
  return { base: product.base, devices };
}

async function moveClock(to: string, ticking: boolean): Promise<undefined> {
  if (running === undefined) throw new Error('no product is open');
  running.clock.stopAt(Date.parse(to));
  const { status, body } = await new Client(running.product.base).put('/api/v1/demo/clock', { now: to, ticking });
  if (status !== 200) throw new Error(`the clock did not move: ${status} ${JSON.stringify(body)}`);
}

/** Gives an account a password of its own, since the demo's passwords cannot be changed. */
async function setPassword({ email, password }: { readonly email: string; readonly password: string }) {
  if (running === undefined) throw new Error('no product is open');
  const client = new pg.Client({ connectionString: running.authUrl });
  await client.connect();
  const { rowCount } = await client.query(
    `update auth.account set "password" = $2 where "userId" = (select "id" from auth."user" where "email" = $1)`,
    [email, await hashPassword(password)],
  );
  await client.end();
  if (rowCount !== 1) throw new Error(`${email} has no account`);
  return undefined;
}
