/**
 * The process that serves the product to one worker of the journeys. For each journey it clones the demo's database and
 * opens a new product on the clone, in a quarter of a second. It takes its orders as messages from `product.ts`.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import process from 'node:process';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import { type Logins, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { Client } from '#kit/client.ts';
import { cloneDemo, type SignedInDevice } from '#kit/demo-template.ts';
import { databaseName, dropLeftDatabase, loginsOf, openTestPostgres } from '#kit/postgres.ts';
import { type StartedServer, startServer } from '#kit/start-server.ts';
import { addBrand, addSupport, fillAurora } from './add-accounts.ts';
import { StoppedClock } from './stopped-clock.ts';

export type Order =
  | { readonly kind: 'open'; readonly isProduction: boolean; readonly hasMail: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'move'; readonly to: string; readonly ticking: boolean }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'set_password'; readonly email: string; readonly password: string }
  | { readonly kind: 'add-brand'; readonly slug: string }
  | { readonly kind: 'add-support'; readonly name: string }
  | { readonly kind: 'fill-aurora' }
  /** Makes all sessions older, as if they had begun earlier. */
  | { readonly kind: 'age sessions'; readonly ms: number };

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
  readonly logins: Logins;
  addBrand(slug: string): Promise<void>;
  addSupport(name: string): Promise<void>;
  fillAurora(): Promise<void>;
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
      return openNext(order);
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
      return;
    case 'fill-aurora':
      await running?.fillAurora();
      return;
    case 'age sessions':
      return ageSessions(order.ms);
  }
}

async function openNext({
  isProduction,
  hasMail,
}: {
  readonly isProduction: boolean;
  readonly hasMail: boolean;
}): Promise<Opened> {
  const name = databaseName('test');
  const devices = await cloneDemo(postgres, name);
  const logins = loginsOf(postgres, name);
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: () => undefined });
  const clock = new StoppedClock();
  const environment = {
    ...(isProduction && (await productionSettings())),
    // Nothing listens on this port.
    ...(hasMail && { SMTP_URL: 'smtp://127.0.0.1:1' }),
  };
  const product = await startServer({ db, logins, clock, environment });
  const installed = { db, logins, now: () => Date.now() };
  running = {
    product,
    clock,
    logins,
    addBrand: (slug) => addBrand(installed, slug),
    addSupport: (name) => addSupport(installed, name),
    fillAurora: () => fillAurora(installed),
    async close() {
      await product.close();
      await db.close();
      removals.push(dropLeftDatabase(postgres, name));
    },
  };
  return { base: product.base, devices };
}

/** Returns the settings of an installation outside the demo. Its address is known beforehand, because pages of others are refused. */
async function productionSettings(): Promise<Readonly<Record<string, string>>> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return {
    OTO_MODE: 'production',
    OTO_HOST: '127.0.0.1',
    PORT: String(port),
    OTO_PUBLIC_URL: `http://localhost:${port}`,
    OTO_SECRET: randomBytes(32).toString('hex'),
  };
}

async function ageSessions(ms: number): Promise<undefined> {
  if (running === undefined) throw new Error('no product is open');
  const client = new pg.Client({ connectionString: running.logins.ownerUrl });
  await client.connect();
  await client.query(
    `update auth.session set "createdAt" = "createdAt" - $1 * interval '1 ms',
       "confirmedAt" = "confirmedAt" - $1 * interval '1 ms'`,
    [ms],
  );
  await client.end();
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
  const client = new pg.Client({ connectionString: urlOf('oto_auth', running.logins) });
  await client.connect();
  const { rowCount } = await client.query(
    `update auth.account set "password" = $2 where "userId" = (select "id" from auth."user" where "email" = $1)`,
    [email, await hashPassword(password)],
  );
  await client.end();
  if (rowCount !== 1) throw new Error(`${email} has no account`);
  return undefined;
}
