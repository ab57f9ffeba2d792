/** Measures how many contacts per second the server decides durably, beside the fewest statements that record them: `[--json]`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';
import { Client } from '#kit/client.ts';
import { recordStatements } from '#kit/statement-recorder.ts';
import { type BenchServer, type Contact, openBenchServer, type Through } from './bench-server.ts';
import { type Example, readExample, runFewestStatements } from './fewest-statements.ts';

export interface AttemptBench {
  readonly requests: number;
  readonly concurrency: number;
  readonly statements: number;
  readonly roundTrips: number;
  readonly productPerSecond: number;
  readonly p50Ms: number;
  readonly fewestPerSecond: number;
  /** The server's rate as a share of the rate of the fewest statements. */
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
/** How often a request is recorded again because a statement of the dispatcher was recorded with it. */
const TRIES = 20;

const FAR_CONCURRENCY = 48;
const ONE_WAY_MS = 10;

export async function attemptBench(): Promise<AttemptBench> {
  const near = await benchNear();
  return { ...near, far: await benchFar() };
}

/** Measures the server with its database on the same machine, and the baseline. */
export async function benchNear(): Promise<Omit<AttemptBench, 'far'>> {
  const benched = await openBenchServer(2 * ROUNDS * EACH + TRIES);
  try {
    const contacts = [...benched.contacts];
    const { example, ...cost } = await recordOneAttempt(benched, contacts.splice(0, TRIES));
    let product: Driven = { perSecond: 0, p50Ms: 0 };
    let fewest = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const driven = await drive(benched, contacts.splice(0, EACH), CONCURRENCY);
      if (driven.perSecond > product.perSecond) product = driven;
      const others = contacts.splice(0, EACH);
      await runFewestStatements(benched.runtimeUrl, example, others.slice(0, WARM_UP), CONCURRENCY);
      const rate = await runFewestStatements(benched.runtimeUrl, example, others.slice(WARM_UP), CONCURRENCY);
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

/** Measures the same with a database that is 20 ms away. */
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

/** Records the statements of one allowed attempt, after another one has filled the caches, and reads the rows that it wrote. */
async function recordOneAttempt({ base, cookies, ownerUrl }: BenchServer, contacts: readonly Contact[]) {
  let filled = false;
  for (const { customerId, sellerId } of contacts) {
    const seller = new Client(base, { cookie: cookies.get(sellerId) as string });
    let attemptId = '';
    const sent = await recordStatements(async () => {
      const wish = { customerId, text: 'Oi' };
      const { status, body } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
      if (status !== 201) throw new Error(`A first attempt was answered with ${status}, not 201`);
      attemptId = body.attempt.id;
    });
    // A recording with a statement of the dispatcher does not show the request's own statements.
    const isAlone = !sent.some(({ name }) => name === 'find_brands_with_due');
    if (isAlone && filled) {
      const example: Example = await readExample(ownerUrl, attemptId);
      return { example, statements: sent.length, roundTrips: new Set(sent.map(({ flight }) => flight)).size };
    }
    filled = true;
  }
  throw new Error(`In ${TRIES} tries a statement of the dispatcher was recorded with each request`);
}

/** Runs `driver.ts` as its own process, so that its work is not measured as the server's. */
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

/** Formats the result as lines for a person. */
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
