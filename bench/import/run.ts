/** Measures imports by the command and in the browser, and how long decisions take at the same time: `node bench/import/run.ts [--json]`. */
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { type OpenImportBench, openImportBench } from './brand-fixture.ts';
import { customersFile, purchasesFile, sellersFile, storesFile } from './import-files.ts';
import { type LargestFile, readLargest } from './largest-file.ts';

export interface ImportBench {
  readonly rows: number;
  readonly runs: readonly ImportRun[];
  readonly decisionAloneMs: Percentiles;
  readonly largest: LargestFile;
}

export interface ImportRun {
  readonly what: string;
  readonly seconds: number;
  /** The seconds of COPY for the same rows into a table with the same columns, checks and indexes. */
  readonly copySeconds: number;
  readonly decisions: number;
  /** Decisions that were not answered. */
  readonly failed: number;
  readonly decisionMs: Percentiles;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const DECISIONS_PER_SECOND = 10;
const ROWS = 100_000;
/** The number of customers imported before the measurement; decisions are made on these. */
const EARLIER = 10_000;

export async function importBench({ rows = ROWS } = {}): Promise<ImportBench> {
  const bench = await openImportBench();
  try {
    const { importWithFlow, runImport, uploadRows, superuser, brandId } = bench;
    await importWithFlow('stores', storesFile());
    await importWithFlow('sellers', sellersFile());
    await runImport('customers', customersFile(Math.min(EARLIER, rows / 10), 0));
    const contacts = await contactsOf(superuser, brandId);
    await decideUntil(bench, contacts.slice(0, 50), () => false);
    const alone = await decideUntil(bench, contacts.slice(0, 100), () => false);
    const measured: ImportRun[] = [];
    const measure = async (what: string, table: string, work: () => Promise<number>) => {
      let isOver = false;
      const deciding = decideUntil(bench, contacts, () => isOver);
      const seconds = await work().finally(() => {
        isOver = true;
      });
      const { tookMs, failed } = await deciding;
      const copySeconds = await copyAgain(bench, table);
      const decisionMs = percentiles(tookMs);
      measured.push({ what, seconds, copySeconds, decisions: tookMs.length, failed, decisionMs });
    };
    // The command writes with the same code, so that only the changed customers are measured both ways.
    await measure('browser, nine in ten new', 'customers', () => uploadRows('customers', customersFile(rows, 0)));
    await measure('browser, all changed', 'customers', () => uploadRows('customers', customersFile(rows, 1)));
    await measure('command, all changed', 'customers', () => runImport('customers', customersFile(rows, 2)));
    await measure('command, purchases, all new', 'purchases', () => runImport('purchases', purchasesFile(rows, rows)));
    return { rows, runs: measured, decisionAloneMs: percentiles(alone.tookMs), largest: await readLargest(bench) };
  } finally {
    await bench.close();
  }
}

interface Contact {
  readonly customerId: string;
  readonly personId: string;
  readonly storeId: string;
}

/** Returns customers of the file, in random order. */
async function contactsOf(superuser: pg.Client, brandId: string): Promise<Contact[]> {
  const { rows } = await superuser.query<Contact>(
    `select id as "customerId", seller_id as "personId", store_id as "storeId" from customers
     where brand_id = $1 and availability = 'present' order by md5(id::text)`,
    [brandId],
  );
  return rows;
}

/** Makes ten decisions per second, without waiting for earlier ones, until `isOver` returns true. */
async function decideUntil({ deps, brandId }: OpenImportBench, contacts: readonly Contact[], isOver: () => boolean) {
  const took: Promise<number | null>[] = [];
  const began = performance.now();
  for (const [i, { customerId, personId, storeId }] of contacts.entries()) {
    if (isOver()) break;
    const asked = performance.now();
    const who = { brandId, personId, role: 'seller', storeId, turnId: null } as const;
    const nothing = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null };
    took.push(
      attemptContact(deps, who, { key: uuidv7(), customerId, text: 'Oi', hold: null, ...nothing }).then(
        () => performance.now() - asked,
        () => null,
      ),
    );
    await pause(Math.max(0, began + ((i + 1) * 1_000) / DECISIONS_PER_SECOND - performance.now()));
  }
  const answers = await Promise.all(took);
  const tookMs = answers.filter((ms) => ms !== null);
  return { tookMs, failed: answers.length - tookMs.length };
}

/** Measures the baseline: one COPY of the brand's rows of `table`, which were copied into a file before. */
async function copyAgain({ superuser, brandId, folder }: OpenImportBench, table: string): Promise<number> {
  const file = join(folder, `${table}.copy`);
  const { rows: columns } = await superuser.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const list = columns.map(({ name }) => name).join(', ');
  await superuser.query(`copy (select ${list} from ${table} where brand_id = '${brandId}') to '${file}'`);
  await superuser.query(`create table bare (like ${table} including all)`);
  const began = performance.now();
  await superuser.query(`copy bare (${list}) from '${file}'`);
  const seconds = (performance.now() - began) / 1000;
  await superuser.query('drop table bare');
  return seconds;
}

function percentiles(values: readonly number[]): Percentiles {
  const inOrder = values.toSorted((a, b) => a - b);
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

/** Formats the result as lines for a person. */
export function tableOf({ rows, runs, decisionAloneMs, largest }: ImportBench): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0).padStart(7)} ms`;
  const spread = ({ p50, p99, most }: Percentiles) => `${ms(p50)}${ms(p99)}${ms(most)}`;
  return [
    `Imports of ${rows} rows, with ${DECISIONS_PER_SECOND} decisions per second on customers of the file at the same time`,
    '                              seconds   rows/s  × COPY   half within   99 %     all   (decisions)',
    ...runs.map(({ what, seconds, copySeconds, decisions, failed, decisionMs }) =>
      [
        what.padEnd(28),
        seconds.toFixed(1).padStart(8),
        (rows / seconds).toFixed(0).padStart(8),
        (seconds / copySeconds).toFixed(1).padStart(7),
        `  ${spread(decisionMs)}   (${decisions}${failed > 0 ? `, and ${failed} not answered` : ''})`,
      ].join(''),
    ),
    `decisions alone                                         ${spread(decisionAloneMs)}`,
    `a file of ${largest.megabytes} MB (${largest.rows} customers): stored in ${largest.storedSeconds.toFixed(1)} s, while the memory of the process that receives it grew by ${largest.receiverMb} MB; read in ${largest.readSeconds.toFixed(1)} s, ${largest.readerMb} MB in the process beside`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await importBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}
