/** Writes the steps of an import of customers, each in a short transaction, and undoes them. */

import type { Tx } from '#db/core/db.ts';
import {
  type CustomerRecord,
  copyRunningStops,
  lockCustomers,
  lockCustomersAndHolders,
  refusePermissions,
  releaseNumbers,
  releaseNumbersOfRemaining,
  saveCustomers,
  withdrawGrants,
} from '#db/customers/customer-records.ts';
import { deleteCustomerWords, insertCustomerWords, searchWords } from '#db/customers/customer-words.ts';
import { type PermissionBefore, recordPermissionChanges } from '#db/customers/edit/permission-changes.ts';
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
 * Writes the refusals of a step before any other change of the import; they stay if the import fails (D2). The number
 * goes on the stop list, the customer's permission becomes refused, and the holds for the customer end.
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
  recordImported(tx, brandId, locked, now);
  tx.send(copyRunningStops, { brandId, customerIds });
  await endHoldsOfStopped(tx, brandId, customerIds, now);
}

async function write(tx: Tx, terms: StepTerms, rows: readonly RowChange[]): Promise<void> {
  const { brandId, numberKey } = terms;
  const current = await lockById(tx, brandId, rows);
  const records = rowsOf(rows).flatMap(({ id, before, after }) => {
    const stored = current.get(id);
    return stored === undefined ? [after] : (applyToCustomer(before ?? after, after, stored) ?? []);
  });
  liftStops(tx, brandId, liftsOf(rows), numberKey);
  save(tx, terms, records, current);
}

/** Undoes a step: deletes the customers that the step created and restores the others. */
async function undo(tx: Tx, terms: StepTerms, rows: readonly RowChange[], step: number): Promise<void> {
  const { brandId, importId, numberKey } = terms;
  const current = await lockById(tx, brandId, rows);
  const [deleted] = await tx.run(deleteImportedCustomers, { id: importId, step });
  const gone = new Set(deleted?.ids);
  const kept = rows.filter(({ id, before }) => before === null && !gone.has(id)).map(({ id }) => id);
  if (kept.length > 0) tx.send(withdrawGrants, { brandId, customerIds: kept });
  const ofKept = kept.flatMap((id) => current.get(id) ?? []);
  recordImported(tx, brandId, ofKept, terms.now);
  const records = rowsOf(rows).flatMap(({ id, before, after }) => {
    const stored = current.get(id);
    return before === null || stored === undefined ? [] : (undoInCustomer(before, after, stored) ?? []);
  });
  const phones = records.flatMap(({ phone }) => (phone === null ? [] : [phone]));
  const numberless = await tx.run(releaseNumbersOfRemaining, { brandId, importId, phones });
  deleteWords(
    tx,
    brandId,
    numberless.map(({ id }) => id),
  );
  insertWords(
    tx,
    brandId,
    numberless.map((customer) => ({ ...customer, phone: null })),
  );
  restoreStops(tx, brandId, liftsOf(rows), numberKey);
  save(tx, terms, records, current);
}

/**
 * Ends the holds for customers who moved to another portfolio or store, or who became duplicates (H3). This happens
 * only after all rows are written, because the end of a hold cannot be undone.
 */
async function finish(
  { brandId, importId, now }: StepTerms,
  inStep: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  read: Parameters<StepWriter['finish']>[2],
): Promise<void> {
  const moved = (await read((db) => db.run(findMovedCustomers, { brandId, id: importId }))) as unknown as Row[];
  for (let at = 0; at < moved.length; at += MOVED_AT_ONCE) {
    const chunk = moved.slice(at, at + MOVED_AT_ONCE);
    await inStep(async (tx) => {
      tx.send(lockCustomers, { brandId, customerIds: chunk.map(({ id }) => id) });
      await endHoldsOfMoved(tx, brandId, chunk, now);
    });
  }
  await inStep((tx) => endHoldsOfStopped(tx, brandId, null, now));
}

const MOVED_AT_ONCE = 500;

async function endHoldsOfMoved(tx: Tx, brandId: string, rows: readonly Row[], now: number): Promise<void> {
  const changes = rows as readonly (Row & { before: CustomerRecord })[];
  const ids = (list: readonly Row[]) => list.map(({ id }) => id);
  const gone = changes.filter(({ after }) => after.availability !== 'present');
  const toAnotherStore = changes.filter(({ before, after }) => after.storeId !== before.storeId);
  const toAnotherSeller = changes.filter(
    ({ before, after }) => before.sellerId !== null && after.sellerId !== before.sellerId,
  );
  await endHolds(tx, brandId, { customerIds: ids(gone) }, 'customer_erased', now);
  await endHolds(tx, brandId, { customerIds: ids(toAnotherStore) }, 'reassigned', now);
  // Holds of the new owner or of a colleague for these customers continue.
  for (const [owner, theirs] of Map.groupBy(toAnotherSeller, ({ before }) => before.sellerId as string)) {
    await endHolds(tx, brandId, { customerIds: ids(theirs), sellerIds: [owner] }, 'reassigned', now);
  }
}

/** Types the rows as they were staged: only this file stages and reads them. */
function rowsOf(rows: readonly RowChange[]): readonly Row[] {
  return rows as readonly RowChange[] & readonly Row[];
}

async function lockById(tx: Tx, brandId: string, rows: readonly RowChange[]) {
  const customerIds = rows.flatMap(({ id }) => id);
  const locked = await tx.run(lockCustomers, { brandId, customerIds });
  return new Map<string, CustomerRecord>(locked.map((record) => [record.id, record]));
}

/** Writes records. `current` contains the customers that exist already, as they are now. */
function save(
  tx: Tx,
  { brandId, numberKey, now }: StepTerms,
  records: readonly CustomerRecord[],
  current: ReadonlyMap<string, CustomerRecord>,
): void {
  const moved = records.filter(({ id, phone }) => (current.get(id)?.phone ?? phone) !== phone);
  if (moved.length > 0) tx.send(releaseNumbers, { brandId, customerIds: moved.map(({ id }) => id) });
  saveCustomers(tx, brandId, records, numberKey, now);
  const changed = records.flatMap(({ id, permission, permissionOn }) => {
    const stored = current.get(id);
    const isSame = stored?.permission === permission && stored.permissionOn === permissionOn;
    return stored === undefined || isSame ? [] : [stored];
  });
  recordImported(tx, brandId, changed, now);
  tx.send(copyRunningStops, { brandId, customerIds: records.map(({ id }) => id) });
  const renamed = records.filter((record) => {
    const stored = current.get(record.id);
    return stored === undefined || WORDS_OF.some((field) => stored[field] !== record[field]);
  });
  // A new customer has no search words yet, so only those of existing customers are deleted.
  deleteWords(
    tx,
    brandId,
    renamed.flatMap(({ id }) => (current.has(id) ? [id] : [])),
  );
  insertWords(
    tx,
    brandId,
    renamed.filter(({ availability }) => availability === 'present'),
  );
}

/** Records the permissions that differ from `before`, which were read before the import wrote these customers. */
function recordImported(tx: Tx, brandId: string, before: readonly PermissionBefore[], at: number): void {
  if (before.length > 0) tx.send(recordPermissionChanges, { brandId, before, origin: 'import', byId: null, at });
}

const WORDS_OF = ['name', 'phone', 'availability'] as const satisfies (keyof CustomerRecord)[];

function deleteWords(tx: Tx, brandId: string, customerIds: readonly string[]): void {
  if (customerIds.length > 0) tx.send(deleteCustomerWords, { brandId, customerIds });
}

function insertWords(
  tx: Tx,
  brandId: string,
  customers: readonly Pick<CustomerRecord, 'id' | 'name' | 'phone'>[],
): void {
  if (customers.length === 0) return;
  const words = customers.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) }));
  tx.send(insertCustomerWords, { brandId, customers: words });
}

function liftsOf(rows: readonly RowChange[]): ReadonlyMap<string, StopLift> {
  return new Map(
    rowsOf(rows).flatMap(({ after: { phone, lift } }) => (phone === null || lift === null ? [] : [[phone, lift]])),
  );
}
