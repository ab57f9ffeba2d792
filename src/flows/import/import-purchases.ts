/** Plans an import of purchases. Each purchase is added once, even where files overlap or are imported again. */
import { createHash } from 'node:crypto';
import type { Db } from '#db/core/db.ts';
import { listCustomerCodes } from '#db/customers/customer-records.ts';
import { listErasedCodes } from '#db/customers/privacy/erasure.ts';
import { findImportedPurchases, type PurchaseRecord } from '#db/customers/purchases.ts';
import type { RowChange } from '#db/import/imports.ts';
import { listPeople } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import type { PurchaseField } from '#flows/import/read/columns.ts';
import { type DecimalMark, decimalMarkOf, readCents, readDay } from '#flows/import/read/read-cell.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateParts } from '#rules/time/local-day.ts';
import { erasedByCode } from './erased-codes.ts';
import type { Findings } from './findings.ts';
import {
  byCodeKey,
  changesOf,
  compareRecords,
  fateOf,
  firstRowsOf,
  type ImportTerms,
  type SteppedPlan,
} from './import-plan.ts';

type ByCode = ReadonlyMap<string, { readonly id: string }>;

interface References {
  readonly stores: ByCode;
  readonly sellers: ByCode;
  readonly customers: ByCode;
  /** The erased customers by those codes that the file names. */
  readonly erased: ReadonlyMap<string, string>;
  /** The decimal mark of the file's amounts. */
  readonly decimals: DecimalMark;
}

/**
 * Plans the changes. Two lines are the same purchase where receipt number and store are equal. Where the file has no
 * receipt numbers, customer, store, day, amount and items must be equal, and the lines are counted: the second equal
 * line of a file is a second purchase. Purchases of erased customers are left out and noted.
 */
export async function planPurchases(
  db: Db,
  { brandId, newId, today, numberKey }: ImportTerms,
  table: Table<PurchaseField>,
  findings: Findings<PurchaseField>,
): Promise<SteppedPlan> {
  const [stores, people, customers, erased] = await Promise.all([
    db.run(listStores, { brandId }),
    db.run(listPeople, { brandId }),
    db.run(listCustomerCodes, { brandId }),
    db.run(listErasedCodes, { brandId }),
  ]);
  const decimals = decimalMarkOf(table.rows.values().map(({ cells }) => cells.total));
  const codes = table.rows.map(({ cells }) => cells.customer);
  const references = {
    stores: byCodeKey(stores),
    sellers: byCodeKey(people),
    customers: byCodeKey(customers),
    erased: erasedByCode(erased, codes, numberKey),
    decimals,
  };
  const times = new Map<string, number>();
  const readable = table.rows
    .map((row) => ({ row, purchase: readPurchase(row, references, today, findings) }))
    .filter(({ row }) => !findings.refuses(row));
  const isOfErased = ({ cells }: Row<PurchaseField>) => references.erased.has(codeKey(cells.customer));
  const left = new Set(readable.map(({ row }) => row).filter(isOfErased));
  const read = readable
    .filter(({ row }) => !left.has(row))
    .map(({ row, purchase }) => ({ row, purchase: { ...purchase, importKey: importKeyOf(row, purchase, times) } }));

  const importKeys = read.map(({ purchase }) => purchase.importKey);
  const known = await db.run(findImportedPurchases, { brandId, importKeys });
  const ids = new Map(known.map(({ importKey, id }) => [importKey, id]));
  const wanted: PurchaseRecord[] = read.map(({ purchase }) => ({
    ...purchase,
    id: ids.get(purchase.importKey) ?? newId(),
  }));
  const { records, fates, counts } = compareRecords(wanted, known);
  const byRow = new Map(read.map(({ row }, index) => [row, wanted[index]]));

  return {
    ...counts,
    unchanged: counts.unchanged + left.size,
    firstRows: firstRowsOf(table, (row) => {
      const purchase = byRow.get(row);
      if (left.has(row)) return { fate: 'unchanged', values: row.cells };
      if (purchase === undefined) return null;
      const values = { ...row.cells, on: purchase.boughtOn, total: (purchase.totalCents / 100).toFixed(2) };
      return { fate: fateOf(purchase.id, fates), values };
    }),
    steps: stepsOf(changesOf(records, known)),
  };
}

function stepsOf(changes: readonly RowChange[]): RowChange[][] {
  const count = Math.ceil(changes.length / STEP_SIZE);
  return Array.from({ length: count }, (_, n) => changes.slice(n * STEP_SIZE, (n + 1) * STEP_SIZE));
}

/** The number of purchases in a step. No decision waits for purchases, so a step is as large as a statement can write quickly. */
const STEP_SIZE = 2_000;

function readPurchase(
  row: Row<PurchaseField>,
  { stores, sellers, customers, erased, decimals }: References,
  today: EpochDay,
  findings: Findings<PurchaseField>,
): Omit<PurchaseRecord, 'id' | 'importKey'> {
  const { cells } = row;
  const customerId = customers.get(codeKey(cells.customer))?.id;
  const storeId = stores.get(codeKey(cells.store))?.id;
  const sellerId = cells.seller === '' ? null : sellers.get(codeKey(cells.seller))?.id;
  if (customerId === undefined && erased.has(codeKey(cells.customer))) findings.note(row, 'customer', 'erased');
  else if (customerId === undefined) {
    findings.fault(row, 'customer', cells.customer === '' ? 'customer_missing' : 'customer_unknown');
  }
  if (storeId === undefined) findings.fault(row, 'store', cells.store === '' ? 'store_missing' : 'store_unknown');
  if (sellerId === undefined) findings.fault(row, 'seller', 'seller_unknown');
  if (cells.items.length > 1000) findings.fault(row, 'items', 'text_too_long', '1000');
  return {
    customerId: customerId ?? '',
    storeId: storeId ?? '',
    sellerId: sellerId ?? null,
    boughtOn: boughtOn(row, today, findings),
    totalCents: totalCents(row, decimals, findings),
    items: cells.items,
  };
}

/** Reads the day of a purchase. A future day is kept and noted, because the file may come from a till with a wrong date. */
function boughtOn(row: Row<PurchaseField>, today: EpochDay, findings: Findings<PurchaseField>): string {
  const { on } = row.cells;
  const reading = readDay(on, dateParts(today).year, findings.dateOrder('on'));
  if (on === '') findings.fault(row, 'on', 'date_missing');
  else if (reading === 'impossible') findings.fault(row, 'on', 'date_impossible');
  else if (reading === 'unreadable') findings.fault(row, 'on', 'date_unreadable');
  else if (reading === 'ambiguous') findings.fault(row, 'on', 'date_ambiguous');
  if (typeof reading === 'string') return '';
  if ((dayOf(reading.on) as EpochDay) > today) findings.note(row, 'on', 'date_in_future');
  return reading.on;
}

function totalCents(row: Row<PurchaseField>, decimals: DecimalMark, findings: Findings<PurchaseField>): number {
  const { total } = row.cells;
  const cents = readCents(total, decimals);
  if (total === '') findings.fault(row, 'total', 'amount_missing');
  else if (cents === null) findings.fault(row, 'total', 'amount_unreadable');
  else if (cents === 'ambiguous') findings.fault(row, 'total', 'amount_ambiguous');
  else if (cents < 0) findings.fault(row, 'total', 'amount_negative');
  else if (cents > MOST_CENTS) findings.fault(row, 'total', 'amount_too_large');
  return typeof cents === 'number' ? cents : 0;
}

/** One hundred million reais: a higher amount in one purchase is a misplaced decimal mark. */
const MOST_CENTS = 100_000_000_00;

function importKeyOf(
  { cells }: Row<PurchaseField>,
  { boughtOn, totalCents }: Omit<PurchaseRecord, 'id' | 'importKey'>,
  times: Map<string, number>,
): string {
  const store = codeKey(cells.store);
  const described = [codeKey(cells.customer), store, boughtOn, String(totalCents), cells.items];
  const same = JSON.stringify(cells.receipt === '' ? described : ['receipt', store, codeKey(cells.receipt)]);
  const time = (times.get(same) ?? 0) + 1;
  times.set(same, time);
  return createHash('sha256').update(`${time} ${same}`).digest('hex');
}
