/** The whole product on a real port, as `npm start` wires it, with the demo's brands and a clock that the demo moves. */
import { after } from 'node:test';
import { bypasses, urlOf } from '#db/roles.ts';
import { AppClock, hostClock } from '#main/clock.ts';
import { readConfig } from '#main/config.ts';
import type { Doors } from '#main/lifecycle.ts';
import { openLog } from '#main/log.ts';
import { wire } from '#main/wire.ts';
import { Client } from './client.ts';
import { type TestDatabase, withDatabase } from './database.ts';
import { secret } from './postgres.ts';

export interface Product extends TestDatabase {
  readonly base: string;
  /** Moves the demo's clock, and stops it there. */
  at(instant: string): Promise<void>;
  /** A store's device, held by whose PIN it is. */
  held(email: string, pin: string): Promise<Client>;
  /** A person's own account. */
  person(email: string): Promise<Client>;
  device(): Client;
  /** How the server stops, as `npm start` stops it. */
  readonly doors: Doors;
}

/** Call once at the top of a test file. `perMinute`: decisions a person may try; `environment`: settings besides. */
export async function theProduct({
  perMinute = 10_000,
  environment = {} as Readonly<Record<string, string>>,
} = {}): Promise<Product> {
  const closing: (() => Promise<unknown>)[] = [];
  after(() => Promise.all(closing.map((close) => close())));
  const database = await withDatabase();
  const { db, logins } = database;
  const reading = readConfig({
    PORT: '0',
    OTO_DATA_DIR: `.tmp/product-${process.pid}`,
    OTO_DECISIONS_PER_MINUTE: String(perMinute),
    OTO_DEMO_DAY: '2026-11-20',
    ...environment,
  });
  if ('faults' in reading) throw new Error(reading.faults.join());
  const doors = await wire({
    config: reading.config,
    dir: reading.config.dataDir,
    log: openLog('error'),
    clock: new AppClock(),
    hostClock,
    secret,
    database: db,
    runtimeUrl: urlOf('oto_runtime', logins),
    authUrl: urlOf('oto_auth', logins),
    listenUrl: urlOf('oto_runtime', logins),
    heartbeat: null,
    naming: 'named',
    obstacles: async () => bypasses(db),
    close: async () => undefined,
  });
  closing.push(doors.close);
  const base = doors.greeting.split('\n')[0] ?? '';

  const device = () => new Client(base, {});
  const signedIn = async (email: string) => {
    const client = device();
    const [, brand = 'suporte'] = /@(\w+)\.example$/.exec(email) ?? [];
    const password = email.startsWith('suporte') ? 'suporte-demo' : `${brand}-demo`;
    const { status } = await client.post('/api/v1/session', { email, password });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return client;
  };
  return {
    ...database,
    base,
    doors,
    device,
    person: signedIn,
    async at(instant) {
      await device().send('PUT', '/api/v1/demo/clock', { now: instant, ticking: false });
    },
    async held(email, pin) {
      const client = await signedIn(email);
      const { status } = await client.post('/api/v1/session/pin', { pin });
      if (status !== 200) throw new Error(`PIN ${pin} did not open: ${status}`);
      return client;
    },
  };
}
