/** One file of a brand goes in, whole or not at all; every row that cannot go in is reported with its reason. */
import type { FileFinding, ImportKind, ImportReport } from '#contract/import-report.ts';
import { brandCard, takeImportTurn } from '#db/brands.ts';
import type { Database, Tx } from '#db/db.ts';
import { tellBrand } from '#flows/tell-brand.ts';
import { localDay } from '#rules/local-day.ts';
import type { Instant } from '#rules/time/interval.ts';
import { CUSTOMER_COLUMNS, PURCHASE_COLUMNS, SELLER_COLUMNS, STORE_COLUMNS } from './columns.ts';
import { Findings } from './findings.ts';
import { planCustomers } from './import-customers.ts';
import type { ImportPlan, ImportTerms } from './import-plan.ts';
import { planPurchases } from './import-purchases.ts';
import { planSellers } from './import-sellers.ts';
import { planStores } from './import-stores.ts';
import { type Column, readTable, type Table } from './read-table.ts';

export interface ImportDeps {
  readonly db: Database;
  /** The app's clock: two-digit years, and when a customer came to be. */
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Of the stop list's hashes (D2). */
  readonly numberKey: Uint8Array;
}

export interface ImportWish {
  readonly brandId: string;
  readonly kind: ImportKind;
  readonly file: Uint8Array;
  /** Import the rows without a fault although others have one. */
  readonly skipBadRows: boolean;
  /** Read and report as always, and write nothing. */
  readonly dryRun?: boolean;
}

/**
 * Reads, plans and writes in one transaction. Imports of one brand take turns. Nothing is written where a row has a
 * fault, unless `skipBadRows`; nor where every row has one. The same file again changes nothing. Throws where the brand is not there.
 */
export async function importFile(deps: ImportDeps, wish: ImportWish): Promise<ImportReport> {
  switch (wish.kind) {
    case 'stores':
      return importRows(deps, wish, STORE_COLUMNS, planStores);
    case 'sellers':
      return importRows(deps, wish, SELLER_COLUMNS, planSellers);
    case 'customers':
      return importRows(deps, wish, CUSTOMER_COLUMNS, planCustomers);
    case 'purchases':
      return importRows(deps, wish, PURCHASE_COLUMNS, planPurchases);
  }
}

const HOLDS_CHANGED = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;

type Plan<Field extends string> = (
  tx: Tx,
  terms: ImportTerms,
  table: Table<Field>,
  findings: Findings<Field>,
) => Promise<ImportPlan>;

async function importRows<Field extends string>(
  deps: ImportDeps,
  { brandId, file, skipBadRows, dryRun = false }: ImportWish,
  columns: Readonly<Record<Field, Column>>,
  plan: Plan<Field>,
): Promise<ImportReport> {
  const table: Table<Field> | FileFinding = readTable(file, columns);
  if ('code' in table) return { kind: 'unreadable', fault: table };

  return deps.db.inBrand(brandId, async (tx) => {
    takeImportTurn(tx, brandId);
    const [brand] = await tx.run(brandCard, { brandId });
    if (brand === undefined) throw new Error(`There is no brand ${brandId}`);
    const now = deps.now();
    const { newId, numberKey } = deps;
    const terms = { brandId, zone: brand.zone, now, today: localDay(brand.zone, now), newId, numberKey };
    const findings = new Findings(table);
    const { save, joined, ...counts } = await plan(tx, terms, table, findings);
    const { refused, faults, notes } = findings;
    const hasRowsToWrite = refused === 0 || (skipBadRows && refused < table.rows.length);
    const written = hasRowsToWrite && !dryRun;
    if (written) await save(tx);
    // What waits may have been moved or ended by it: open screens look again.
    if (written && counts.changed > 0) await tellBrand(tx, brandId, now, HOLDS_CHANGED);
    const repeated = notes.filter(({ code }) => code === 'row_twice').length;
    return {
      kind: 'read',
      written,
      dryRun,
      assumptions: findings.assumptions,
      counts: { rows: table.rows.length, ...counts, joined: joined + repeated, refused },
      faults,
      notes,
      unusedColumns: table.unused,
    };
  });
}
