/** One number, one customer: which of the rows that claim a number is its customer, and what the others become. */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { CustomerRow } from '#flows/import/read/read-customers.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import { byCodeKey, codeKey } from './import-plan.ts';

/** A row, the customer it is about, and what became of its claim on a number. */
export interface Claim {
  readonly id: string;
  readonly row: CustomerRow;
  /** The customer as known before; undefined for a new one. */
  readonly known: CustomerRecord | undefined;
  /** `own`: the number is this customer's (or there is none). `joined`: this is `holder`, written twice. `lost`: another person has the number. */
  readonly fate: 'own' | 'joined' | 'lost';
  /** Of the number; this customer where the fate is `own`. */
  readonly holder: Holder;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** The code by which people know it; null where it has none. */
  readonly code: string | null;
}

/**
 * A number stays with the customer who has it, unless that customer's own row now says otherwise; else it goes to the
 * first row that claims it. A further row with the same first name is the same person, written twice; with another
 * name it is another person, who is kept without the number. So a file imported again changes nothing.
 */
export function claimsOf(rows: readonly CustomerRow[], known: readonly CustomerRecord[], newId: () => string): Claim[] {
  const byCode = byCodeKey(known);
  const byPhone = new Map(known.filter(isHolder).map((record) => [record.phone, record]));
  const told = rows.map((row) => {
    const record = row.code === null ? byPhone.get(row.phone?.e164 ?? null) : byCode.get(codeKey(row.code));
    const said = record?.availability === 'erased' ? { ...row, phone: null } : row;
    return { row: said, known: record, id: record?.id ?? newId() };
  });

  const claimed = new Map(told.map(({ id, row }) => [id, row.phone?.e164 ?? null]));
  const holders = new Map<string, Holder>();
  for (const record of byPhone.values()) {
    const phone = record.phone as string;
    if (!claimed.has(record.id) || claimed.get(record.id) === phone) holders.set(phone, record);
  }
  for (const { id, row } of told) {
    if (row.phone !== null && !holders.has(row.phone.e164)) holders.set(row.phone.e164, { ...row, id });
  }

  return told.map(({ id, row, known }) => {
    const holder = (row.phone === null ? undefined : holders.get(row.phone.e164)) ?? { ...row, id };
    const fate = holder.id === id ? 'own' : sameFirstName(holder.name, row.name) ? 'joined' : 'lost';
    return { id, row, known, fate, holder };
  });
}

/** For a file that tells no numbers: each row as if it told the number by which its customer is known. */
export function withKnownNumbers(rows: readonly CustomerRow[], known: readonly CustomerRecord[]): CustomerRow[] {
  const byCode = byCodeKey(known);
  const byId = new Map(known.map((record) => [record.id, record]));
  return rows.map((row) => {
    const record = row.code === null ? undefined : byCode.get(codeKey(row.code));
    const { phone = null, phoneKind = 'none' } = byId.get(record?.mergedInto ?? '') ?? record ?? {};
    return phone === null || phoneKind === 'none'
      ? row
      : { ...row, phone: { e164: phone, kind: phoneKind, assumed: [] } };
  });
}

function isHolder(record: CustomerRecord): boolean {
  return record.phone !== null && record.availability === 'present';
}

function sameFirstName(a: string, b: string): boolean {
  return plainWords(a)[0] === plainWords(b)[0];
}
