/** Writes the steps of an import of customers, each in a short transaction of its own, and undoes them. */

import type { Tx } from '#db/core/db.ts';
import {
  type CustomerRecord,
  copyRunningStops,
  lockCustomers,
  lockCustomersAndHolders,
  refusePermissions,
  releaseNumbers,
  releaseNumbersOfKept,
  saveCustomers,
  withdrawGrants,
} from '#db/customers/customer-records.ts';
import { deleteCustomerWords, insertCustomerWords, searchWords } from '#db/customers/customer-words.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { importStops, liftStops, restoreStops, type StopLift } from '#db/customers/opt-outs.ts';
import { deleteImportedCustomers, findMovedCustomers, type RowChange } from '#db/import/imports.ts';
import { endHolds, endHoldsOfStopped } from './end-holds.ts';
import { applyToCustomer, undoInCustomer } from './merge-customer.ts';
import type { StagedCustomer } from './order-changes.ts';
import type { StepTerms, StepWriter } from './step-writer.ts';

interface Row {
  readonly id: string;
  readonly before: CustomerRecord | null;
  readonly after: StagedCustomer;
}

export const customerSteps: StepWriter = {
  refuse,
  write,
  undo,
  finish,
};

/**
 * D2: refusals come before anything else of the import, and stay if it fails. The number goes on the stop list, the customer
 * refuses from now on, and what was left for them is over.
 */
async function refuse(tx: Tx, { brandId, now, numberKey }: StepTerms, rows: readonly RowChange[]): Promise<void> {
  const refusals = rowsOf(rows).filter(({ after }) => after.stopAt !== null || after.permission === 'refused');
  const known = refusals.filter(({ before }) => before !== null).map(({ id }) => id);
  const stops = new Map(
    refusals.flatMap(({ after: { phone, stopAt } }) => (phone === null || stopAt === null ? [] : [[phone, stopAt]])),
  );
  const numberHashes = [...stops.keys()].map((phone) => numberHash(numberKey, phone).toString('hex'));
  const locked = await tx.run(lockCustomersAndHolders, { brandId, customerIds: known, numberHashes });
  const customerIds = locked.map(({ id }) => id);
  importStops(tx, brandId, stops, numberKey);
  const denied = refusals.filter(({ before, after }) => before !== null && after.permission === 'refused');
  tx.send(refusePermissions, {
    brandId,
    refusals: denied.map(({ id, after }) => ({ id, on: after.permissionOn })),
  });
  tx.send(copyRunningStops, { brandId, customerIds });
  await endHoldsOfStopped(tx, brandId, customerIds, now);
}

async function write(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void> {
  const { brandId, numberKey } = terms;
  const current = await lockById(tx, brandId, rows);
  const records = rowsOf(rows).flatMap(({ id, before, after }) => {
    const there = current.get(id);
    return there === undefined ? [after] : (applyToCustomer(before ?? after, after, there) ?? []);
  });
  liftStops(tx, brandId, liftsOf(rows), numberKey);
  save(tx, terms, records, current);
}

/** The customers that this step created are deleted again, the others become what they were. */
async function undo(tx: Tx, terms: StepTerms, rows: readonly RowChange[], step: number): Promise<void> {
  const { brandId, importId, numberKey } = terms;
  const current = await lockById(tx, brandId, rows);
  const [deleted] = await tx.run(deleteImportedCustomers, { id: importId, step });
  const gone = new Set(deleted?.ids);
  const kept = rows.filter(({ id, before }) => before === null && !gone.has(id)).map(({ id }) => id);
  if (kept.length > 0) tx.send(withdrawGrants, { brandId, customerIds: kept });
  const records = rowsOf(rows).flatMap(({ id, before, after }) => {
    const there = current.get(id);
    return before === null || there === undefined ? [] : (undoInCustomer(before, after, there) ?? []);
  });
  const phones = records.flatMap(({ phone }) => (phone === null ? [] : [phone]));
  const numberless = await tx.run(releaseNumbersOfKept, { brandId, importId, phones });
  forgetWords(
    tx,
    brandId,
    numberless.map(({ id }) => id),
  );
  keepWords(
    tx,
    brandId,
    numberless.map((customer) => ({ ...customer, phone: null })),
  );
  restoreStops(tx, brandId, liftsOf(rows), numberKey);
  save(tx, terms, records, current);
}

/**
 * H3. Of another portfolio or store, or no customer of their own any more: what waited for them is over. Only when all rows
 * are written, since an end cannot be undone.
 */
async function finish(
  { brandId, importId, now }: StepTerms,
  inStep: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  read: Parameters<StepWriter['finish']>[2],
): Promise<void> {
  const moved = (await read((db) => db.run(findMovedCustomers, { brandId, id: importId }))) as unknown as Row[];
  for (let at = 0; at < moved.length; at += MOVED_AT_ONCE) {
    const some = moved.slice(at, at + MOVED_AT_ONCE);
    await inStep(async (tx) => {
      tx.send(lockCustomers, { brandId, customerIds: some.map(({ id }) => id) });
      await endHoldsOfMoved(tx, brandId, some, now);
    });
  }
  await inStep((tx) => endHoldsOfStopped(tx, brandId, null, now));
}

const MOVED_AT_ONCE = 500;

async function endHoldsOfMoved(tx: Tx, brandId: string, rows: readonly Row[], now: number): Promise<void> {
  const changes = rows as readonly (Row & { before: CustomerRecord })[];
  const ids = (some: readonly Row[]) => some.map(({ id }) => id);
  const gone = changes.filter(({ after }) => after.availability !== 'present');
  const toAnotherStore = changes.filter(({ before, after }) => after.storeId !== before.storeId);
  const toAnotherSeller = changes.filter(
    ({ before, after }) => before.sellerId !== null && after.sellerId !== before.sellerId,
  );
  await endHolds(tx, brandId, { customerIds: ids(gone) }, 'customer_erased', now);
  await endHolds(tx, brandId, { customerIds: ids(toAnotherStore) }, 'reassigned', now);
  // What the new owner, or a colleague, had left for them goes on.
  for (const [owner, theirs] of Map.groupBy(toAnotherSeller, ({ before }) => before.sellerId as string)) {
    await endHolds(tx, brandId, { customerIds: ids(theirs), sellerIds: [owner] }, 'reassigned', now);
  }
}

/** As they were staged: this file alone stages and reads them. */
function rowsOf(rows: readonly RowChange[]): readonly Row[] {
  return rows as readonly RowChange[] & readonly Row[];
}

async function lockById(tx: Tx, brandId: string, rows: readonly RowChange[]) {
  const customerIds = rows.flatMap(({ id }) => id);
  const locked = await tx.run(lockCustomers, { brandId, customerIds });
  return new Map<string, CustomerRecord>(locked.map((record) => [record.id, record]));
}

/** `current`: those that are there, as they are. */
function save(
  tx: Tx,
  { brandId, numberKey, now }: StepTerms,
  records: readonly CustomerRecord[],
  current: ReadonlyMap<string, CustomerRecord>,
): void {
  const moved = records.filter(({ id, phone }) => (current.get(id)?.phone ?? phone) !== phone);
  if (moved.length > 0) tx.send(releaseNumbers, { brandId, customerIds: moved.map(({ id }) => id) });
  saveCustomers(tx, brandId, records, numberKey, now);
  tx.send(copyRunningStops, { brandId, customerIds: records.map(({ id }) => id) });
  const renamed = records.filter((record) => {
    const there = current.get(record.id);
    return there === undefined || WORDS_OF.some((field) => there[field] !== record[field]);
  });
  // Nobody is found by words yet who was not there.
  forgetWords(
    tx,
    brandId,
    renamed.flatMap(({ id }) => (current.has(id) ? [id] : [])),
  );
  keepWords(
    tx,
    brandId,
    renamed.filter(({ availability }) => availability === 'present'),
  );
}

const WORDS_OF = ['name', 'phone', 'availability'] as const satisfies (keyof CustomerRecord)[];

function forgetWords(tx: Tx, brandId: string, customerIds: readonly string[]): void {
  if (customerIds.length > 0) tx.send(deleteCustomerWords, { brandId, customerIds });
}

function keepWords(tx: Tx, brandId: string, customers: readonly Pick<CustomerRecord, 'id' | 'name' | 'phone'>[]): void {
  if (customers.length === 0) return;
  const words = customers.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) }));
  tx.send(insertCustomerWords, { brandId, customers: words });
}

function liftsOf(rows: readonly RowChange[]): ReadonlyMap<string, StopLift> {
  return new Map(
    rowsOf(rows).flatMap(({ after: { phone, lift } }) => (phone === null || lift === null ? [] : [[phone, lift]])),
  );
}
