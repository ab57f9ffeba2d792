/** Fills the database of a fault run with brands, stores in several zones, sellers and customers, and signs all sellers and support in. */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { FIRST_LINK } from '#db/core/first-chain-link.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { Client } from '#kit/client.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createPersonAccount, createSupportAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { asOwner, type Databases, SECRET } from './database.ts';
import { installWitness } from './database-witness.ts';
import { Server } from './product/server.ts';

export interface Customer {
  readonly id: string;
  /** An open suggestion of this customer to the customer's seller. */
  readonly suggestionId: string | null;
}

export interface Person {
  readonly id: string;
  readonly brandId: string;
  readonly zone: string;
  readonly email: string;
  readonly customers: readonly Customer[];
}

export interface World {
  readonly brands: readonly { readonly id: string; readonly slug: string }[];
  readonly sellers: readonly Person[];
  readonly support: string;
  /** The cookie header of each person by e-mail, as a browser would send it. */
  readonly cookies: ReadonlyMap<string, string>;
}

export interface WorldSize {
  /** The number of sellers of each store. */
  readonly sellers: number;
  /** The number of customers of each seller. */
  readonly customers: number;
}

export const PASSWORD = 'fault-run-password';
const SINCE = '2026-01-01T03:00:00.000Z';
/** A running campaign that suggests nobody: the fixture writes its suggestions itself. */
const RUNNING = { state: 'running', active: true, audience: '{"cities":["Nenhuma"]}' };

/** Opening hours are minutes of the day; null means closed. `week` is Monday to Saturday. */
const STORES = [
  {
    brand: 'aurora',
    code: 'AU01',
    city: 'São Paulo',
    state: 'SP',
    zone: 'America/Sao_Paulo',
    week: [540, 1140],
    sunday: null,
  },
  {
    brand: 'aurora',
    code: 'AU02',
    city: 'Manaus',
    state: 'AM',
    zone: 'America/Manaus',
    week: [540, 1200],
    sunday: [840, 1200],
  },
  {
    brand: 'cais',
    code: 'CA01',
    city: 'São Paulo',
    state: 'SP',
    zone: 'America/Sao_Paulo',
    week: [600, 1320],
    sunday: [840, 1200],
  },
  {
    brand: 'cais',
    code: 'CA02',
    city: 'Santiago',
    state: 'RM',
    zone: 'America/Santiago',
    week: [600, 1200],
    sunday: [600, 1200],
  },
] as const;

/** The slugs are those of the demo's brands, so a demo server finds its brands and creates none. */
const BRANDS = [
  { slug: 'aurora', name: 'Aurora', plan: 'growth' },
  { slug: 'cais', name: 'Cais', plan: 'enterprise' },
  { slug: 'brisa', name: 'Brisa', plan: 'starter' },
] as const;

/** The quiet hours are 20:00–08:00 on each store's clock. The pace allows so many contacts that no fault run reaches the limit. */
export const POLICY = {
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '20:00', end: '08:00' }],
  exceptions: [],
  clocks: 'store',
  actions: { profile: 'warn', reply: 'allow', automation: 'block' },
  pace: { seller: { max: 1000, perMinutes: 10, action: 'warn' }, releaseSpreadMinutes: 120, senderPerMinute: 600 },
};

/** Fills the database that runs are copied from, and signs every person in through the product's own route. */
export async function makeWorld(databases: Databases, name: string, size: WorldSize): Promise<World> {
  const logins = databases.loginsOf(name);
  const { brands, sellers } = await asOwner(logins.ownerUrl, async (owner) => {
    const made = await fillBrands(owner, size);
    await installWitness(owner);
    await owner.query('analyze');
    return made;
  });
  const support = 'suporte@oto.example';
  await createAccounts(urlOf('oto_auth', logins), sellers, support);
  const server = await Server.start({
    root: process.cwd(),
    dir: `${databases.dir}/signing-in`,
    databaseUrl: logins.ownerUrl,
    listenUrl: databases.runtimeUrlOf(name),
    secret: SECRET,
  });
  const cookies = new Map<string, string>();
  try {
    const emails = [support, ...sellers.map(({ email }) => email)];
    await runThreeAtATime([...emails.entries()], async ([i, email]) => {
      cookies.set(email, await signIn(server.port, email, i));
    });
  } finally {
    await server.stop();
  }
  return { brands, sellers, support, cookies };
}

/** Signs a person in and returns the cookie header. `network` gives each caller a network, because sign-in tries are counted by network. */
export async function signIn(port: number, email: string, network: number): Promise<string> {
  const client = new Client(`http://127.0.0.1:${port}`, { 'x-forwarded-for': `10.9.${network >> 8}.${network & 255}` });
  const ask = () => client.post('/api/v1/session', { email, password: PASSWORD });
  let { status } = await ask();
  for (let tries = 1; status === 503 && tries < 20; tries += 1) {
    await pause(250);
    ({ status } = await ask());
  }
  if (status !== 200) throw new Error(`${email} could not sign in: the server answered ${status}`);
  return [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
}

async function createAccounts(url: string, sellers: readonly Person[], support: string): Promise<void> {
  const { sessions } = keysOf(SECRET);
  // A query on a lost connection fails by itself; the loss of an idle connection needs no report.
  const onError = () => undefined;
  const auth = createAuth({ url, cookieKeys: [sessions], hostNow: Date.now, onError });
  await createSupportAccount(auth.accounts, { name: 'Sofia', email: support, password: PASSWORD });
  await runThreeAtATime(sellers, ({ id: personId, brandId, email }) =>
    createPersonAccount(auth.accounts, { name: email, email, password: PASSWORD, brandId, personId }),
  );
  await auth.close();
}

/** Runs `work` for each item, three at a time: each hash of a password occupies one processor. */
async function runThreeAtATime<T>(of: readonly T[], work: (each: T) => Promise<unknown>): Promise<void> {
  const remaining = [...of];
  const worker = async () => {
    for (let next = remaining.shift(); next !== undefined; next = remaining.shift()) await work(next);
  };
  await Promise.all([worker(), worker(), worker()]);
}

async function fillBrands(owner: pg.Client, size: WorldSize): Promise<Pick<World, 'brands' | 'sellers'>> {
  const brands = BRANDS.map((brand) => ({ ...brand, id: uuidv7() }));
  const sellers: Person[] = [];
  for (const { id, slug, name, plan } of brands) {
    const ours = STORES.filter(({ brand }) => brand === slug);
    const zones = [...new Set(ours.map(({ zone }) => zone))];
    const count = plan === 'starter' ? 0 : 1;
    await insert(owner, 'brands', [
      { brand_id: id, slug, name, plan, zone: 'America/Sao_Paulo', store_zones: zones, created_at: SINCE },
    ]);
    await insert(owner, 'policy_heads', [{ brand_id: id, revision: count, version: count }]);
    await insert(owner, 'ledgers', [{ brand_id: id, link: FIRST_LINK }]);
    if (count === 0) continue;
    await insert(owner, 'policy_events', [
      {
        ...{ brand_id: id, revision: 1, at: SINCE, kind: 'publish', version: 1, policy: JSON.stringify(POLICY) },
        ...{ effective_at: SINCE, cause: 'support', author_name: 'Sofia', author_id: 'sofia', reason: 'Chamado 1' },
      },
    ]);
    const campaign = uuidv7();
    const template = 'Oi, {primeiro_nome}!';
    await insert(owner, 'campaigns', [
      { brand_id: id, id: campaign, name: 'Aniversário', template, priority: 1, ...RUNNING, created_at: SINCE },
    ]);
    for (const store of ours) sellers.push(...(await insertStore(owner, id, campaign, store, size, sellers.length)));
  }
  // The list takes one seller of each store in rotation, so that its first entries cover all stores.
  const inRotation = Array.from({ length: size.sellers }, (_, i) =>
    sellers.filter((_, n) => n % size.sellers === i),
  ).flat();
  return {
    brands: brands.filter(({ plan }) => plan !== 'starter').map(({ id, slug }) => ({ id, slug })),
    sellers: inRotation,
  };
}

async function insertStore(
  owner: pg.Client,
  brandId: string,
  campaign: string,
  { code, city, state, zone, week, sunday }: (typeof STORES)[number],
  size: WorldSize,
  before: number,
): Promise<Person[]> {
  const storeId = uuidv7();
  await insert(owner, 'stores', [
    { brand_id: brandId, id: storeId, code, name: code, city, state, zone, created_at: SINCE },
  ]);
  const days = [week, week, week, week, week, week, sunday];
  await insert(
    owner,
    'store_hours',
    days.flatMap((open, weekday) =>
      open === null
        ? []
        : [{ brand_id: brandId, store_id: storeId, weekday, opens_minute: open[0], closes_minute: open[1] }],
    ),
  );
  const numbers = keysOf(SECRET).numbers;
  const people: Person[] = [];
  for (let i = 0; i < size.sellers; i += 1) {
    const id = uuidv7();
    const number = before + i;
    // A seller may not use an account of its own (decision 0046); a store manager may, and contacts customers alike.
    await insert(owner, 'people', [
      { brand_id: brandId, id, role: 'store_manager', store_id: storeId, name: `Pessoa ${number}`, created_at: SINCE },
    ]);
    const customers = Array.from({ length: size.customers }, (_, n) => ({
      id: uuidv7(),
      // Every other customer has a suggestion; contacts to the other customers start from the profile.
      suggestionId: n % 2 === 0 ? uuidv7() : null,
    }));
    await insert(
      owner,
      'customers',
      customers.map((customer, n) => {
        const phone = `+55119${String(number * 10_000 + n).padStart(8, '0')}`;
        return {
          ...{ brand_id: brandId, id: customer.id, name: 'Marina Alves', store_id: storeId, seller_id: id, phone },
          ...{
            phone_kind: 'mobile',
            number_hash: numberHash(numbers, phone),
            permission: 'granted',
            created_at: SINCE,
          },
        };
      }),
    );
    const reason = JSON.stringify({ code: 'welcome' });
    await insert(
      owner,
      'suggestions',
      customers.flatMap(({ id: customer, suggestionId }) =>
        suggestionId === null
          ? []
          : [
              {
                ...{ brand_id: brandId, id: suggestionId, campaign_id: campaign, customer_id: customer, seller_id: id },
                ...{ priority: 1, reason, created_at: SINCE },
              },
            ],
      ),
    );
    people.push({ id, brandId, zone, email: `pessoa-${number}@${code.toLowerCase()}.example`, customers });
  }
  return people;
}

async function insert(owner: pg.Client, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500);
    const values = part.flatMap((row) => columns.map((column) => row[column]));
    const places = part.map((_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`).join(', ')})`);
    await owner.query(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, values);
  }
}
