/** Asks for contacts as fast as they are answered; prints the requests a second after the warm-up. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';

const { base, cookie, customers, warmUp, concurrency } = JSON.parse(await text(process.stdin));
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });

await ask(customers.slice(0, warmUp));
const began = performance.now();
await ask(customers.slice(warmUp));
process.stdout.write(String((customers.length - warmUp) / ((performance.now() - began) / 1000)));
agent.destroy();

async function ask(ids: readonly string[]): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) await attempt(id);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}

function attempt(customerId: string): Promise<void> {
  const body = JSON.stringify({ customerId, text: 'Oi' });
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': uuidv7(),
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/api/v1/attempts`, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
