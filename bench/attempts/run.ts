/** How many contacts a second the product decides durably, beside a bare loop of the same statements: `[--json]`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';
import { Client } from '#kit/client.ts';
import { recorded } from '#kit/recorder.ts';
import { bareLoop, type Recording } from './bare.ts';
import { type Benched, type Contact, openBenched, SELLERS } from './house.ts';

export interface AttemptBench {
  readonly requests: number;
  readonly concurrency: number;
  readonly statements: number;
  readonly productPerSecond: number;
  readonly barePerSecond: number;
  readonly share: number;
}

const REQUESTS = 2_000;
const CONCURRENCY = 16;
/** As many as the product's own pool has. */
const CONNECTIONS = 10;
/** So many contacts of each seller to record one request with. */
const TRIES = 3;
const WARM_UP = 400;
const ROUNDS = 2;

export async function attemptBench(): Promise<AttemptBench> {
  const each = REQUESTS + WARM_UP;
  const benched = await openBenched(2 * ROUNDS * each + TRIES * SELLERS);
  try {
    const contacts = [...benched.contacts];
    const recordings = await recordEach(benched, contacts.splice(0, TRIES * benched.cookies.size));
    const urls = { oto_runtime: benched.runtimeUrl, oto_auth: benched.authUrl };
    let [product, bare] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const take = () => contacts.splice(0, each);
      product = Math.max(product, await drive(benched, take()));
      bare = Math.max(bare, await bareOf(urls, recordings, take()));
    }
    return {
      requests: REQUESTS,
      concurrency: CONCURRENCY,
      statements: recordings[0]?.sent.length ?? 0,
      productPerSecond: product,
      barePerSecond: bare,
      share: product / bare,
    };
  } finally {
    await benched.close();
  }
}

/** One request of each seller, one after the other. */
async function recordEach({ base, cookies }: Benched, contacts: readonly Contact[]): Promise<readonly Recording[]> {
  const recordings = new Map<string, Recording>();
  for (const contact of contacts) {
    if (recordings.has(contact.sellerId)) continue;
    const seller = new Client(base, { cookie: cookies.get(contact.sellerId) as string });
    const sent = await recorded(async () => {
      const wish = { customerId: contact.customerId, text: 'Oi' };
      const { status } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
      if (status !== 201) throw new Error(`a first attempt was answered ${status}`);
    });
    // The dispatcher looked around meanwhile, and its statements are none of the request's.
    if (!sent.some(({ name }) => name === 'brands_with_due')) recordings.set(contact.sellerId, { contact, sent });
  }
  if (recordings.size < cookies.size) throw new Error('the dispatcher never rests');
  return [...recordings.values()];
}

async function bareOf(urls: Record<string, string>, recordings: readonly Recording[], contacts: readonly Contact[]) {
  await bareLoop(urls, recordings, contacts.slice(0, WARM_UP), CONNECTIONS);
  return bareLoop(urls, recordings, contacts.slice(WARM_UP), CONNECTIONS);
}

/** A process of its own asks, so that its work is not the server's. */
async function drive({ base, cookies }: Benched, contacts: readonly Contact[]): Promise<number> {
  const driver = spawn(process.execPath, [join(import.meta.dirname, 'driver.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const asks = contacts.map(({ customerId, sellerId }) => ({ customerId, cookie: cookies.get(sellerId) }));
  driver.stdin.end(JSON.stringify({ base, asks, warmUp: WARM_UP, concurrency: CONCURRENCY }));
  const said = await text(driver.stdout);
  if (driver.exitCode === null) await once(driver, 'exit');
  return Number(said);
}

/** The same as lines that a person reads. */
export function tableOf({
  requests,
  concurrency,
  statements,
  productPerSecond,
  barePerSecond,
  share,
}: AttemptBench): string {
  return [
    `POST /attempts, decided and durable: ${requests} requests, ${concurrency} at a time, ${statements} statements each`,
    `product    ${productPerSecond.toFixed(0).padStart(6)} a second`,
    `bare loop  ${barePerSecond.toFixed(0).padStart(6)} a second, the same statements without the product`,
    `${(100 * share).toFixed(0)} % of the bare loop`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await attemptBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
