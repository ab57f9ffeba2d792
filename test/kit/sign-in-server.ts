/** Starts the routes of sign-in on a real port, with two brands, a few stores and their people. */
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import type { FastifyPluginAsync } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { hashSlots } from '#flows/sign-in/hash-slots.ts';
import { setPin } from '#flows/sign-in/pins/set-pin.ts';
import { createApp } from '#http/core/app.ts';
import { requireActor } from '#http/core/caller/actor.ts';
import { sessionCookies } from '#http/core/caller/session-cookies.ts';
import { supportHost } from '#http/core/caller/support-host.ts';
import { settingsRoutes } from '#http/people/settings.ts';
import { accountRoutes } from '#http/sign-in/account/account.ts';
import { ownSessionRoutes } from '#http/sign-in/account/own-sessions.ts';
import { personSessionRoutes } from '#http/sign-in/account/person-sessions.ts';
import type { PasswordRefusal } from '#http/sign-in/open-session.ts';
import { lostSecondFactorRoutes } from '#http/sign-in/second-factor/lost-second-factors.ts';
import { secondFactorRoutes } from '#http/sign-in/second-factor/second-factor.ts';
import { type SessionDeps, sessionRoutes } from '#http/sign-in/session.ts';
import { peopleRoutes } from '#http/sign-in/unlock-person.ts';
import { hostClock } from '#main/core/clock.ts';
import { openLog } from '#main/core/log.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { createPersonAccount, createStoreAccount, createSupportAccount } from '#main/sign-in/accounts.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { commonPasswords } from '#main/sign-in/common-passwords.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { Client } from './client.ts';
import { type TestDatabase, withDatabase } from './database.ts';
import { secret } from './postgres.ts';

export const PASSWORD = 'seis vestidos azuis';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The ids of the rows that `startSignInServer` prepares. */
export interface Prepared {
  readonly aurora: string;
  readonly brisa: string;
  readonly paulista: string;
  readonly manaus: string;
  readonly ana: string;
  readonly bruno: string;
  readonly carla: string;
  readonly davi: string;
  readonly manausSeller: string;
  readonly gestao: string;
  readonly brisaSeller: string;
}

export interface SignInServer extends TestDatabase {
  readonly ids: Prepared;
  readonly auth: ReturnType<typeof createAuth>;
  readonly pins: { readonly pinDigests: ReturnType<typeof pinDigestsBy>; readonly hostNow: () => number };
  /** The kinds of refused PINs, as operators are told. */
  readonly refusals: readonly string[];
  /** The kinds of refused passwords, and whether each suggests guessing, as operators are told. */
  readonly passwordRefusals: readonly (readonly [kind: string, guessing: boolean])[];
  /** Moves the host's clock, which does not move otherwise. */
  pass(ms: number): void;
  now(): number;
  /** Returns a new device in a network of its own. */
  device(network?: string): Client;
  /** Returns a new device that is signed in to a store. */
  store(email?: string): Promise<Client>;
  /** Returns such a device on which Ana (1111), Bruno (2222), the manager Carla (9999) or Davi (482716) has the turn. */
  held(pin: string): Promise<Client>;
}

/**
 * Starts the server. `secure` sets cookies as behind https. With `demo: false` the demo's passwords are refused and managers'
 * PINs need six digits. `moreRoutes` adds routes with the same deps. Every client sends its network, as a proxy would.
 */
export async function startSignInServer({
  secure = false,
  demo = true,
  supportUrl = null as string | null,
  password = PASSWORD,
  hasMail = false,
  moreRoutes = (_: SessionDeps): FastifyPluginAsync[] => [],
} = {}): Promise<SignInServer> {
  // This hook comes before the hook of the database: hooks run in order, and connections must be closed before the database is dropped.
  const closing: (() => Promise<unknown>)[] = [];
  after(() => Promise.all(closing.map((close) => close())));
  const database = await withDatabase();
  const { db, logins } = database;
  let now = hostClock.now();
  const hostNow = () => now;
  const keys = keysOf(secret);
  const auth = createAuth({
    url: urlOf('oto_auth', logins),
    cookieKeys: [keys.sessions],
    hostNow,
    onError: (error) => {
      throw error;
    },
  });
  const pins = { pinDigests: pinDigestsBy([keys.pins]), hostNow };
  const cookies = sessionCookies(secure);
  const identify = { auth: auth.db, db, accounts: auth.accounts, hostNow, cookies, demo };
  const hours = { timelines: new Timelines(), now: hostNow, isTicking: () => true };
  const refusals: string[] = [];
  const passwordRefusals: (readonly [string, boolean])[] = [];
  const deps = {
    ...identify,
    secondFactors: auth.secondFactors,
    ...pins,
    ...hours,
    hashing: hashSlots(),
    meterKey: auth.meterKey,
    newId: uuidv7,
    newToken: () => randomBytes(32).toString('base64url'),
    supportHost: supportHost(supportUrl),
    onPinRefused: (refusal: { kind: string }) => void refusals.push(refusal.kind),
    onPasswordRefused: ({ kind, guessing }: PasswordRefusal) => void passwordRefusals.push([kind, guessing]),
    isCommonPassword: commonPasswords(),
    hasMail,
  };
  const app = await createApp({
    logger: openLog('silent'),
    trustProxy: true,
    identify,
    secure,
    supportUrl,
    publicOrigins: () => ['http://front.example', ...(supportUrl === null ? [] : [supportUrl])],
    routes: [
      sessionRoutes(deps),
      secondFactorRoutes(deps),
      lostSecondFactorRoutes(deps),
      settingsRoutes(deps),
      peopleRoutes(deps),
      accountRoutes(deps),
      ownSessionRoutes(deps),
      personSessionRoutes(deps),
      ...moreRoutes(deps),
      async (instance) => {
        const config = { operations: ['keep_turn'] } as const;
        instance.get('/api/v1/act', { config }, async (request) => requireActor(request));
        instance.post('/api/v1/act', { config }, async (request) => requireActor(request));
      },
    ],
    webRoot: null,
  });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const ids = await prepare(database, auth.accounts, pins, password);
  closing.push(() => app.close(), auth.close);

  let networks = 0;
  const device = (network = `10.0.${networks >> 8}.${networks++ & 255}`) =>
    new Client(base, { 'x-forwarded-for': network });
  const store = async (email = 'paulista@aurora.example') => {
    const client = device();
    const { status } = await client.post('/api/v1/session', { email, password });
    if (status !== 200) throw new Error(`The store could not sign in: the server answered ${status}`);
    return client;
  };
  const held = async (pin: string) => {
    const client = await store();
    const { status } = await client.post('/api/v1/session/pin', { pin });
    if (status !== 200) throw new Error(`The PIN was refused: the server answered ${status}`);
    return client;
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...database, refusals, passwordRefusals, ids, auth, pins, pass, now: hostNow, device, store, held };
}

async function prepare(
  { db, owner }: TestDatabase,
  accounts: ReturnType<typeof createAuth>['accounts'],
  pins: SignInServer['pins'],
  password: string,
): Promise<Prepared> {
  const at = new Date(pins.hostNow()).toISOString();
  const brand = async (slug: string) => {
    const id = uuidv7();
    await owner.query(
      `insert into brands (brand_id, slug, name, plan, zone, created_at) values ($1, $2, initcap($2), 'growth', 'America/Sao_Paulo', $3)`,
      [id, slug, at],
    );
    return id;
  };
  const store = async (brandId: string, code: string) => {
    const id = uuidv7();
    await owner.query(
      `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
       values ($1, $2, $3::text, $3::text, 'São Paulo', 'SP', 'America/Sao_Paulo', $4)`,
      [brandId, id, code, at],
    );
    return id;
  };
  const person = async (brandId: string, storeId: string | null, name: string, role: string, pin?: string) => {
    const id = uuidv7();
    await owner.query(
      `insert into people (brand_id, id, role, store_id, name, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [brandId, id, role, storeId, name, at],
    );
    if (pin && storeId) await setPin({ db, ...pins }, { brandId, storeId, personId: id }, pin, false);
    return id;
  };

  const aurora = await brand('aurora');
  const brisa = await brand('brisa');
  const paulista = await store(aurora, 'paulista');
  const manaus = await store(aurora, 'manaus');
  const loja = await store(brisa, 'loja');
  const ids = {
    aurora,
    brisa,
    paulista,
    manaus,
    ana: await person(aurora, paulista, 'Ana', 'seller', '1111'),
    bruno: await person(aurora, paulista, 'Bruno', 'seller', '2222'),
    carla: await person(aurora, paulista, 'Carla', 'store_manager', '9999'),
    davi: await person(aurora, paulista, 'Davi', 'seller', '482716'),
    manausSeller: await person(aurora, manaus, 'Ana', 'seller', '1111'),
    gestao: await person(aurora, null, 'Gestão', 'brand_manager'),
    brisaSeller: await person(brisa, loja, 'Bia', 'seller', '1111'),
  };
  const stores = [
    { email: 'paulista@aurora.example', name: 'Paulista', brandId: aurora, storeId: paulista },
    { email: 'manaus@aurora.example', name: 'Manaus', brandId: aurora, storeId: manaus },
    { email: 'loja@brisa.example', name: 'Loja', brandId: brisa, storeId: loja },
  ];
  for (const each of stores) await createStoreAccount(accounts, { ...each, password });
  await createPersonAccount(accounts, {
    email: 'carla@aurora.example',
    name: 'Carla',
    brandId: aurora,
    personId: ids.carla,
    password,
  });
  await createPersonAccount(accounts, {
    email: 'gestao@aurora.example',
    name: 'Gestão',
    brandId: aurora,
    personId: ids.gestao,
    password,
  });
  await createSupportAccount(accounts, { email: 'suporte@oto.example', name: 'Suporte', password });
  return ids;
}
