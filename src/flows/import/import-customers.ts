/** Customers from a file: one per number, with the permission they gave, found by name and number from then on. */
import { type CustomerRecord, customersHeld, numbersReleased, saveCustomers } from '#db/customer-records.ts';
import { searchWords, wordsForgotten, wordsKept } from '#db/customer-words.ts';
import type { Tx } from '#db/db.ts';
import { importStops, liftStops, runningStops } from '#db/opt-outs.ts';
import { peopleOf } from '#db/people.ts';
import { storesOf } from '#db/stores.ts';
import type { CustomerField } from './columns.ts';
import { endHolds, endHoldsOfStopped } from './end-holds.ts';
import type { Findings } from './findings.ts';
import { differing, type ImportPlan, type ImportTerms } from './import-plan.ts';
import { type PlannedCustomers, planRecords } from './plan-records.ts';
import { readCustomers } from './read-customers.ts';
import type { Table } from './read-table.ts';
import { claimsOf, withKnownNumbers } from './who-has-the-number.ts';

/** A customer who is there already, by code, is changed; none is ever removed, none erased comes back. */
export async function planCustomers(
  tx: Tx,
  terms: ImportTerms,
  table: Table<CustomerField>,
  findings: Findings<CustomerField>,
): Promise<ImportPlan> {
  const { brandId, today, newId } = terms;
  const [stores, people, known] = await Promise.all([
    tx.run(storesOf, { brandId }),
    tx.run(peopleOf, { brandId }),
    tx.run(customersHeld, { brandId }),
  ]);
  const read = readCustomers(table, { stores, people, today }, findings);
  const rows = table.columns.phone === undefined ? withKnownNumbers(read, known) : read;
  const claims = claimsOf(rows, known, newId);

  const numbers = new Set(rows.flatMap(({ phone }) => (phone === null ? [] : [phone.e164])));
  const stops = await runningStops(tx, brandId, numbers, terms.numberKey);
  const zones = new Map(stores.map(({ id, zone }) => [id, zone]));
  const planned = planRecords({ claims, known, stops, zones, columns: table.columns, terms, findings });
  const { created, changed } = differing(planned.records, known);
  const joined = claims.filter(({ fate }) => fate === 'joined').length;
  const rowIds = new Set(claims.filter(({ fate }) => fate !== 'joined').map(({ id }) => id));
  const newRows = created.filter(({ id }) => rowIds.has(id)).length;
  const changedRows = changed.filter(({ id }) => rowIds.has(id)).length;

  return {
    created: newRows,
    changed: changedRows,
    unchanged: rowIds.size - newRows - changedRows,
    joined,
    save: async (tx) => save(tx, terms, planned, [...created, ...changed], known),
  };
}

function save(
  tx: Tx,
  { brandId, now, numberKey }: ImportTerms,
  { stop, lift }: PlannedCustomers,
  records: readonly CustomerRecord[],
  known: readonly CustomerRecord[],
): void {
  const before = new Map(known.map(({ id, phone }) => [id, phone]));
  const moved = records.filter(({ id, phone }) => (before.get(id) ?? phone) !== phone);
  tx.send(numbersReleased, { brandId, customerIds: moved.map(({ id }) => id) });
  saveCustomers(tx, brandId, records, numberKey, now);
  liftStops(tx, brandId, lift, numberKey);
  importStops(tx, brandId, stop, numberKey);
  endWhatWaits(tx, brandId, records, known, now);

  tx.send(wordsForgotten, { brandId, customerIds: records.map(({ id }) => id) });
  const found = records.filter(({ availability }) => availability === 'present');
  tx.send(wordsKept, {
    brandId,
    customers: found.map(({ id, name, phone }) => ({ id, words: searchWords(name, phone) })),
  });
}

/** H3. Of another portfolio or store, no customer any more, or asked to stop: what waited for them is over at once. */
function endWhatWaits(
  tx: Tx,
  brandId: string,
  records: readonly CustomerRecord[],
  known: readonly CustomerRecord[],
  now: number,
): void {
  const before = new Map(known.map((record) => [record.id, record]));
  const gone = records.filter(({ id, availability }) => availability !== 'present' && before.has(id));
  const toAnotherStore = records.filter(({ id, storeId }) => (before.get(id)?.storeId ?? storeId) !== storeId);
  const toAnotherSeller = records.filter(({ id, sellerId }) => (before.get(id)?.sellerId ?? sellerId) !== sellerId);
  endHoldsOfStopped(tx, brandId, now);
  endHolds(tx, brandId, { customerIds: gone.map(({ id }) => id) }, 'customer_erased', now);
  endHolds(tx, brandId, { customerIds: toAnotherStore.map(({ id }) => id) }, 'reassigned', now);
  // What the new owner, or a colleague, had left for them goes on.
  for (const [owner, theirs] of Map.groupBy(toAnotherSeller, ({ id }) => before.get(id)?.sellerId as string)) {
    endHolds(tx, brandId, { customerIds: theirs.map(({ id }) => id), sellerIds: [owner] }, 'reassigned', now);
  }
}
