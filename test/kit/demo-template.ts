/** A database with the demo in it, filled once and cloned from then on: cloning takes a tenth of a second, filling three. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import type { EmbeddedPostgres } from '#main/core/postgres/postgres.ts';
import { DEMO_BRANDS, DEMO_SUPPORT } from '#main/demo/brands.ts';
import { Client } from './client.ts';
import { asSuperuser, cloneDatabase, databaseName, dropDatabase, loginsOf } from './postgres.ts';
import { DEMO_DAY, startServer } from './start-server.ts';

/** A device that is signed in already: its password was checked once, when the template was filled. */
export interface SignedInDevice {
  readonly email: string;
  /** By name, as the browser sends them. */
  readonly cookies: Readonly<Record<string, string>>;
}

interface Template {
  readonly name: string;
  readonly devices: readonly SignedInDevice[];
}

/** Where the demo's clock stands in each clone until a test moves it: a Sunday morning, all stores out of quiet hours. */
const CLOCK_AT = '2026-11-22T10:30:00-03:00';
/** As many devices of one account as one test holds at the same time; further ones are signed in by password. */
const DEVICES_EACH = 3;
const FILLING = 7_300_021;
const root = join(import.meta.dirname, '..', '..');

let ready: Promise<Template> | undefined;

/**
 * Makes the database `name` with the demo in it, the clock standing still at `CLOCK_AT`. Answers which devices are
 * signed in there; nobody has given a PIN on them.
 */
export async function cloneDemo(postgres: EmbeddedPostgres, name: string): Promise<readonly SignedInDevice[]> {
  ready ??= readyTemplate(postgres);
  const { name: template, devices } = await ready;
  await asSuperuser(postgres, async (client) => {
    await client.query(`create database ${name} template ${template} owner oto_owner`);
    // A copy begins with the rights of any new database.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  await startSessionsNow(postgres.urlOf(name, 'postgres'));
  return devices;
}

/** Takes a device of that account out of `unused`; undefined where none is left. */
export function takeDevice(unused: SignedInDevice[], email: string): SignedInDevice | undefined {
  const at = unused.findIndex((each) => each.email === email);
  return at === -1 ? undefined : unused.splice(at, 1)[0];
}

/** A session of support ends after an hour without a request, and the template may have been filled hours ago. */
async function startSessionsNow(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `update auth.session set "expiresAt" = now() + ("expiresAt" - "createdAt"), "createdAt" = now(), "updatedAt" = now()`,
    );
  } finally {
    await client.end();
  }
}

/** The filled database, named after the sources that filled it; those of other sources are removed. */
async function readyTemplate(postgres: EmbeddedPostgres): Promise<Template> {
  const name = `oto_demo_${digestOfSources()}`;
  return (
    (await findTemplate(postgres, name)) ??
    asSuperuser(postgres, async (client) => {
      // The lock ends with the connection.
      await client.query('select pg_advisory_lock($1)', [FILLING]);
      return (await findTemplate(postgres, name)) ?? fillTemplate(postgres, client, name);
    })
  );
}

/** The devices stand in the comment on the database, so that the two can never be of different runs. */
async function findTemplate(postgres: EmbeddedPostgres, name: string): Promise<Template | null> {
  const { rows } = await asSuperuser(postgres, (client) =>
    client.query<{ comment: string }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [name],
    ),
  );
  return rows[0] ? { name, devices: JSON.parse(rows[0].comment) } : null;
}

async function fillTemplate(postgres: EmbeddedPostgres, client: pg.Client, name: string): Promise<Template> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'oto\\_demo\\_%'`,
  );
  for (const { datname } of rows) await dropDatabase(postgres, datname);

  const building = databaseName('test');
  await cloneDatabase(postgres, building);
  const logins = loginsOf(postgres, building);
  const db = openDatabase({ url: urlOf('oto_runtime', logins), max: 4, onError: () => undefined });
  try {
    const product = await startServer({ db, logins });
    const devices = await signDevicesIn(product.base);
    await new Client(product.base).put('/api/v1/demo/clock', { now: CLOCK_AT, ticking: false });
    await product.close();
    await db.close();
    await client.query(`comment on database ${building} is ${pg.escapeLiteral(JSON.stringify(devices))}`);
    await client.query(`alter database ${building} rename to ${name}`);
    return { name, devices };
  } catch (error) {
    await db.close();
    await dropDatabase(postgres, building);
    throw error;
  }
}

async function signDevicesIn(base: string): Promise<SignedInDevice[]> {
  const accounts = [
    DEMO_SUPPORT,
    ...DEMO_BRANDS.flatMap(({ password, manager, stores }) => [
      { email: manager.email, password },
      ...stores.map(({ email }) => ({ email, password })),
    ]),
  ];
  const devices: SignedInDevice[] = [];
  for (const { email, password } of accounts) {
    for (let n = 0; n < DEVICES_EACH; n++) {
      const device = new Client(base);
      const { status } = await device.post('/api/v1/session', { email, password });
      if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
      devices.push({ email, cookies: Object.fromEntries(device.cookies) });
    }
  }
  return devices;
}

/** Everything that may have a say in what the demo's rows are. */
function digestOfSources(): string {
  const digest = createHash('sha256').update(`${DEMO_DAY} ${CLOCK_AT} ${DEVICES_EACH}`);
  const files = globSync(['src/**/*.{ts,sql}', 'test/kit/{demo-template,open-product}.ts', 'package-lock.json'], {
    cwd: root,
    exclude: ['src/web/**', 'src/**/*.test.ts'],
  });
  for (const file of files.sort()) digest.update(file).update(readFileSync(join(root, file)));
  return digest.digest('hex').slice(0, 12);
}
