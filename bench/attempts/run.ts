/** How many contacts a second the product decides durably, beside a bare loop of the same statements: `[--json]`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';
import { Client } from '#kit/client.ts';
import { bareLoop } from './bare.ts';
import { type Benched, type Contact, openBenched } from './house.ts';
import { recorded } from './recorder.ts';

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
const WARM_UP = 400;
const ROUNDS = 2;

export async function attemptBench(): Promise<AttemptBench> {
  const each = REQUESTS + WARM_UP;
  const benched = await openBenched(2 * ROUNDS * each + 1);
  try {
    const [first, ...contacts] = benched.contacts as [Contact, ...Contact[]];
    const { customerId } = first;
    const seller = new Client(benched.base, { cookie: benched.cookies.get(first.sellerId) as string });
    const sent = await recorded(async () => {
      const wish = { customerId, text: 'Oi' };
      const { status } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
      if (status !== 201) throw new Error(`the first attempt was answered ${status}`);
    });
    const urls = { oto_runtime: benched.runtimeUrl, oto_auth: benched.authUrl };
    let [product, bare] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const take = () => contacts.splice(0, each);
      product = Math.max(product, await drive(benched, take()));
      bare = Math.max(bare, await bareOf(urls, sent, first, take()));
    }
    return {
      requests: REQUESTS,
      concurrency: CONCURRENCY,
      statements: sent.length,
      productPerSecond: product,
      barePerSecond: bare,
      share: product / bare,
    };
  } finally {
    await benched.close();
  }
}

async function bareOf(
  ...[urls, sent, first, contacts]: [Record<string, string>, Awaited<ReturnType<typeof recorded>>, Contact, Contact[]]
) {
  await bareLoop(urls, sent, first, contacts.slice(0, WARM_UP), CONCURRENCY);
  return bareLoop(urls, sent, first, contacts.slice(WARM_UP), CONCURRENCY);
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
