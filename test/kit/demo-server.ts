/** The whole product on a real port, as `npm start` wires it, with the demo's brands and a clock that the test moves. */
import { after } from 'node:test';
import type { RunningServer } from '#main/server/lifecycle.ts';
import { type Answer, Client } from './client.ts';
import { type TestDatabase, withDatabase, withDemoDatabase } from './database.ts';
import { takeDevice } from './demo-template.ts';
import { startServer } from './start-server.ts';

export interface Product extends TestDatabase {
  readonly base: string;
  /** Moves the demo's clock, and stops it there. */
  at(instant: string): Promise<void>;
  /** A store's device, held by whose PIN it is. */
  held(email: string, pin: string): Promise<Client>;
  /** A person's own account. */
  person(email: string): Promise<Client>;
  device(): Client;
  /** One more server over the same database; `listens: false`: the database notifies it of nothing. Its address. */
  another(of: { listens: boolean }): Promise<string>;
  /** How the server stops, as `npm start` stops it. */
  readonly runningServer: RunningServer;
}

/**
 * Call once at the top of a test file. The clock stands still until the test moves it. `perMinute`: decisions a person
 * may try; `environment`: settings besides, with which the demo is filled anew instead of cloned.
 */
export async function startDemoServer({
  perMinute = 10_000,
  environment = {} as Readonly<Record<string, string>>,
} = {}): Promise<Product> {
  const closing: (() => Promise<unknown>)[] = [];
  after(() => Promise.all(closing.map((close) => close())));
  const isUsual = Object.keys(environment).length === 0;
  const { database, devices } = isUsual ? await withDemoDatabase() : { database: await withDatabase(), devices: [] };
  const { base, close, runningServer } = await startServer({
    ...database,
    environment: { OTO_DECISIONS_PER_MINUTE: String(perMinute), ...environment },
  });
  closing.push(close);

  const unused = [...devices];
  const device = () => new Client(base, {});
  const signedIn = async (email: string) => {
    const client = device();
    const ready = takeDevice(unused, email);
    for (const [name, value] of Object.entries(ready?.cookies ?? {})) client.setCookie(name, value);
    if (ready) return client;
    const [, brand = 'suporte'] = /@(\w+)\.example$/.exec(email) ?? [];
    const password = email.startsWith('suporte') ? 'suporte-demo' : `${brand}-demo`;
    const { status } = await whenNotBusy(() => client.post('/api/v1/session', { email, password }));
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return client;
  };
  return {
    ...database,
    base,
    runningServer,
    device,
    person: signedIn,
    async another({ listens }) {
      const other = await startServer({
        ...database,
        listens,
        environment: { OTO_DECISIONS_PER_MINUTE: String(perMinute) },
      });
      closing.push(other.close);
      return other.base;
    },
    async at(instant) {
      await device().send('PUT', '/api/v1/demo/clock', { now: instant, ticking: false });
    },
    async held(email, pin) {
      const client = await signedIn(email);
      const { status } = await whenNotBusy(() => client.post('/api/v1/session/pin', { pin }));
      if (status !== 200) throw new Error(`PIN ${pin} did not open: ${status}`);
      return client;
    },
  };
}

/** Asks again where the server is busy: tests that run beside this one load the machine. */
async function whenNotBusy(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.status !== 503 || tries === MOST_TRIES) return answer;
  }
}

const MOST_TRIES = 500;
