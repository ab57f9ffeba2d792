/**
 * Measures the deletion of old data beside decisions: how long the longest decision takes while a chore deletes most of 200,000
 * attempts with receipts and hand-overs, and how much disk that frees: `[--json]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { deleteOldData } from '#flows/record/delete-old-data.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { type DecisionTimes, decideUntil, openSellers } from './decisions.ts';
import { countRows, fileMegabytes, fillOldRecord, vacuum } from './old-record.ts';

export interface RetentionBench {
  readonly attempts: number;
  readonly deletedReceipts: number;
  readonly emptiedTexts: number;
  readonly seconds: number;
  readonly alone: DecisionTimes;
  readonly beside: DecisionTimes;
  /** The files of the emptied tables in megabytes. `vacuumed`: the freed space in them is used again. `full`: after `vacuum full`. */
  readonly files: { readonly before: number; readonly vacuumed: number; readonly full: number };
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';
const ATTEMPTS = 200_000;
const ALONE_MS = 10_000;

export async function retentionBench(attempts = ATTEMPTS): Promise<RetentionBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onLost = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, onLost });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError: onLost });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    await superuser.connect();
    const brand = await fillOldRecord(superuser, attempts);
    const sellers = await openSellers(db, superuser, brand);
    const before = { rows: await countRows(superuser, brand.brandId), mb: await fileMegabytes(superuser) };
    const aloneUntil = performance.now() + ALONE_MS;
    const alone = await decideUntil(sellers, () => performance.now() >= aloneUntil);

    const began = performance.now();
    let isDone = false;
    const deletion = { db, hostNow: () => Date.now(), receiptKey: sellers.deps.receiptKey };
    const deleting = (async () => {
      while (!(await deleteOldData(deletion, brand.brandId))) {}
    })().finally(() => {
      isDone = true;
    });
    const beside = await decideUntil(sellers, () => isDone);
    await deleting;
    const seconds = (performance.now() - began) / 1000;

    const rows = await countRows(superuser, brand.brandId);
    const decided = alone.decisions + beside.decisions;
    await vacuum(superuser, false);
    const vacuumed = await fileMegabytes(superuser);
    await vacuum(superuser, true);
    return {
      ...{ attempts, seconds, alone, beside },
      deletedReceipts: before.rows.receipts + decided - rows.receipts,
      emptiedTexts: rows.attempts - rows.texts,
      files: { before: before.mb, vacuumed, full: await fileMegabytes(superuser) },
    };
  } finally {
    await Promise.all([db.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Formats the result as lines for a person. */
export function tableOf({
  attempts,
  deletedReceipts,
  emptiedTexts,
  seconds,
  alone,
  beside,
  files,
}: RetentionBench): string {
  const line = (name: string, { decisions, p50, p99, worst }: DecisionTimes) =>
    [name.padEnd(24), String(decisions).padStart(9), ...[p50, p99, worst].map((ms) => ms.toFixed(1).padStart(8))].join(
      ' ',
    );
  return [
    `Old data of ${attempts} attempts: ${deletedReceipts} receipts deleted and ${emptiedTexts} texts emptied in ${seconds.toFixed(0)} s`,
    `${'decisions, ms'.padEnd(24)}     count      p50      p99    worst`,
    line('alone', alone),
    line('beside the deletion', beside),
    `files: ${files.before.toFixed(0)} MB before, ${files.vacuumed.toFixed(0)} MB after vacuum, which uses the freed space again, ` +
      `${files.full.toFixed(0)} MB after vacuum full`,
  ].join('\n');
}

if (import.meta.main) {
  const [given] = process.argv.slice(2).filter((each) => /^\d+$/.test(each));
  const result = await retentionBench(given === undefined ? ATTEMPTS : Number(given));
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}
