/**
 * Sends attempts, `concurrency` at a time, each as soon as one before it was answered. Prints the requests per second and the
 * median latency after the warm-up. Runs as its own process, so that its work is not measured as the server's.
 */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';

/** A request: the seller's session and the customer. */
interface Ask {
  readonly cookie: string;
  readonly customerId: string;
}

const { base, asks, warmUp, concurrency } = JSON.parse(await text(process.stdin));
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
const waits: number[] = [];

await sendAll(asks.slice(0, warmUp));
const began = performance.now();
await sendAll(asks.slice(warmUp));
const perSecond = (asks.length - warmUp) / ((performance.now() - began) / 1000);
const measured = waits.slice(warmUp).toSorted((a, b) => a - b);
process.stdout.write(JSON.stringify({ perSecond, p50Ms: measured[Math.floor(measured.length / 2)] }));
agent.destroy();

async function sendAll(these: readonly Ask[]): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let one = these[next++]; one !== undefined; one = these[next++]) {
      const asked = performance.now();
      await sendAttempt(one);
      waits.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}

function sendAttempt({ cookie, customerId }: Ask): Promise<void> {
  const body = JSON.stringify({ customerId, text: 'Oi' });
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': uuidv7(),
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/api/v1/attempts`, { agent, method: 'POST', headers }, (response) => {
      text(response).then((said) => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`An attempt was answered with ${response.statusCode}: ${said}`));
      }, reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
