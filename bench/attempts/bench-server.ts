/** Starts a server with the demo on its own durable Postgres, and adds sellers and a new customer for each attempt of a benchmark. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { Client } from '#kit/client.ts';
import { publicationBody } from '#kit/publication-body.ts';
import { AppClock, hostClock } from '#main/core/clock.ts';
import { readConfig } from '#main/core/config.ts';
import { openLog } from '#main/core/log.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { wire } from '#main/server/wire.ts';
import { createPersonAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';

export interface BenchServer {
  readonly base: string;
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  /** The contacts, each for one attempt, distributed evenly over the sellers. */
  readonly contacts: readonly Contact[];
  /** The session of each seller, as a value of the header `Cookie`. */
  readonly cookies: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export interface Contact {
  readonly customerId: string;
  readonly sellerId: string;
}

/** So many sellers that each makes a few dozen contacts, as on a busy day. */
const SELLERS = 64;
const PASSWORD = 'a password for measuring';
const NOON = '2026-11-23T15:00:00.000Z';

const SECRET = 'a secret for measuring, known to everybody, good for nothing';

/** Puts a proxy between the server and its database, and returns the proxy's address. */
export type Through = (url: string) => Promise<string>;

/** Starts the server: the app's clock shows noon, and the pace limit is higher than any rate measured here. */
export async function openBenchServer(contacts: number, through: Through = async (url) => url): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: Error) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  await ensureRoles(logins);
  await migrate(logins.ownerUrl, readMigrations());
  const reading = readConfig({ OTO_DATA_DIR: dataDir, PORT: '0', OTO_DECISIONS_PER_MINUTE: '1000000' });
  if ('faults' in reading) throw new Error(reading.faults.join());
  const runtimeUrl = await through(urlOf('oto_runtime', logins));
  const authUrl = await through(urlOf('oto_auth', logins));
  const { connections } = reading.config;
  const database = openDatabase({ url: runtimeUrl, max: connections.runtime, onError: onLost });
  const runningServer = await wire({
    config: reading.config,
    dir: dataDir,
    log: openLog('error'),
    clock: new AppClock(),
    hostClock,
    secret: SECRET,
    database,
    runtimeUrl,
    authUrl,
    listenUrl: runtimeUrl,
    heartbeat: null,
    naming: 'named',
    obstacles: async () => [],
    close: async () => undefined,
  });
  const base = runningServer.greeting.split('\n')[0] ?? '';
  await liftPaceLimit(base);
  const made = await addSellers(logins.ownerUrl, contacts);
  return {
    base,
    ownerUrl: logins.ownerUrl,
    runtimeUrl,
    contacts: made.contacts,
    cookies: await signInSellers(base, authUrl, made.brandId, made.sellerIds),
    async close() {
      await runningServer.close();
      await database.close();
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function liftPaceLimit(base: string): Promise<void> {
  const support = new Client(base);
  await support.put('/api/v1/demo/clock', { now: NOON, ticking: false });
  await support.post('/api/v1/session', { email: 'suporte@oto.example', password: 'suporte-demo' });
  const { items } = (await support.get('/api/v1/brands')).body;
  const { id } = items.find(({ slug }: { slug: string }) => slug === 'aurora');
  const policy = { pace: { seller: { max: 1000, perMinutes: 10 } } };
  const { status } = await support.post(`/api/v1/brands/${id}/quiet-hours`, publicationBody(policy, 'medição'));
  if (status !== 201) throw new Error(`Publishing the policy was answered with ${status}, not 201`);
}

/**
 * Adds sellers to Ana's store, and `count` customers distributed evenly over them. The sellers are store managers, who may
 * use accounts of their own (decision 0046).
 */
async function addSellers(ownerUrl: string, count: number) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const sellerIds = Array.from({ length: SELLERS }, () => uuidv7());
  const { rows } = await owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at)
     select p.brand_id, s.id, 'store_manager', p.store_id, 'Pessoa ' || s.n, now()
     from people p, unnest($1::uuid[]) with ordinality as s(id, n) where p.name = 'Ana Lima' returning brand_id`,
    [sellerIds],
  );
  const contacts = Array.from({ length: count }, (_, n) => ({
    customerId: uuidv7(),
    sellerId: sellerIds[n % SELLERS] as string,
  }));
  await owner.query(
    `insert into customers
       (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select p.brand_id, c.id, 'Cliente ' || c.n, p.store_id, p.id, '+551191' || lpad(c.n::text, 7, '0'), 'mobile',
       sha256(c.n::text::bytea), 'granted', now()
     from unnest($1::uuid[], $2::uuid[]) with ordinality as c(id, seller_id, n) join people p on p.id = c.seller_id`,
    [contacts.map(({ customerId }) => customerId), contacts.map(({ sellerId }) => sellerId)],
  );
  await owner.query('vacuum analyze people, customers');
  await owner.end();
  return { brandId: rows[0].brand_id as string, sellerIds, contacts };
}

async function signInSellers(base: string, authUrl: string, brandId: string, sellerIds: readonly string[]) {
  const onError = (error: unknown) => {
    throw error;
  };
  const auth = createAuth({ url: authUrl, cookieKeys: [keysOf(SECRET).sessions], hostNow: hostClock.now, onError });
  const cookies = new Map<string, string>();
  for (const [n, personId] of sellerIds.entries()) {
    const email = `${personId}@aurora.example`;
    await createPersonAccount(auth.accounts, { name: email, email, password: PASSWORD, brandId, personId });
    const seller = new Client(base, { 'x-forwarded-for': `10.9.0.${n}` });
    const { status } = await seller.post('/api/v1/session', { email, password: PASSWORD });
    if (status !== 200) throw new Error(`A seller's sign-in was answered with ${status}, not 200`);
    cookies.set(personId, [...seller.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  }
  await auth.close();
  return cookies;
}
