/** Measures all lists and searches with a million attempts and 200,000 customers, p50 and p95: `[--json]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Reads } from '#db/core/db.ts';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { fillBrand } from './brand-fixture.ts';
import { listQueries } from './queries.ts';

export interface ListBench {
  readonly attempts: number;
  readonly customers: number;
  readonly fillSeconds: number;
  readonly lists: readonly { readonly name: string; readonly p50: number; readonly p95: number }[];
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const AMOUNTS = { attempts: 1_000_000, customers: 200_000 };
const ROUNDS = 20;

export async function listBench(): Promise<ListBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, durable: false, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    await superuser.connect();
    const began = performance.now();
    const brand = await fillBrand(superuser, AMOUNTS);
    const fillSeconds = Math.round((performance.now() - began) / 1000);
    const lists: { name: string; p50: number; p95: number }[] = [];
    for (const [name, query] of Object.entries(listQueries(brand)))
      lists.push({ name, ...(await measureQuery(db, query)) });
    return { ...AMOUNTS, fillSeconds, lists };
  } finally {
    await Promise.all([db.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureQuery(db: Reads, query: (db: Reads) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await query(db);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: times[ROUNDS / 2] ?? 0, p95: times[Math.ceil(ROUNDS * 0.95) - 1] ?? 0 };
}

/** Formats the result as lines for a person. */
export function tableOf({ attempts, customers, fillSeconds, lists }: ListBench): string {
  const width = Math.max(...lists.map(({ name }) => name.length));
  return [
    `Lists and searches at ${attempts} attempts and ${customers} customers (filled in ${fillSeconds} s), in ms`,
    `${''.padEnd(width)}     p50     p95`,
    ...lists.map(
      ({ name, p50, p95 }) => `${name.padEnd(width)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)}`,
    ),
  ].join('\n');
}

if (import.meta.main) {
  const result = await listBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
