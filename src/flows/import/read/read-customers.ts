/** Reads a file's rows as customers. Each cell is read or reported here; a later step finds the stored customer of each row. */
import type { RowNote } from '#contract/import/import-report.ts';
import type { PersonRecord } from '#db/people/people.ts';
import type { StoreRecord } from '#db/people/stores.ts';
import { type Phone, writtenAreaCode } from '#flows/customers/phone/read-phone.ts';
import { type Findings, firstOfEach } from '#flows/import/findings.ts';
import { byCodeKey } from '#flows/import/import-plan.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { foldText } from '#rules/core/plain-words.ts';
import { saysNothing } from '#rules/core/says-nothing.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import { dateParts } from '#rules/time/local-day.ts';
import { areaCodeOfCity } from '#rules/time/zones/city-area-code.ts';
import type { CustomerField } from './columns.ts';
import { permissionOf } from './customer-permission.ts';
import { phoneOf } from './customer-phone.ts';
import { type DayReading, readDay } from './read-cell.ts';
import type { Row, Table } from './read-table.ts';

/** The values of a customer row. Null means that the cell was empty or could not be read. */
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

interface BrandFacts {
  readonly stores: readonly StoreRecord[];
  readonly people: readonly PersonRecord[];
  readonly today: EpochDay;
}

/**
 * Returns the rows that can be imported, in the file's order; the faults of the other rows are in `findings`. A refusal
 * in a row that is not imported still counts for the other rows with the same code or number (D2).
 */
export function readCustomers(
  table: Table<CustomerField>,
  brandFacts: BrandFacts,
  findings: Findings<CustomerField>,
): CustomerRow[] {
  const first = new Set(firstOfEach(table.rows, findings));
  const reader = new CustomerReader(table.rows, brandFacts, findings);
  const refusals: PermissionRefusal[] = [];
  const rows: CustomerRow[] = [];
  for (const row of table.rows) {
    if (!first.has(row) && !findings.refuses(row)) continue;
    const customer = reader.read(row);
    if (!findings.refuses(row)) rows.push(customer);
    else if (customer.permission === 'refused') {
      findings.fault(row, null, 'refusal_in_refused_row');
      refusals.push({ line: row.line, code: codeKey(row.cells.code), e164: customer.phone?.e164 ?? null });
    }
  }
  return refusals.length === 0 ? rows : withRefusals(rows, refusals, findings);
}

interface PermissionRefusal {
  readonly line: number;
  /** The code; empty where the row has none. */
  readonly code: string;
  readonly e164: string | null;
}

function withRefusals(
  rows: readonly CustomerRow[],
  refusals: readonly PermissionRefusal[],
  findings: Findings<CustomerField>,
): CustomerRow[] {
  const byCode = new Map(refusals.filter(({ code }) => code !== '').map((refusal) => [refusal.code, refusal]));
  const byNumber = new Map(refusals.filter(({ e164 }) => e164 !== null).map((refusal) => [refusal.e164, refusal]));
  return rows.map((customer) => {
    const { row, code, phone, permission } = customer;
    const refusal = (code === null ? undefined : byCode.get(codeKey(code))) ?? byNumber.get(phone?.e164 ?? '');
    if (refusal === undefined || permission === 'refused') return customer;
    findings.note(row, null, 'refusal_of_refused_row', String(refusal.line));
    return { ...customer, permission: 'refused', permissionOn: null };
  });
}

class CustomerReader {
  readonly #stores: ReadonlyMap<string, StoreRecord>;
  readonly #sellers: ReadonlyMap<string, PersonRecord>;
  readonly #areaCodes: ReadonlyMap<string, string | null>;
  readonly #today: EpochDay;
  readonly #findings: Findings<CustomerField>;

  constructor(
    rows: readonly Row<CustomerField>[],
    { stores, people, today }: BrandFacts,
    findings: Findings<CustomerField>,
  ) {
    this.#stores = byCodeKey(stores);
    this.#sellers = byCodeKey(people);
    this.#areaCodes = areaCodesOf(stores, rows);
    this.#today = today;
    this.#findings = findings;
  }

  /** Reads a row. Where the row has a fault, its number and its refusal are still returned, and the caller does not import it. */
  read(row: Row<CustomerField>): CustomerRow {
    const { cells } = row;
    const findings = this.#findings;
    const today = this.#today;
    const store = this.#stores.get(codeKey(cells.store));
    const seller = this.#sellers.get(codeKey(cells.seller));
    this.#findFaults(row, store, seller);
    if (seller !== undefined && seller.storeId !== store?.id) findings.note(row, 'seller', 'seller_of_other_store');

    const phone = phoneOf(row, this.#areaCodes.get(store?.id ?? '') ?? null, findings);
    if (cells.code === '' && phone === null) findings.fault(row, null, 'customer_unidentified');
    const city = cells.city === '' ? null : cells.city;
    return {
      row,
      code: cells.code === '' ? null : cells.code,
      name: cells.name.replace(/\s+/g, ' '),
      storeId: store?.id ?? '',
      sellerId: seller !== undefined && seller.storeId === store?.id ? seller.id : null,
      phone,
      ...permissionOf(row, today, findings),
      email: emailOf(row, findings),
      bornOn: birthdayOf(row, today, findings),
      city,
      state: stateOf(cells.state, city, store),
      note: cells.note === '' ? null : cells.note,
      customerSince: dayOrNote(row, 'since', 'since_date_unreadable', dateParts(today).year, findings),
    };
  }

  #findFaults(row: Row<CustomerField>, store: StoreRecord | undefined, seller: PersonRecord | undefined): void {
    const { cells } = row;
    const findings = this.#findings;
    if (store === undefined) findings.fault(row, 'store', cells.store === '' ? 'store_missing' : 'store_unknown');
    if (!/\p{L}/u.test(cells.name)) findings.fault(row, 'name', 'name_missing');
    if (cells.name.length > 120) findings.fault(row, 'name', 'name_too_long', '120');
    if (cells.code.length > 60) findings.fault(row, 'code', 'text_too_long', '60');
    if (cells.note.length > MAX_NOTE) findings.fault(row, 'note', 'text_too_long', String(MAX_NOTE));
    if (seller === undefined && cells.seller !== '') findings.fault(row, 'seller', 'seller_unknown');
  }
}

const MAX_NOTE = 4000;

/**
 * The youngest age of a customer in years. A birth year of two digits that would make the customer younger belongs to
 * the century before.
 */
const YOUNGEST = 10;

/**
 * Returns for each store the area code of numbers that are written without one: that of the store's city. Where our
 * data do not know the city, it is the area code of more than half of the customers' numbers that have one.
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

function birthdayOf(row: Row<CustomerField>, today: EpochDay, findings: Findings<CustomerField>): string | null {
  const { born } = row.cells;
  if (saysNothing(born)) return null;
  const reading: DayReading = readDay(born, dateParts(today).year - YOUNGEST, findings.dateOrder('born'));
  if (reading === 'impossible') findings.note(row, 'born', 'birth_date_impossible');
  else if (reading === 'unreadable') findings.note(row, 'born', 'birth_date_unreadable');
  else if (reading === 'ambiguous') findings.note(row, 'born', 'birth_date_ambiguous');
  else if ((dayOf(reading.on) as EpochDay) > today || reading.on < '1890')
    findings.note(row, 'born', 'birth_date_out_of_range');
  else return reading.on;
  return null;
}

function dayOrNote(
  row: Row<CustomerField>,
  field: CustomerField,
  note: RowNote,
  latestYear: number,
  findings: Findings<CustomerField>,
): string | null {
  if (saysNothing(row.cells[field])) return null;
  const reading = readDay(row.cells[field], latestYear, findings.dateOrder(field));
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

/** Returns the state of a city. A city without a state, but with the name of the store's city, is in the store's state. */
function stateOf(state: string, city: string | null, store: StoreRecord | undefined): string | null {
  if (/^[a-z]{2}$/i.test(state)) return state.toUpperCase();
  return store !== undefined && city !== null && foldText(city) === foldText(store.city) ? store.state : null;
}
