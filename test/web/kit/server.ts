/**
 * A process that serves the product to one worker of the journeys: a new one for each journey, on a fresh clone of the
 * demo, in a quarter of a second. Told what to do by messages from `product.ts`.
 */
import process from 'node:process';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { Client } from '#kit/client.ts';
import { cloneDemo, type SignedInDevice } from '#kit/demo-template.ts';
import { type OpenProduct, openProduct } from '#kit/open-product.ts';
import { databaseName, dropLeftDatabase, loginsOf, openTestPostgres } from '#kit/postgres.ts';
import { StandingClock } from './standing-clock.ts';

export type Order =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'move'; readonly to: string; readonly ticking: boolean }
  | { readonly kind: 'pass'; readonly ms: number };

export interface Opened {
  readonly base: string;
  readonly devices: readonly SignedInDevice[];
}

export interface Answer {
  readonly number: number;
  /** Of `open`. */
  readonly opened?: Opened;
  /** Why the order could not be carried out. */
  readonly failure?: string;
}

interface Running {
  readonly product: OpenProduct;
  readonly clock: StandingClock;
  close(): Promise<void>;
}

const postgres = await openTestPostgres();
let running: Running | undefined;
/** Of databases that served their journey: nobody waits for them but the end. */
const removals: Promise<void>[] = [];
let last: Promise<unknown> = Promise.resolve();

process.on('message', ({ number, order }: { number: number; order: Order }) => {
  last = last.then(() =>
    carryOut(order).then(
      (opened) => answer({ number, ...(opened && { opened }) }),
      (error: Error) => answer({ number, failure: error.stack ?? String(error) }),
    ),
  );
});
// The worker has ended, or was killed.
process.on('disconnect', async () => {
  await last;
  await running?.close();
  await Promise.allSettled(removals);
  await postgres.close();
  process.exit(0);
});

function answer(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

async function carryOut(order: Order): Promise<Opened | undefined> {
  switch (order.kind) {
    case 'open':
      return open();
    case 'close':
      await running?.close();
      running = undefined;
      return;
    case 'move':
      return move(order.to, order.ticking);
    case 'pass':
      running?.clock.pass(order.ms);
  }
}

async function open(): Promise<Opened> {
  const name = databaseName('test');
  const devices = await cloneDemo(postgres, name);
  const logins = loginsOf(postgres, name);
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: () => undefined });
  const clock = new StandingClock();
  const product = await openProduct({ db, logins, clock });
  running = {
    product,
    clock,
    async close() {
      await product.close();
      await db.close();
      removals.push(dropLeftDatabase(postgres, name));
    },
  };
  return { base: product.base, devices };
}

async function move(to: string, ticking: boolean): Promise<undefined> {
  if (running === undefined) throw new Error('no product is open');
  running.clock.standAt(Date.parse(to));
  const { status, body } = await new Client(running.product.base).put('/api/v1/demo/clock', { now: to, ticking });
  if (status !== 200) throw new Error(`the clock did not move: ${status} ${JSON.stringify(body)}`);
}
