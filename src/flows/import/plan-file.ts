/** Reads a file of any kind as a table, and plans what the import of the table writes. Writes nothing. */
import type { FileFinding, ImportField, ImportKind, ImportReport } from '#contract/import/import-report.ts';
import type { Db } from '#db/core/db.ts';
import { readBrandCard } from '#db/people/brands.ts';
import {
  CUSTOMER_COLUMNS,
  type CustomerField,
  PURCHASE_COLUMNS,
  type PurchaseField,
  SELLER_COLUMNS,
  type SellerField,
  STORE_COLUMNS,
  type StoreField,
} from '#flows/import/read/columns.ts';
import {
  type ChosenFields,
  type Column,
  readTable,
  type Table,
  type UnmappedFile,
} from '#flows/import/read/read-table.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay } from '#rules/time/local-day.ts';
import { Findings } from './findings.ts';
import { planCustomers } from './import-customers.ts';
import type { ImportPlan, ImportTerms, SmallPlan, SteppedPlan } from './import-plan.ts';
import { planPurchases } from './import-purchases.ts';
import { planSellers } from './import-sellers.ts';
import { planStores } from './import-stores.ts';

/** The columns that each kind of file may have. */
export const COLUMNS_OF: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportField, Column>>>>> = {
  stores: STORE_COLUMNS,
  sellers: SELLER_COLUMNS,
  customers: CUSTOMER_COLUMNS,
  purchases: PURCHASE_COLUMNS,
};

/** A file that was read as a table, with its kind. */
export type FileTable =
  | { readonly kind: 'stores'; readonly table: Table<StoreField> }
  | { readonly kind: 'sellers'; readonly table: Table<SellerField> }
  | { readonly kind: 'customers'; readonly table: Table<CustomerField> }
  | { readonly kind: 'purchases'; readonly table: Table<PurchaseField> };

/** Reads a file as a table of its kind. Returns a finding where the whole file cannot be read. */
export function readFileTable(
  kind: ImportKind,
  file: Uint8Array,
  chosen: ChosenFields<ImportField> | null = null,
): FileTable | FileFinding | UnmappedFile {
  const table: Table<ImportField> | UnmappedFile<ImportField> | FileFinding = readTable(
    file,
    COLUMNS_OF[kind] as Readonly<Record<ImportField, Column>>,
    chosen,
  );
  return 'code' in table ? table : ({ kind, table } as FileTable);
}

type ReadReport = Extract<ImportReport, { kind: 'read' }>;

/** The plan of a file with its findings. `report` has everything of an import's report that is known before the writing. */
export interface PlannedFile {
  readonly plan: SmallPlan | SteppedPlan;
  readonly report: Omit<ReadReport, 'kind' | 'written' | 'dryRun'>;
  /** Whether each row of the file is refused. */
  readonly isRefused: (row: { readonly line: number }) => boolean;
}

/** Plans the import of a table, in a read or in the transaction that also writes the plan. */
export async function planFile(db: Db, terms: ImportTerms, { kind, table }: FileTable): Promise<PlannedFile> {
  switch (kind) {
    case 'stores':
      return planned(table, (findings) => planStores(db, terms, table, findings));
    case 'sellers':
      return planned(table, (findings) => planSellers(db, terms, table, findings));
    case 'customers':
      return planned(table, (findings) => planCustomers(db, terms, table, findings));
    case 'purchases':
      return planned(table, (findings) => planPurchases(db, terms, table, findings));
  }
}

async function planned<Field extends string>(
  table: Table<Field>,
  planWith: (findings: Findings<Field>) => Promise<SmallPlan | SteppedPlan>,
): Promise<PlannedFile> {
  const findings = new Findings(table);
  const plan: SmallPlan | SteppedPlan = await planWith(findings);
  return {
    plan,
    report: reportOf(table, findings, plan),
    isRefused: (row) => findings.refuses(row as Table<Field>['rows'][number]),
  };
}

function reportOf<Field extends string>(
  table: Table<Field>,
  findings: Findings<Field>,
  { created, changed, unchanged, joined }: ImportPlan,
): PlannedFile['report'] {
  const { refused, faults, notes } = findings;
  const repeated = notes.filter(({ code }) => code === 'row_twice').length;
  return {
    assumptions: findings.assumptions,
    counts: { rows: table.rows.length, created, changed, unchanged, joined: joined + repeated, refused },
    faults,
    notes,
    unusedColumns: table.unused,
  };
}

export interface TermsDeps {
  /** The app's clock, which says the century of two-digit years and the instant at which a customer was created. */
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The key of the stop list's hashes (D2). */
  readonly numberKey: Uint8Array;
}

/** Reads what the planner needs to know about the brand. Throws where the brand does not exist. */
export async function readTerms({ now: clock, newId, numberKey }: TermsDeps, db: Db, brandId: string) {
  const [brand] = await db.run(readBrandCard, { brandId });
  if (brand === undefined) throw new Error(`There is no brand ${brandId}. Check the id.`);
  const now = clock();
  return { brandId, zone: brand.zone, now, today: localDay(brand.zone, now), newId, numberKey } satisfies ImportTerms;
}
