/** Starts the whole product on a real port, as `npm start` does, with the demo's brands and a clock that the test moves. */
import { after } from 'node:test';
import type { RunningServer } from '#main/server/lifecycle.ts';
import { type Answer, Client } from './client.ts';
import { type TestDatabase, withDatabase, withDemoDatabase } from './database.ts';
import { takeDevice } from './demo-template.ts';
import { startServer } from './start-server.ts';

export interface Product extends TestDatabase {
  readonly base: string;
  /** Sets the demo's clock to an instant and stops it there. */
  at(instant: string): Promise<void>;
  /** Returns a device of a store on which the person with this PIN has the turn. */
  held(email: string, pin: string): Promise<Client>;
  /** Returns a device that is signed in to an account. */
  person(email: string): Promise<Client>;
  device(): Client;
  /** Starts one more server on the same database and returns its address. With `listens: false` it gets no notifications of Postgres. */
  another(of: { listens: boolean }): Promise<string>;
  /** The running server, with the means to stop it as `npm start` does. */
  readonly runningServer: RunningServer;
}

/**
 * Starts the server. A test file calls it once, at its top. The clock is stopped until the test moves it. `perMinute` is the
 * limit of decisions of a person; with `environment`, further settings, the demo is filled again instead of cloned.
 * `mailUrl`: the mail server; null: none is set. `onLog`: gets the lines of the server's log.
 */
export async function startDemoServer({
  perMinute = 10_000,
  environment = {} as Readonly<Record<string, string>>,
  mailUrl = null as string | null,
  onLog = undefined as ((line: string) => void) | undefined,
} = {}): Promise<Product> {
  const closing: (() => Promise<unknown>)[] = [];
  after(() => Promise.all(closing.map((close) => close())));
  const isUsual = Object.keys(environment).length === 0;
  const { database, devices } = isUsual ? await withDemoDatabase() : { database: await withDatabase(), devices: [] };
  const settings = { OTO_DECISIONS_PER_MINUTE: String(perMinute), ...(mailUrl !== null && { SMTP_URL: mailUrl }) };
  const { base, close, runningServer } = await startServer({
    ...database,
    environment: { ...settings, ...environment },
    onLog,
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
    if (status !== 200) throw new Error(`${email} could not sign in: the server answered ${status}`);
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
        environment: settings,
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
      if (status !== 200) throw new Error(`PIN ${pin} was refused: the server answered ${status}`);
      return client;
    },
  };
}

/** Repeats a request while the server answers 503, because tests that run in parallel load the machine. */
async function whenNotBusy(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.status !== 503 || tries === MOST_TRIES) return answer;
  }
}

const MOST_TRIES = 500;
