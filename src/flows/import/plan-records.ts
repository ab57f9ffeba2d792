/** Plans the customer records after an import: each row joined with the stored record and with the rows of its duplicates. */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { CustomerField } from '#flows/import/read/columns.ts';
import type { Table } from '#flows/import/read/read-table.ts';
import { dayOf, type EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import type { Findings } from './findings.ts';
import type { ImportTerms } from './import-plan.ts';
import type { Claim } from './number-owner.ts';
import { permissionAfter } from './permission.ts';

export interface PlannedCustomers {
  readonly records: readonly CustomerRecord[];
  /** Numbers to put on the stop list, and numbers whose stop ends, each with the instant. */
  readonly stop: ReadonlyMap<string, Instant>;
  readonly lift: ReadonlyMap<string, Instant>;
}

interface PlanInput {
  readonly claims: readonly Claim[];
  readonly known: readonly CustomerRecord[];
  /** The running stops by number. */
  readonly stops: ReadonlyMap<string, Instant>;
  /** The zones by store. */
  readonly zones: ReadonlyMap<string, string>;
  readonly columns: Table<CustomerField>['columns'];
  readonly terms: ImportTerms;
  readonly findings: Findings<CustomerField>;
}

/**
 * Plans the records, and notes in `findings` which rows were joined, lost their number or kept their permission. A
 * column that the file lacks leaves the stored value.
 */
export function planRecords(input: PlanInput): PlannedCustomers {
  const { claims, known, findings } = input;
  const records = new Map<string, CustomerRecord>();
  const byId = new Map(known.map((record) => [record.id, record]));
  const own: Claim[] = [];
  for (const claim of claims) {
    const { fate, holder, row } = claim;
    if (claim.known?.availability === 'erased') findings.note(row.row, null, 'erased');
    else if (fate === 'joined') {
      findings.note(row.row, 'phone', 'duplicate', holder.code ?? holder.name);
      records.set(claim.id, duplicateOf(claim, input));
    } else {
      if (fate === 'lost') findings.note(row.row, 'phone', 'phone_of_another', holder.code ?? holder.name);
      own.push(claim);
      records.set(claim.id, ownRecord(claim, input));
    }
  }

  const joinedTo = Map.groupBy(claims.filter(isJoined), ({ holder }) => holder.id);
  for (const [id, duplicates] of joinedTo) {
    const record = records.get(id) ?? byId.get(id);
    if (record !== undefined) records.set(id, filledFrom(record, duplicates));
  }
  for (const { holder } of claims.filter(isLostRefusal)) {
    const record = records.get(holder.id) ?? byId.get(holder.id);
    if (record !== undefined) records.set(holder.id, record);
  }
  const { stop, lift } = givePermissions(records, own, input);
  for (const record of reattached(known, records)) records.set(record.id, record);
  return { records: [...records.values()], stop, lift };
}

function isJoined({ fate, known }: Claim): boolean {
  return fate === 'joined' && known?.availability !== 'erased';
}

function isLostRefusal({ fate, row }: Claim): boolean {
  return fate === 'lost' && row.permission === 'refused';
}

/** Builds the record of a row without its permission. */
function ownRecord({ id, row, known, fate }: Claim, { columns }: PlanInput): CustomerRecord {
  const phone = fate === 'own' ? row.phone : null;
  const ownOrKnown = <F extends CustomerField, T>(field: F, value: T, before: T | undefined): T =>
    columns[field] === undefined && before !== undefined ? before : value;
  const number = { phone: phone?.e164 ?? null, phoneKind: phone?.kind ?? ('none' as const) };
  return {
    id,
    code: known?.code ?? row.code,
    name: row.name,
    storeId: row.storeId,
    sellerId: ownOrKnown('seller', row.sellerId, known?.sellerId),
    ...number,
    permission: known?.permission ?? 'unknown',
    permissionOn: known?.permissionOn ?? null,
    email: ownOrKnown('email', row.email, known?.email),
    bornOn: ownOrKnown('born', row.bornOn, known?.bornOn),
    city: ownOrKnown('city', row.city, known?.city),
    state: ownOrKnown('city', row.state, known?.state),
    note: ownOrKnown('note', row.note, known?.note),
    customerSince: ownOrKnown('since', row.customerSince, known?.customerSince),
    availability: 'present',
    mergedInto: null,
    optedOutAt: known?.phone === number.phone ? (known?.optedOutAt ?? null) : null,
    wrongNumberAt: known?.phone === number.phone ? (known?.wrongNumberAt ?? null) : null,
  };
}

/**
 * Builds the record of a duplicate. It keeps its code and gets no number, so that nobody can be contacted through it. A
 * row that a person merged keeps its number, which binds the surviving customer.
 */
function duplicateOf(claim: Claim, input: PlanInput): CustomerRecord {
  const { phone, phoneKind, optedOutAt, wrongNumberAt } =
    claim.known?.availability === 'merged' ? claim.known : NO_NUMBER;
  return {
    ...ownRecord({ ...claim, row: { ...claim.row, phone: null } }, input),
    ...{ phone, phoneKind, optedOutAt, wrongNumberAt },
    availability: 'merged',
    mergedInto: claim.holder.id,
  };
}

const NO_NUMBER = { phone: null, phoneKind: 'none', optedOutAt: null, wrongNumberAt: null } as const;

/** Fills the empty fields of a customer's record from the rows of its duplicates. */
function filledFrom(record: CustomerRecord, duplicates: readonly Claim[]): CustomerRecord {
  const rows = duplicates.map(({ row }) => row);
  const rowWithCity = record.city === null ? rows.find(({ city }) => city !== null) : undefined;
  return {
    ...record,
    email: record.email ?? firstOf(rows.map(({ email }) => email)),
    bornOn: record.bornOn ?? firstOf(rows.map(({ bornOn }) => bornOn)),
    note: record.note ?? firstOf(rows.map(({ note }) => note)),
    city: rowWithCity?.city ?? record.city,
    state: rowWithCity === undefined ? record.state : rowWithCity.state,
  };
}

function firstOf(texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null) ?? null;
}

/**
 * Sets the permissions and collects the stops (D2). The customer's own row and the duplicates count as statements of
 * the customer. A refusal by another person with the same number also stops the number.
 */
function givePermissions(
  records: Map<string, CustomerRecord>,
  own: readonly Claim[],
  { claims, known, stops, zones, terms, findings }: PlanInput,
): Pick<PlannedCustomers, 'stop' | 'lift'> {
  const stop = new Map<string, Instant>();
  const lift = new Map<string, Instant>();
  const ownById = new Map(own.map((claim) => [claim.id, claim]));
  const knownById = new Map(known.map((record) => [record.id, record]));
  const mergedInto = Map.groupBy(known, (record) => record.mergedInto);
  const joinedTo = Map.groupBy(claims.filter(isJoined), ({ holder }) => holder.id);
  const refusedBy = new Map(claims.filter(isLostRefusal).map((claim) => [claim.holder.id, claim]));

  for (const record of [...records.values()].filter(({ availability }) => availability === 'present')) {
    const { id, phone } = record;
    const claim = ownById.get(id);
    const duplicates = joinedTo.get(id) ?? [];
    const statements = [...(claim === undefined ? [] : [claim]), ...duplicates].map(({ row }) => row);
    const zone = zones.get(record.storeId) ?? terms.zone;
    // A stop goes with the customer to a new number, and binds the customer by the numbers of merged rows (D2).
    const before = knownById.get(id);
    const carried = before !== undefined && before.phone !== phone ? before.optedOutAt : null;
    const numbers = [phone, ...(mergedInto.get(id) ?? []).map((merged) => merged.phone)];
    const stoppedAt = latestOf([carried, ...numbers.map((number) => stops.get(number ?? '') ?? null)]);
    const stoppedOn = stoppedAt === null ? null : localDay(zone, stoppedAt);
    const { permission, permissionOn, ...after } = permissionAfter({ ...record, stoppedOn }, statements, terms.today);
    const stranger = refusedBy.get(id);
    if ((after.kept || stranger !== undefined) && claim?.row.permission === 'granted') {
      const refuser = duplicates.find(({ row }) => row.permission === 'refused') ?? stranger;
      findings.note(claim.row.row, 'permission', 'permission_kept', refuser?.row.code ?? refuser?.row.name ?? null);
    }
    let optedOutAt = stoppedAt;
    if (phone !== null && after.stop === 'lift' && stranger === undefined) {
      lift.set(phone, instantOf(permissionOn, zone, terms));
      optedOutAt = null;
    } else if (stoppedAt === null && (after.stop === 'stop' || stranger !== undefined)) {
      const on = after.stop === 'stop' ? permissionOn : (stranger?.row.permissionOn ?? null);
      optedOutAt = phone === null ? null : instantOf(on, zone, terms);
      for (const number of numbers) if (number !== null) stop.set(number, instantOf(on, zone, terms));
    } else if (phone !== null && carried !== null && !stops.has(phone)) stop.set(phone, carried);
    records.set(id, { ...record, permission, permissionOn, optedOutAt });
  }
  return { stop, lift };
}

function latestOf(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Returns the instant for a day: its start in the zone, or now for today and for a missing day. */
function instantOf(on: string | null, zone: string, { now, today }: ImportTerms): Instant {
  const day = on === null ? null : dayOf(on);
  return day === null || day >= today ? now : startOfDay(zone, day as EpochDay);
}

/** Returns the records of duplicates whose customer has now become a duplicate itself, pointed to that customer's customer. */
function reattached(known: readonly CustomerRecord[], records: ReadonlyMap<string, CustomerRecord>): CustomerRecord[] {
  return [...known, ...records.values()].flatMap((record) => {
    const current = records.get(record.id) ?? record;
    const target = current.mergedInto === null ? undefined : records.get(current.mergedInto);
    if (target?.mergedInto == null || target.mergedInto === current.id) return [];
    return [{ ...current, mergedInto: target.mergedInto }];
  });
}
