/** Plans an import of stores. An empty zone is derived from city and state; a doubtful zone is a fault and never guessed (C1). */

import type { Db, Tx } from '#db/core/db.ts';
import { advanceTimingRevision, wakeDispatchers } from '#db/holds/due-holds.ts';
import { updateStoreZones } from '#db/people/brands.ts';
import {
  deleteStoreHours,
  insertStoreHours,
  listClosedStoreCodes,
  listStores,
  type OpenHours,
  type StoreRecord,
  upsertStores,
} from '#db/people/stores.ts';
import { lockPolicyExclusive } from '#db/policy/policy-lock.ts';
import type { StoreField } from '#flows/import/read/columns.ts';
import { readMinute } from '#flows/import/read/read-cell.ts';
import type { Row, Table } from '#flows/import/read/read-table.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { saysNothing } from '#rules/core/says-nothing.ts';
import type { Instant } from '#rules/time/interval.ts';
import { isGeographicZone } from '#rules/time/zone.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';
import type { Findings } from './findings.ts';
import { byCodeKey, type ImportTerms, type SmallPlan } from './import-plan.ts';
import { planByCode } from './plan-by-code.ts';

type StoreRow = Row<StoreField>;

/** Plans the changes. A store that exists already, by code, is changed. The import deletes no store. */
export async function planStores(
  db: Db,
  terms: ImportTerms,
  table: Table<StoreField>,
  findings: Findings<StoreField>,
): Promise<SmallPlan> {
  const { brandId, newId, now } = terms;
  const [stored, closed] = await Promise.all([
    db.run(listStores, { brandId }),
    db.run(listClosedStoreCodes, { brandId }),
  ]);
  // A file names no dates with hours of their own, so that those of a store stay.
  const known: StoreRecord[] = stored.map(({ dates: _, ...store }) => store);
  const closedCodes = byCodeKey(closed);
  return planByCode<StoreField, StoreRecord>({
    table,
    findings,
    known,
    newId,
    readRecord: (row) => {
      if (closedCodes.has(codeKey(row.cells.code))) findings.fault(row, 'code', 'store_closed');
      return readStore(row, table, findings);
    },
    valuesOf: (store) => valuesOf(store, table),
    save: (tx, stores) => saveStores(tx, brandId, stores, now),
  });
}

/** Writes stores with their zones and hours. Held contacts are timed anew (H6). */
export async function saveStores(tx: Tx, brandId: string, stores: readonly StoreRecord[], at: Instant): Promise<void> {
  if (stores.length === 0) return;
  tx.send(lockPolicyExclusive, { brandId });
  tx.send(upsertStores, { brandId, stores, at });
  tx.send(deleteStoreHours, { brandId, storeIds: stores.map(({ id }) => id) });
  const hours = stores.flatMap(({ id, hours }) => hours.map((each) => ({ ...each, storeId: id })));
  tx.send(insertStoreHours, { brandId, hours });
  // The minutes of held contacts depend on these zones and hours (H6, H7). The policy head is locked before the
  // brand, as decisions lock them.
  tx.send(advanceTimingRevision, { brandId });
  tx.send(updateStoreZones, { brandId });
  tx.send(wakeDispatchers, {});
}

function valuesOf(store: StoreRecord, { columns }: Table<StoreField>): Partial<Record<StoreField, string>> {
  const { code, name, city, state, zone, hours } = store;
  const of = (weekday: number) => hours.find((each) => each.weekday === weekday);
  const spans = { opens: of(0), opensSaturday: of(5), opensSunday: of(6) };
  const opened = (Object.keys(spans) as (keyof typeof spans)[]).flatMap((field): [StoreField, string][] => {
    const closes = field.replace('opens', 'closes') as StoreField;
    const span = spans[field];
    if (columns[field] === undefined && columns[closes] === undefined) return [];
    return [
      [field, span === undefined ? '' : clockText(span.opensMinute)],
      [closes, span === undefined ? '' : clockText(span.closesMinute)],
    ];
  });
  return { code, name, city, state, zone, ...Object.fromEntries(opened) };
}

function clockText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function readStore(row: StoreRow, table: Table<StoreField>, findings: Findings<StoreField>): Omit<StoreRecord, 'id'> {
  const { code, name, city } = row.cells;
  const state = row.cells.state.toUpperCase();
  if (code === '') findings.fault(row, 'code', 'code_missing');
  if (code.length > 60) findings.fault(row, 'code', 'text_too_long', '60');
  if (name === '') findings.fault(row, 'name', 'name_missing');
  if (name.length > 120) findings.fault(row, 'name', 'name_too_long', '120');
  if (city === '') findings.fault(row, 'city', 'city_missing');
  if (!/^[A-Z]{2}$/.test(state)) findings.fault(row, 'state', 'state_invalid');
  return { code, name, city, state, zone: zoneOf(row, state, findings), hours: hoursOf(row, table, findings) };
}

function zoneOf(row: StoreRow, state: string, findings: Findings<StoreField>): string {
  const { zone, city } = row.cells;
  if (zone !== '') {
    if (!isGeographicZone(zone)) findings.fault(row, 'zone', 'zone_invalid');
    return zone;
  }
  const derived = zoneOfCity(city, state);
  if (derived !== null && 'zone' in derived) {
    findings.note(row, 'zone', 'zone_derived', derived.zone);
    return derived.zone;
  }
  findings.fault(row, 'zone', 'zone_not_derived', derived === null ? null : derived.ambiguous.join(', '));
  return '';
}

/**
 * Reads the opening hours: the common columns for Monday to Saturday, and the separate columns of Saturday and Sunday
 * where the file has them.
 */
function hoursOf(row: StoreRow, { columns }: Table<StoreField>, findings: Findings<StoreField>): OpenHours[] {
  const ordinary = spanOf(row, 'opens', 'closes', findings);
  const hasSaturday = columns.opensSaturday !== undefined || columns.closesSaturday !== undefined;
  const saturday = hasSaturday ? spanOf(row, 'opensSaturday', 'closesSaturday', findings) : ordinary;
  const sunday = spanOf(row, 'opensSunday', 'closesSunday', findings);
  const week = [ordinary, ordinary, ordinary, ordinary, ordinary, saturday, sunday];
  return week.flatMap((span, weekday) => (span === null ? [] : [{ weekday, ...span }]));
}

function spanOf(
  row: StoreRow,
  opens: StoreField,
  closes: StoreField,
  findings: Findings<StoreField>,
): Omit<OpenHours, 'weekday'> | null {
  const [opensText, closesText] = [row.cells[opens], row.cells[closes]].map((cell) => (isClosed(cell) ? '' : cell)) as [
    string,
    string,
  ];
  if (opensText === '' && closesText === '') return null;
  if (opensText === '' || closesText === '') {
    findings.note(row, opensText === '' ? opens : closes, 'hours_half_given');
    return null;
  }
  const opensMinute = readMinute(opensText);
  const closesMinute = readMinute(closesText);
  if (opensMinute === null || opensMinute === DAY) findings.fault(row, opens, 'hours_unreadable');
  else if (closesMinute === null || closesMinute === opensMinute) findings.fault(row, closes, 'hours_unreadable');
  else return { opensMinute, closesMinute: closesMinute === 0 ? DAY : closesMinute };
  return null;
}

function isClosed(cell: string): boolean {
  return saysNothing(cell) || /^fechad[oa]$/i.test(cell);
}

const DAY = 1440;
