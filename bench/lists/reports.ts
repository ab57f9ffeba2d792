/**
 * Measures the Panorama and the export on a brand with as many attempts a day as five million a year have: counting the
 * ended days, each report's p50 and p95, and the memory of an export.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '#db/core/db.ts';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { countEndedDays } from '#flows/reports/count-days.ts';
import { type PeriodWish, readPanorama } from '#flows/reports/read-panorama.ts';
import { exportReportAttempts } from '#flows/reports/report-attempts.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { type FilledBrand, fillBrand } from './brand-fixture.ts';

export interface ReportBench {
  readonly attempts: number;
  readonly countSeconds: number;
  readonly reports: readonly { readonly name: string; readonly p50: number; readonly p95: number }[];
  readonly exported: { readonly rows: number; readonly seconds: number; readonly grownMb: number };
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const SECONDS_BETWEEN = 6.3;
const ROUNDS = 20;
const DAY = 86_400_000;

export async function reportBench(attempts: number): Promise<ReportBench> {
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
    const brand = await fillBrand(superuser, { attempts, customers: 50_000, secondsBetween: SECONDS_BETWEEN });
    const countSeconds = await countAll(db, brand);
    await superuser.query('vacuum analyze report_hours, report_days');
    return { attempts, countSeconds, reports: await measure(db, brand), exported: await measureExport(db, brand) };
  } finally {
    await Promise.all([db.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function countAll(db: Database, { brandId, until }: FilledBrand): Promise<number> {
  let host = until;
  const deps = { db, timelines: new Timelines(), now: () => until, hostNow: () => host };
  const began = performance.now();
  for (let counted = 1; counted > 0; host += 120_000) {
    await countEndedDays(deps, brandId);
    host += 120_000;
    counted = await countEndedDays(deps, brandId);
  }
  return Math.round((performance.now() - began) / 1000);
}

async function measure(db: Database, { brandId, storeIds, sellerIds, until }: FilledBrand) {
  const deps = { db, timelines: new Timelines() };
  const dates = (from: number, to: number) => ({ from: dateBefore(until, from), to: dateBefore(until, to) });
  const all = { storeId: null, sellerId: null };
  const wishes: Readonly<Record<string, PeriodWish>> = {
    'brand, today': { ...all, ...dates(0, 0) },
    'brand, 30 days': { ...all, ...dates(29, 0) },
    'brand, 60 days': { ...all, ...dates(59, 0) },
    'brand, 30 older days': { ...all, ...dates(60, 31) },
    'store, 60 days': { ...all, storeId: storeIds[0] ?? null, ...dates(59, 0) },
    'seller, 60 days': { storeId: storeIds[0] ?? null, sellerId: sellerIds[0] ?? null, ...dates(59, 0) },
  };
  const measured = [];
  for (const [name, wish] of Object.entries(wishes)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      await readPanorama(deps, brandId, wish, until);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    measured.push({ name, p50: times[ROUNDS / 2] ?? 0, p95: times[Math.ceil(ROUNDS * 0.95) - 1] ?? 0 });
  }
  return measured;
}

async function measureExport(db: Database, { brandId, until }: FilledBrand) {
  const wish = { storeId: null, sellerId: null, from: dateBefore(until, 80), to: dateBefore(until, 0) };
  const deps = { db, timelines: new Timelines() };
  const pages = await exportReportAttempts(
    deps,
    brandId,
    { ...wish, event: 'attempted', hour: null, version: null },
    until,
  );
  if (pages === null || pages === 'unusable') throw new Error('The period of the export is one that no report counts.');
  const began = performance.now();
  let rows = 0;
  let first = 0;
  let most = 0;
  for await (const page of pages) {
    rows += page.length;
    const used = process.memoryUsage.rss();
    // The first pages warm up the driver and the compiler.
    if (rows <= 100_000) first = Math.max(first, used);
    else most = Math.max(most, used);
  }
  const grownMb = Math.round(Math.max(0, most - first) / 1_048_576);
  return { rows, seconds: Math.round((performance.now() - began) / 1000), grownMb };
}

function dateBefore(until: number, days: number): string {
  return new Date(until - days * DAY).toISOString().slice(0, 10);
}

/** Formats the result as lines for a person. */
export function tableOf({ attempts, countSeconds, reports, exported }: ReportBench): string {
  const width = Math.max(...reports.map(({ name }) => name.length));
  return [
    `Panorama at ${attempts} attempts, as dense as five million a year (days counted in ${countSeconds} s), in ms`,
    `${''.padEnd(width)}     p50     p95`,
    ...reports.map(
      ({ name, p50, p95 }) => `${name.padEnd(width)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)}`,
    ),
    `Export: ${exported.rows} rows in ${exported.seconds} s; memory grew by ${exported.grownMb} MB after the first 100,000`,
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${tableOf(await reportBench(Number(process.argv[2] ?? 5_000_000)))}\n`);
