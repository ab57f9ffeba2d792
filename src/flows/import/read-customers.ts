/** A file's rows as customers: each cell understood or reported, before anybody asks who they are. */
import type { RowNote } from '#contract/import-report.ts';
import type { PersonRecord } from '#db/people.ts';
import type { StoreRecord } from '#db/stores.ts';
import { areaCodeOfCity } from '#rules/city-area-code.ts';
import { dateParts } from '#rules/local-day.ts';
import { folded } from '#rules/plain-words.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { CustomerField } from './columns.ts';
import { type Findings, firstOfEach } from './findings.ts';
import { byCodeKey, codeKey } from './import-plan.ts';
import { type DayReading, readDay, readYesNo, saysNothing } from './read-cell.ts';
import { type Phone, readPhone, writtenAreaCode } from './read-phone.ts';
import type { Row, Table } from './read-table.ts';

/** What a row says of a customer. Null: nothing, or nothing that could be understood. */
export interface CustomerRow {
  readonly row: Row<CustomerField>;
  readonly code: string | null;
  readonly name: string;
  readonly storeId: string;
  readonly sellerId: string | null;
  readonly phone: Phone | null;
  readonly permission: 'granted' | 'refused' | 'unknown';
  readonly permissionOn: string | null;
  readonly email: string | null;
  readonly bornOn: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly note: string | null;
  readonly customerSince: string | null;
}

interface Surroundings {
  readonly stores: readonly StoreRecord[];
  readonly people: readonly PersonRecord[];
  readonly today: EpochDay;
}

/** The rows that can be imported, in the file's order; the others have their fault in `findings`. */
export function readCustomers(
  table: Table<CustomerField>,
  { stores, people, today }: Surroundings,
  findings: Findings<CustomerField>,
): CustomerRow[] {
  const rows = firstOfEach(table.rows, findings);
  const storeOf = byCodeKey(stores);
  const sellerOf = byCodeKey(people);
  const areaCodes = areaCodesOf(stores, table.rows);

  return rows.flatMap((row) => {
    const { cells } = row;
    const fault = (field: CustomerField, code: Parameters<typeof findings.fault>[2], about: string | null = null) =>
      findings.fault(row, field, code, about);
    const store = storeOf.get(codeKey(cells.store));
    if (store === undefined) fault('store', cells.store === '' ? 'store_missing' : 'store_unknown');
    if (!/\p{L}/u.test(cells.name)) fault('name', 'name_missing');
    if (cells.name.length > 120) fault('name', 'name_too_long', '120');
    if (cells.code.length > 60) fault('code', 'text_too_long', '60');
    if (cells.note.length > MAX_NOTE) fault('note', 'text_too_long', String(MAX_NOTE));
    const seller = sellerOf.get(codeKey(cells.seller));
    if (seller === undefined && cells.seller !== '') fault('seller', 'seller_unknown');
    if (store === undefined) return [];
    if (seller !== undefined && seller.storeId !== store.id) findings.note(row, 'seller', 'seller_of_other_store');

    const phone = phoneOf(row, areaCodes.get(store.id) ?? null, findings);
    if (cells.code === '' && phone === null) findings.fault(row, null, 'customer_unidentified');
    if (findings.refuses(row)) return [];
    const city = cells.city === '' ? null : cells.city;
    return [
      {
        row,
        code: cells.code === '' ? null : cells.code,
        name: cells.name.replace(/\s+/g, ' '),
        storeId: store.id,
        sellerId: seller?.storeId === store.id ? seller.id : null,
        phone,
        ...permissionOf(row, today, findings),
        email: emailOf(row, findings),
        bornOn: birthdayOf(row, today, findings),
        city,
        state: stateOf(cells.state, city, store),
        note: cells.note === '' ? null : cells.note,
        customerSince: dayNoted(row, 'since', 'since_date_unreadable', dateParts(today).year, findings),
      },
    ];
  });
}

const MAX_NOTE = 4000;

/** Nobody shops before this age: two digits of a year mean the century before. */
const YOUNGEST = 10;

/**
 * Per store, the area code for numbers written without one: its city's; where our data do not know the city, the one
 * that most of its customers' numbers are written with, if more than half have it.
 */
function areaCodesOf(
  stores: readonly StoreRecord[],
  rows: readonly Row<CustomerField>[],
): ReadonlyMap<string, string | null> {
  return new Map(
    stores.map((store) => [store.id, areaCodeOfCity(store.city, store.state) ?? commonAreaCode(store.code, rows)]),
  );
}

function commonAreaCode(storeCode: string, rows: readonly Row<CustomerField>[]): string | null {
  const key = codeKey(storeCode);
  const written = rows
    .filter(({ cells }) => codeKey(cells.store) === key)
    .map(({ cells }) => writtenAreaCode(cells.phone))
    .filter((code) => code !== null);
  const counts = Map.groupBy(written, (code) => code);
  const [common] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return common !== undefined && common[1].length * 2 > written.length ? common[0] : null;
}

const PHONE_NOTES = {
  missing: 'phone_missing',
  unreadable: 'phone_unreadable',
  invalid: 'phone_invalid',
  placeholder: 'phone_placeholder',
  area_code_unknown: 'phone_area_code_unknown',
} as const satisfies Record<string, RowNote>;

function phoneOf(row: Row<CustomerField>, areaCode: string | null, findings: Findings<CustomerField>): Phone | null {
  const phone = readPhone(row.cells.phone, areaCode);
  if (typeof phone === 'string') {
    findings.note(row, 'phone', PHONE_NOTES[phone]);
    return null;
  }
  if (phone.kind === 'landline') findings.note(row, 'phone', 'phone_landline');
  if (phone.assumed.includes('area_code')) findings.note(row, 'phone', 'phone_area_code_assumed', areaCode);
  if (phone.assumed.includes('ninth_digit')) findings.note(row, 'phone', 'phone_ninth_digit_added');
  return phone;
}

/** D2b: an empty cell is no permission and no refusal. What cannot be understood permits nothing. */
function permissionOf(
  row: Row<CustomerField>,
  today: EpochDay,
  findings: Findings<CustomerField>,
): Pick<CustomerRow, 'permission' | 'permissionOn'> {
  const said = readYesNo(row.cells.permission);
  if (said === null) findings.note(row, 'permission', 'permission_unreadable');
  const on = dayNoted(row, 'permissionOn', 'permission_day_unreadable', dateParts(today).year, findings);
  const isPast = on !== null && (dayOf(on) as EpochDay) <= today;
  if (on !== null && !isPast) findings.note(row, 'permissionOn', 'permission_day_unreadable');
  const permission = said === 'yes' ? 'granted' : said === 'no' ? 'refused' : 'unknown';
  return { permission, permissionOn: isPast && permission !== 'unknown' ? on : null };
}

function birthdayOf(row: Row<CustomerField>, today: EpochDay, findings: Findings<CustomerField>): string | null {
  const { born } = row.cells;
  if (saysNothing(born)) return null;
  const reading: DayReading = readDay(born, dateParts(today).year - YOUNGEST);
  if (reading === 'impossible') findings.note(row, 'born', 'birth_date_impossible');
  else if (reading === 'unreadable') findings.note(row, 'born', 'birth_date_unreadable');
  else if ((dayOf(reading.on) as EpochDay) > today || reading.on < '1890')
    findings.note(row, 'born', 'birth_date_out_of_range');
  else return reading.on;
  return null;
}

function dayNoted(
  row: Row<CustomerField>,
  field: CustomerField,
  note: RowNote,
  latestYear: number,
  findings: Findings<CustomerField>,
): string | null {
  if (saysNothing(row.cells[field])) return null;
  const reading = readDay(row.cells[field], latestYear);
  if (typeof reading === 'object') return reading.on;
  findings.note(row, field, note);
  return null;
}

function emailOf(row: Row<CustomerField>, findings: Findings<CustomerField>): string | null {
  const { email } = row.cells;
  if (saysNothing(email)) return null;
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email) && email.length <= 254) return email.toLowerCase();
  findings.note(row, 'email', 'email_unreadable');
  return null;
}

/** A city written without its state is the store's own where it has the same name. */
function stateOf(state: string, city: string | null, store: StoreRecord): string | null {
  if (/^[a-z]{2}$/i.test(state)) return state.toUpperCase();
  return city !== null && folded(city) === folded(store.city) ? store.state : null;
}
