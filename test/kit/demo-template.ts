/** Clones a database with the demo for each test file, from a template that is filled once: a clone takes 0.1 s, filling 3 s. */
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

/** A device that is already signed in: its password was checked once, when the template was filled. */
export interface SignedInDevice {
  readonly email: string;
  /** The cookies by name. */
  readonly cookies: Readonly<Record<string, string>>;
}

interface Template {
  readonly name: string;
  readonly devices: readonly SignedInDevice[];
}

/** The instant of the demo's clock in each clone until a test moves it: a Sunday morning, when no store is quiet. */
const CLOCK_AT = '2026-11-22T10:30:00-03:00';
/** The number of signed-in devices of each account; further devices of a test sign in by password. */
const DEVICES_EACH = 3;
const FILLING = 7_300_021;
const root = join(import.meta.dirname, '..', '..');

let ready: Promise<Template> | undefined;

/**
 * Creates the database `name` with the demo and the clock stopped at `CLOCK_AT`. Returns the devices that are signed in
 * there; no person has a turn on them.
 */
export async function cloneDemo(postgres: EmbeddedPostgres, name: string): Promise<readonly SignedInDevice[]> {
  ready ??= readyTemplate(postgres);
  const { name: template, devices } = await ready;
  await asSuperuser(postgres, async (client) => {
    await client.query(`create database ${name} template ${template} owner oto_owner`);
    // A copy has the default rights of a new database.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  await startSessionsNow(postgres.urlOf(name, 'postgres'));
  return devices;
}

/** Removes a device of the account from `unused` and returns it; undefined where none is left. */
export function takeDevice(unused: SignedInDevice[], email: string): SignedInDevice | undefined {
  const at = unused.findIndex((each) => each.email === email);
  return at === -1 ? undefined : unused.splice(at, 1)[0];
}

/** Makes all sessions start now: a session of support ends after an hour without a request, and the template may be hours old. */
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

/** Returns the template, which is named after the digest of the sources that filled it; fills it where it is missing. */
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

/** Finds the template. Its devices are in the comment on the database, so that both are always from the same run. */
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
      if (status !== 200) throw new Error(`${email} could not sign in: the server answered ${status}`);
      devices.push({ email, cookies: Object.fromEntries(device.cookies) });
    }
  }
  return devices;
}

/** Returns a digest of every file that can change the demo's rows. */
function digestOfSources(): string {
  const digest = createHash('sha256').update(`${DEMO_DAY} ${CLOCK_AT} ${DEVICES_EACH}`);
  const files = globSync(['src/**/*.{ts,sql}', 'test/kit/{demo-template,start-server}.ts', 'package-lock.json'], {
    cwd: root,
    exclude: ['src/web/**', 'src/**/*.test.ts'],
  });
  for (const file of files.sort()) digest.update(file).update(readFileSync(join(root, file)));
  return digest.digest('hex').slice(0, 12);
}
