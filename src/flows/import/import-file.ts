/** Imports one file of a brand, whole or not at all. The report has every row that cannot be imported, with the reason. */
import type { FileFinding, ImportKind, ImportReport } from '#contract/import/import-report.ts';
import type { Database, Db, Tx } from '#db/core/db.ts';
import { allowLongPlanning, insertImport } from '#db/import/imports.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { CUSTOMER_COLUMNS, PURCHASE_COLUMNS, SELLER_COLUMNS, STORE_COLUMNS } from '#flows/import/read/columns.ts';
import { type Column, readTable, type Table } from '#flows/import/read/read-table.ts';
import {
  applyImport,
  type CarryOutDeps,
  deleteStagedRows,
  HOLDS_CHANGED,
  type Recovered,
  recoverImports,
  type SteppedKind,
  stageImport,
} from '#flows/import/write/carry-out-import.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { Findings } from './findings.ts';
import { planCustomers } from './import-customers.ts';
import type { ImportPlan, ImportTerms, SmallPlan, SteppedPlan } from './import-plan.ts';
import { planPurchases } from './import-purchases.ts';
import { planSellers } from './import-sellers.ts';
import { planStores } from './import-stores.ts';
import { takeImportTurn } from './import-turn.ts';

export interface ImportDeps {
  readonly db: Database;
  /** The app's clock, which says the century of two-digit years and the instant at which a customer was created. */
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The key of the stop list's hashes (D2). */
  readonly numberKey: Uint8Array;
  /** Called once where another import of the brand is running and this one waits for it. */
  readonly onWaiting?: () => void;
  /** How long this import waits for another one; two minutes where the value is missing. */
  readonly longestWaitMs?: number;
  /** Called for each import that an earlier process left unfinished, after this import has finished or undone it. */
  readonly onRecovered?: (recovered: Recovered) => void;
}

export interface ImportWish {
  readonly brandId: string;
  readonly kind: ImportKind;
  readonly file: Uint8Array;
  /** Imports the rows without a fault although other rows have one. */
  readonly skipBadRows: boolean;
  /** Reads and reports as always, but writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Plans a file and writes all of it or nothing. Stores and sellers are written in one transaction; customers and
 * purchases are staged and then written in short transactions (decision 0027). Imports of one brand run one after the
 * other, and an import that a process left unfinished is finished or undone first. Nothing is written where a row has a
 * fault and `skipBadRows` is false, or where every row has a fault. A dry run writes nothing and leaves unfinished
 * imports alone. Importing the same file again changes nothing. Throws where the brand does not exist, and throws
 * `ImportBusy`, `ImportFailed` and `ImportUnfinished`.
 */
export async function importFile(deps: ImportDeps, wish: ImportWish): Promise<ImportReport> {
  switch (wish.kind) {
    case 'stores':
      return importReadable(deps, wish, STORE_COLUMNS, writeAtOnce('stores', planStores));
    case 'sellers':
      return importReadable(deps, wish, SELLER_COLUMNS, writeAtOnce('sellers', planSellers));
    case 'customers':
      return importReadable(deps, wish, CUSTOMER_COLUMNS, writeInSteps('customers', planCustomers));
    case 'purchases':
      return importReadable(deps, wish, PURCHASE_COLUMNS, writeInSteps('purchases', planPurchases));
  }
}

type Plan<Field extends string, P extends ImportPlan> = (
  tx: Tx,
  terms: ImportTerms,
  table: Table<Field>,
  findings: Findings<Field>,
) => Promise<P>;
type PlanOfReads<Field extends string, P extends ImportPlan> = (
  db: Db,
  terms: ImportTerms,
  table: Table<Field>,
  findings: Findings<Field>,
) => Promise<P>;

type Import<Field extends string> = (
  deps: CarryOutDeps,
  wish: ImportWish,
  table: Table<Field>,
) => Promise<ImportReport>;

async function importReadable<Field extends string>(
  deps: ImportDeps,
  wish: ImportWish,
  columns: Readonly<Record<Field, Column>>,
  carryOut: Import<Field>,
): Promise<ImportReport> {
  const table: Table<Field> | FileFinding = readTable(wish.file, columns);
  if ('code' in table) return { kind: 'unreadable', fault: table };
  if (wish.dryRun) return carryOut({ ...deps, keepTurn: () => undefined }, wish, table);
  const { db, onWaiting = () => undefined, longestWaitMs, onRecovered = () => undefined } = deps;
  return takeImportTurn(db, wish.brandId, { onWaiting, longestWaitMs }, async (keepTurn) => {
    const lockedDeps = { ...deps, keepTurn };
    for (const recovered of await recoverImports(lockedDeps, wish.brandId)) onRecovered(recovered);
    return carryOut(lockedDeps, wish, table);
  });
}

function writeAtOnce<Field extends string>(kind: 'stores' | 'sellers', plan: Plan<Field, SmallPlan>): Import<Field> {
  return (deps, { brandId, skipBadRows, dryRun = false }, table) =>
    deps.db.inBrand(brandId, async (tx) => {
      const terms = await termsOf(deps, tx, brandId);
      const { now } = terms;
      const findings = new Findings(table);
      const { save, ...planned } = await plan(tx, terms, table, findings);
      const report = reportOf(table, findings, planned, { skipBadRows, dryRun });
      if (!report.written) return report;
      await save(tx);
      const { counts } = report;
      tx.send(insertImport, {
        brandId,
        id: deps.newId(),
        kind,
        state: 'applied',
        steps: 0,
        counts,
        at: now,
        endedAt: now,
      });
      if (counts.changed > 0) await publishLiveEvent(tx, brandId, now, HOLDS_CHANGED);
      return report;
    });
}

function writeInSteps<Field extends string>(kind: SteppedKind, plan: PlanOfReads<Field, SteppedPlan>): Import<Field> {
  return async (deps, { brandId, skipBadRows, dryRun = false }, table) => {
    const { report, steps } = await deps.db.read(brandId, async (db) => {
      await db.run(allowLongPlanning, {});
      const terms = await termsOf(deps, db, brandId);
      const findings = new Findings(table);
      const { steps, ...planned } = await plan(db, terms, table, findings);
      return { report: reportOf(table, findings, planned, { skipBadRows, dryRun }), steps };
    });
    if (!report.written) return report;
    const id = await stageImport(deps, brandId, { kind, counts: report.counts, steps });
    await applyImport(deps, brandId, { id, kind });
    await deleteStagedRows(deps, brandId);
    return report;
  };
}

async function termsOf({ now: clock, newId, numberKey }: ImportDeps, db: Db, brandId: string): Promise<ImportTerms> {
  const [brand] = await db.run(readBrandCard, { brandId });
  if (brand === undefined) throw new Error(`There is no brand ${brandId}. Check the id.`);
  const now = clock();
  return { brandId, zone: brand.zone, now, today: localDay(brand.zone, now), newId, numberKey };
}

function reportOf<Field extends string>(
  table: Table<Field>,
  findings: Findings<Field>,
  { joined, ...counts }: ImportPlan,
  { skipBadRows, dryRun }: Required<Pick<ImportWish, 'skipBadRows' | 'dryRun'>>,
): Extract<ImportReport, { kind: 'read' }> {
  const { refused, faults, notes } = findings;
  const repeated = notes.filter(({ code }) => code === 'row_twice').length;
  const hasRowsToWrite = refused === 0 || (skipBadRows && refused < table.rows.length);
  return {
    kind: 'read',
    written: hasRowsToWrite && !dryRun,
    dryRun,
    assumptions: findings.assumptions,
    counts: { rows: table.rows.length, ...counts, joined: joined + repeated, refused },
    faults,
    notes,
    unusedColumns: table.unused,
  };
}
