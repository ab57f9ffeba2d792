/** Plans an import of customers: one customer for each number, with the permission that the customer gave. */

import type { Db } from '#db/core/db.ts';
import { type CustomerRecord, listCustomers } from '#db/customers/customer-records.ts';
import { listHandMerges } from '#db/customers/merge/merges.ts';
import { listStopsOfNumbers } from '#db/customers/opt-outs.ts';
import { listErasedCodes } from '#db/customers/privacy/erasure.ts';
import type { RowChange } from '#db/import/imports.ts';
import { listPeople } from '#db/people/people.ts';
import { listStores } from '#db/people/stores.ts';
import type { CustomerField } from '#flows/import/read/columns.ts';
import { readCustomers } from '#flows/import/read/read-customers.ts';
import type { Table } from '#flows/import/read/read-table.ts';
import { type CustomerChange, cutIntoSteps } from '#flows/import/write/order-changes.ts';
import type { Instant } from '#rules/time/interval.ts';
import { erasedByCode } from './erased-codes.ts';
import type { Findings } from './findings.ts';
import {
  differing,
  fateOf,
  firstRowsOf,
  type ImportTerms,
  idsOf,
  type SteppedPlan,
  type UnderstoodRow,
} from './import-plan.ts';
import { type Claim, claimsOf, withKnownNumbers } from './number-owner.ts';
import { type PlannedCustomers, planRecords } from './plan-records.ts';

/** Plans the changes. A customer who exists already, by code, is changed. The import deletes no customer and restores no erased one. */
export async function planCustomers(
  db: Db,
  terms: ImportTerms,
  table: Table<CustomerField>,
  findings: Findings<CustomerField>,
): Promise<SteppedPlan> {
  const { brandId, today, newId } = terms;
  const [stores, people, stored, erased, merges] = await Promise.all([
    db.run(listStores, { brandId }),
    db.run(listPeople, { brandId }),
    db.run(listCustomers, { brandId }),
    db.run(listErasedCodes, { brandId }),
    db.run(listHandMerges, { brandId }),
  ]);
  const read = readCustomers(table, { stores, people, today }, findings);
  const known = withErasedCodes(stored, erasedByCode(erased, codesOf(read), terms.numberKey));
  const rows = table.columns.phone === undefined ? withKnownNumbers(read, known) : read;
  const handMerged = new Set(merges.map(({ fromId }) => fromId));
  const claims = claimsOf(rows, known, handMerged, newId);

  const numbers = numbersOf(rows, known);
  const stops = await listStopsOfNumbers(db, brandId, numbers, terms.numberKey);
  const zones = new Map(stores.map(({ id, zone }) => [id, zone]));
  const planned = planRecords({ claims, known, stops, zones, columns: table.columns, terms, findings });
  const { created, changed } = differing(planned.records, known);
  const written = new Set([...created, ...changed].map(({ id }) => id));
  const stopsOnly = planned.records.filter(
    ({ id, phone }) => phone !== null && !written.has(id) && (planned.stop.has(phone) || planned.lift.has(phone)),
  );
  const joined = claims.filter(({ fate }) => fate === 'joined').length;
  const rowIds = new Set(claims.filter(({ fate }) => fate !== 'joined').map(({ id }) => id));
  const newRows = created.filter(({ id }) => rowIds.has(id)).length;
  const changedRows = changed.filter(({ id }) => rowIds.has(id)).length;

  const records = new Map(planned.records.map((record) => [record.id, record]));
  const names = new Map([...stores, ...people].map(({ id, name }) => [id, name]));
  const claimed = new Map(claims.map((claim) => [claim.row.row, claim]));
  const fates = { created: idsOf(created), changed: idsOf(changed) };
  return {
    created: newRows,
    changed: changedRows,
    unchanged: rowIds.size - newRows - changedRows,
    joined,
    firstRows: firstRowsOf(table, (row) => {
      const claim = claimed.get(row);
      return claim === undefined ? null : understood(claim, records.get(claim.id), names, fates);
    }),
    steps: stepsOf([...created, ...changed, ...stopsOnly], planned, stops, known),
  };
}

/** Returns the numbers whose stops matter: those of the file, and those of merged customers and the customers who survive them. */
function numbersOf(
  rows: readonly { readonly phone: { readonly e164: string } | null }[],
  known: readonly CustomerRecord[],
): ReadonlySet<string> {
  const merged = known.filter(({ mergedInto, phone }) => mergedInto !== null && phone !== null);
  const survivors = new Set(merged.map(({ mergedInto }) => mergedInto));
  const ofKnown = known.filter(({ id }) => survivors.has(id));
  return new Set(
    [...rows.map(({ phone }) => phone?.e164 ?? null), ...[...merged, ...ofKnown].map(({ phone }) => phone)].filter(
      (phone) => phone !== null,
    ),
  );
}

function codesOf(rows: readonly { readonly code: string | null }[]): string[] {
  return rows.flatMap(({ code }) => code ?? []);
}

/** Returns the records with the file's codes on those erased customers whose codes the file names. */
function withErasedCodes(
  known: readonly CustomerRecord[],
  byCode: ReadonlyMap<string, string>,
): readonly CustomerRecord[] {
  if (byCode.size === 0) return known;
  const codes = new Map([...byCode].map(([code, id]) => [id, code]));
  return known.map((record) => (codes.has(record.id) ? { ...record, code: codes.get(record.id) ?? null } : record));
}

/** Describes a row of a customer as it will be written. An erased customer has no record. */
function understood(
  { id, fate, row }: Claim,
  record: CustomerRecord | undefined,
  names: ReadonlyMap<string, string>,
  fates: Parameters<typeof fateOf>[1],
): Omit<UnderstoodRow, 'line'> {
  const { code, name, storeId, sellerId, phone, permission, email, bornOn, city, state, note } = record ?? {
    ...row,
    phone: null,
  };
  return {
    fate: fate === 'joined' ? 'joined' : fateOf(id, fates),
    values: {
      code: code ?? '',
      name,
      phone: phone ?? '',
      store: names.get(storeId) ?? '',
      seller: names.get(sellerId ?? '') ?? '',
      permission,
      email: email ?? '',
      born: bornOn ?? '',
      city: city ?? '',
      state: state ?? '',
      note: note ?? '',
    },
  };
}

/** Builds the steps: the customers that differ, and those of whom only the stop of the number changes. */
function stepsOf(
  records: readonly CustomerRecord[],
  { stop, lift }: Pick<PlannedCustomers, 'stop' | 'lift'>,
  stops: ReadonlyMap<string, Instant>,
  known: readonly CustomerRecord[],
): RowChange[][] {
  const before = new Map(known.map((record) => [record.id, record]));
  const changes = records.map((record): CustomerChange => {
    const [stopAt, liftAt, upTo] = [stop, lift, stops].map((map) => map.get(record.phone ?? '') ?? null);
    const lifted = liftAt == null || upTo == null ? null : { at: liftAt, upTo };
    return { before: before.get(record.id) ?? null, after: { ...record, stopAt: stopAt ?? null, lift: lifted } };
  });
  return cutIntoSteps(changes, STEP_SIZE).map((step) => step.map(rowOf));
}

function rowOf({ before, after }: CustomerChange): RowChange {
  const isRefused = before !== null && before.permission !== 'refused' && after.permission === 'refused';
  return { id: after.id, before, after, refuses: after.stopAt !== null || isRefused };
}

/** The number of customers that a step locks at once, so that a decision about one of them waits for only a fraction of a second. */
const STEP_SIZE = 500;
