/** How many contacts a second the product decides durably, beside the fewest statements that could record them: `[--json]`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';
import { Client } from '#kit/client.ts';
import { recordStatements } from '#kit/statement-recorder.ts';
import { type BenchServer, type Contact, openBenchServer, type Through } from './bench-server.ts';
import { type Example, exampleOf, fewestStatements } from './fewest-statements.ts';

export interface AttemptBench {
  readonly requests: number;
  readonly concurrency: number;
  readonly statements: number;
  readonly roundTrips: number;
  readonly productPerSecond: number;
  readonly p50Ms: number;
  readonly fewestPerSecond: number;
  /** Of the fewest statements. */
  readonly share: number;
  readonly far: { readonly concurrency: number; readonly perSecond: number; readonly p50Ms: number };
}

interface Driven {
  readonly perSecond: number;
  readonly p50Ms: number;
}

const REQUESTS = 2_000;
const CONCURRENCY = 16;
const WARM_UP = 400;
const ROUNDS = 2;
const EACH = REQUESTS + WARM_UP;
/** The server's own chores come in between: then another request is recorded. */
const TRIES = 20;

const FAR_CONCURRENCY = 48;
const ONE_WAY_MS = 10;

export async function attemptBench(): Promise<AttemptBench> {
  const near = await benchNear();
  return { ...near, far: await benchFar() };
}

export async function benchNear(): Promise<Omit<AttemptBench, 'far'>> {
  const benched = await openBenchServer(2 * ROUNDS * EACH + TRIES);
  try {
    const contacts = [...benched.contacts];
    const { example, ...cost } = await recordOne(benched, contacts.splice(0, TRIES));
    let product: Driven = { perSecond: 0, p50Ms: 0 };
    let fewest = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const driven = await drive(benched, contacts.splice(0, EACH), CONCURRENCY);
      if (driven.perSecond > product.perSecond) product = driven;
      const others = contacts.splice(0, EACH);
      await fewestStatements(benched.runtimeUrl, example, others.slice(0, WARM_UP), CONCURRENCY);
      const rate = await fewestStatements(benched.runtimeUrl, example, others.slice(WARM_UP), CONCURRENCY);
      fewest = Math.max(fewest, rate);
    }
    return {
      ...{ requests: REQUESTS, concurrency: CONCURRENCY, ...cost },
      ...{ productPerSecond: product.perSecond, p50Ms: product.p50Ms },
      ...{ fewestPerSecond: fewest, share: product.perSecond / fewest },
    };
  } finally {
    await benched.close();
  }
}

/** The same with a database that is 20 ms away. */
export async function benchFar(): Promise<AttemptBench['far']> {
  const proxies: ChildProcess[] = [];
  const through: Through = async (url) => {
    const proxy = spawn(process.execPath, [join(import.meta.dirname, 'latency-proxy.ts'), url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    proxies.push(proxy);
    const [port] = await once(proxy.stdout, 'data');
    const address = new URL(url);
    address.searchParams.delete('host');
    address.hostname = '127.0.0.1';
    address.port = String(port).trim();
    return address.href;
  };
  const benched = await openBenchServer(EACH, through);
  try {
    for (const proxy of proxies) proxy.stdin?.write(`${ONE_WAY_MS}\n`);
    return { concurrency: FAR_CONCURRENCY, ...(await drive(benched, benched.contacts, FAR_CONCURRENCY)) };
  } finally {
    await benched.close();
    for (const proxy of proxies) proxy.stdin?.end();
  }
}

/** What one plain allowed attempt sends, after one that filled the caches; and the rows that it wrote. */
async function recordOne({ base, cookies, ownerUrl }: BenchServer, contacts: readonly Contact[]) {
  let filled = false;
  for (const { customerId, sellerId } of contacts) {
    const seller = new Client(base, { cookie: cookies.get(sellerId) as string });
    let attemptId = '';
    const sent = await recordStatements(async () => {
      const wish = { customerId, text: 'Oi' };
      const { status, body } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
      if (status !== 201) throw new Error(`a first attempt was answered ${status}`);
      attemptId = body.attempt.id;
    });
    // The dispatcher looked around meanwhile, and its statements are none of the request's.
    const isAlone = !sent.some(({ name }) => name === 'brands_with_due');
    if (isAlone && filled) {
      const example: Example = await exampleOf(ownerUrl, attemptId);
      return { example, statements: sent.length, roundTrips: new Set(sent.map(({ flight }) => flight)).size };
    }
    filled = true;
  }
  throw new Error('the dispatcher never rests');
}

/** A process of its own asks, so that its work is not the server's. */
export async function drive(
  { base, cookies }: BenchServer,
  contacts: readonly Contact[],
  concurrency: number,
): Promise<Driven> {
  const driver = spawn(process.execPath, [join(import.meta.dirname, 'driver.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const asks = contacts.map(({ customerId, sellerId }) => ({ customerId, cookie: cookies.get(sellerId) }));
  driver.stdin.end(JSON.stringify({ base, asks, warmUp: WARM_UP, concurrency }));
  const said = await text(driver.stdout);
  if (driver.exitCode === null) await once(driver, 'exit');
  return JSON.parse(said);
}

/** The same as lines that a person reads. */
export function tableOf(result: AttemptBench): string {
  const { requests, concurrency, statements, roundTrips, far } = result;
  const line = (what: string, perSecond: number, more: string) =>
    `${what.padEnd(18)} ${perSecond.toFixed(0).padStart(6)} a second, ${more}`;
  return [
    `POST /attempts, decided and durable: ${requests} requests, ${concurrency} at a time, one brand, ${statements} statements each in ${roundTrips} round trips`,
    line('product', result.productPerSecond, `p50 ${result.p50Ms.toFixed(0)} ms`),
    line('fewest statements', result.fewestPerSecond, 'one lock, three inserts, one update without the product'),
    `${(100 * result.share).toFixed(0)} % of the fewest statements`,
    line('product, 20 ms off', far.perSecond, `p50 ${far.p50Ms.toFixed(0)} ms, ${far.concurrency} at a time`),
  ].join('\n');
}

if (import.meta.main) {
  const result = await attemptBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
