/** The product on a durable Postgres of its own, with its demo, and more customers than a run can use up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '#db/db.ts';
import { migrate, readMigrations } from '#db/migrate.ts';
import { ensureRoles, urlOf } from '#db/roles.ts';
import { AppClock, hostClock } from '#main/clock.ts';
import { readConfig } from '#main/config.ts';
import { openLog } from '#main/log.ts';
import { openPostgres } from '#main/postgres.ts';
import { wire } from '#main/wire.ts';

export interface Benched {
  readonly base: string;
  readonly runtimeUrl: string;
  readonly authUrl: string;
  /** Customers of Ana's store, each good for one attempt. */
  readonly customerIds: readonly string[];
  close(): Promise<void>;
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';

export async function openBenched(customers: number): Promise<Benched> {
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
  const runtimeUrl = urlOf('oto_runtime', logins);
  const authUrl = urlOf('oto_auth', logins);
  const database = openDatabase({ url: runtimeUrl, onError: onLost });
  const doors = await wire({
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
    obstacles: async () => [],
    close: async () => undefined,
  });
  return {
    base: doors.greeting.split('\n')[0] ?? '',
    runtimeUrl,
    authUrl,
    customerIds: await addCustomers(logins.ownerUrl, customers),
    async close() {
      await doors.close();
      await database.close();
      await postgres.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function addCustomers(ownerUrl: string, count: number): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const ids = Array.from({ length: count }, () => uuidv7());
  await owner.query(
    `insert into customers
       (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select p.brand_id, c.id, 'Cliente ' || c.n, p.store_id, p.id, '+551191' || lpad(c.n::text, 7, '0'), 'mobile',
       sha256(c.n::text::bytea), 'granted', now()
     from people p, unnest($1::uuid[]) with ordinality as c(id, n) where p.name = 'Ana Lima'`,
    [ids],
  );
  await owner.query('vacuum analyze customers');
  await owner.end();
  return ids;
}
