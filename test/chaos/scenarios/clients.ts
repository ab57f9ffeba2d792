/** Sends requests of several people to the servers, one after the other for each person, and notes each request that fails. */
import { Agent, request } from 'node:http';
import type { Person } from '#chaos/brands-fixture.ts';
import { REQUEST_FAILED } from '#chaos/fleet.ts';
import type { Run } from '#chaos/play-run.ts';

const ANSWER_MS = 15_000;

export interface Asked {
  readonly answered: number;
  readonly failed: number;
}

/** Each person reads and writes alternately until `isOver` returns true. `portOf` returns the port for the next request. */
export async function sendRequests(
  { world, fault }: Run,
  people: readonly Person[],
  portOf: () => number,
  isOver: () => boolean,
): Promise<Asked> {
  const agent = new Agent({ keepAlive: true });
  let answered = 0;
  let failed = 0;
  const work = async (person: Person) => {
    const cookie = world.cookies.get(person.email) ?? '';
    for (let n = 0; !isOver(); n += 1) {
      const customer = person.customers[n % person.customers.length];
      const body = JSON.stringify({ customerId: customer?.id, text: `Oi ${n}` });
      const key = `${person.id}-${n}`;
      const outcome =
        n % 2 === 0
          ? await once(agent, { port: portOf(), method: 'GET', path: '/api/v1/suggestions', headers: { cookie } })
          : await once(agent, {
              port: portOf(),
              method: 'POST',
              path: '/api/v1/attempts',
              headers: {
                cookie,
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(body),
                'idempotency-key': key,
              },
              body,
            });
      if (typeof outcome === 'number' && outcome < 500 && outcome !== 401) answered += 1;
      else {
        failed += 1;
        fault(REQUEST_FAILED, String(outcome));
      }
    }
  };
  await Promise.all(people.map(work)).finally(() => agent.destroy());
  return { answered, failed };
}

interface Question {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string;
}

/** Sends one request and returns the status, or a text that says why there was no answer. */
function once(agent: Agent, { body, ...question }: Question): Promise<number | string> {
  return new Promise((resolve) => {
    const asked = request({ ...question, agent, host: '127.0.0.1', timeout: ANSWER_MS }, (response) => {
      response.resume();
      response.on('error', (error) => resolve(String(error)));
      response.on('end', () => resolve(response.complete ? (response.statusCode ?? 0) : 'cut off'));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', (error) => resolve(String(error)));
    asked.end(body);
  });
}
