/** Measures the bytes of an attempt with its indexes, from 100,000 attempts written by `commitDecisions`: `[--json]`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { commitDecisions } from '#flows/core/commit-decisions.ts';
import type { Decided } from '#flows/core/decided.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { decisions, makeBrand } from './brand-fixture.ts';

export interface ByteBench {
  readonly attempts: number;
  readonly seconds: number;
  readonly tables: readonly TableBytes[];
  /** The bytes of an attempt in the tables that keep it for ever. */
  readonly forEver: number;
  /** The bytes of an attempt's idempotency key, which is kept for seven days. */
  readonly key: number;
}

interface TableBytes {
  readonly table: string;
  /** The bytes per attempt of the rows; `indexes` has those of each index. */
  readonly rows: number;
  readonly indexes: readonly { readonly name: string; readonly bytes: number; readonly isKey: boolean }[];
}

const ATTEMPTS = 100_000;
const BATCH = 1_000;
const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const FOR_EVER = ['attempts', 'receipts', 'handovers'];
const KEYS = 'idempotency_keys';
const TARGETS = { forEver: 1_800, key: 400 } as const;

export async function byteBench(): Promise<ByteBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, durable: false, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const owner = new pg.Client({ connectionString: logins.ownerUrl });
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    await owner.connect();
    const brand = await makeBrand(owner, ATTEMPTS);
    const before = await sizesOf(owner);
    const began = performance.now();
    const at = Date.now();
    const receiptKey = new Uint8Array(32).fill(1);
    const write = (batch: readonly Decided[]) =>
      db.inBrand(brand.brandId, (tx) => commitDecisions(tx, { brandId: brand.brandId, at, receiptKey }, batch));
    for (const batch of batchesOf(decisions(brand), BATCH)) await write(batch);
    const seconds = (performance.now() - began) / 1000;
    return resultOf(seconds, before, await sizesOf(owner));
  } finally {
    await Promise.all([db.close(), owner.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function* batchesOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Size {
  readonly table: string;
  readonly index: string | null;
  readonly isKey: boolean;
  readonly bytes: number;
}

/** Returns the size of each table without its indexes (rows, TOAST and maps), and the size of each index. */
async function sizesOf(owner: pg.Client): Promise<readonly Size[]> {
  const { rows } = await owner.query(
    `select c.relname as table, null as index, false as "isKey",
       (pg_total_relation_size(c.oid) - pg_indexes_size(c.oid))::float8 as bytes
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     union all
     select i.indrelid::regclass::text, i.indexrelid::regclass::text, i.indisunique and i.indpred is null,
       pg_total_relation_size(i.indexrelid)::float8
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  return rows;
}

function resultOf(seconds: number, before: readonly Size[], after: readonly Size[]): ByteBench {
  const nameOf = ({ table, index }: Size) => `${table} ${index}`;
  const was = new Map(before.map((size) => [nameOf(size), size.bytes]));
  const grown = after.map((size) => ({ ...size, bytes: (size.bytes - (was.get(nameOf(size)) ?? 0)) / ATTEMPTS }));
  const tables = [...Map.groupBy(grown, ({ table }) => table)]
    .map(([table, sizes]) => ({
      table,
      rows: sizes.find(({ index }) => index === null)?.bytes ?? 0,
      indexes: sizes
        .flatMap(({ index, bytes, isKey }) => (index === null || bytes < 0.5 ? [] : [{ name: index, bytes, isKey }]))
        .toSorted((a, b) => b.bytes - a.bytes),
    }))
    .filter((each) => totalOf(each) >= 1)
    .toSorted((a, b) => totalOf(b) - totalOf(a));
  const sumOf = (names: readonly string[]) =>
    tables.filter(({ table }) => names.includes(table)).reduce((sum, each) => sum + totalOf(each), 0);
  return { attempts: ATTEMPTS, seconds, tables, forEver: sumOf(FOR_EVER), key: sumOf([KEYS]) };
}

function totalOf({ rows, indexes }: TableBytes): number {
  return indexes.reduce((sum, { bytes }) => sum + bytes, rows);
}

/** Formats the result as lines for a person. */
export function tableOf({ attempts, seconds, tables, forEver, key }: ByteBench): string {
  const line = (name: string, bytes: number, note = '') =>
    `${name.padEnd(44)} ${bytes.toFixed(0).padStart(6)}${note && `  ${note}`}`;
  return [
    `Bytes an attempt, each allowed and handed over: ${attempts} written in ${seconds.toFixed(0)} s`,
    ...tables.flatMap((each) => [
      line(each.table, totalOf(each)),
      line('  rows', each.rows),
      ...each.indexes.map(({ name, bytes, isKey }) => line(`  ${name}`, bytes, isKey ? 'key' : '')),
    ]),
    line(`for ever (${FOR_EVER.join(', ')})`, forEver, `target ${TARGETS.forEver}`),
    line(`for seven days (${KEYS})`, key, `target ${TARGETS.key}`),
  ].join('\n');
}

if (import.meta.main) {
  const result = await byteBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
