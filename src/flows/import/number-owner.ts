/** Decides for each number of a file which row's customer owns it, and what becomes of the other rows with that number. */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { CustomerRow } from '#flows/import/read/read-customers.ts';
import { codeKey } from '#rules/core/code-key.ts';
import { plainWords } from '#rules/core/plain-words.ts';
import { byCodeKey } from './import-plan.ts';

/** A row with its customer, and the decision about the row's number. */
export interface Claim {
  readonly id: string;
  readonly row: CustomerRow;
  /** The stored customer; undefined for a new one. */
  readonly known: CustomerRecord | undefined;
  /**
   * `own` means that the number is this customer's, or that the row has none. `joined` means that the row is a
   * duplicate of `holder`. `lost` means that another person owns the number.
   */
  readonly fate: 'own' | 'joined' | 'lost';
  /** The owner of the number; this customer where the fate is `own`. */
  readonly holder: Holder;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** The code that people use for the customer; null where there is none. */
  readonly code: string | null;
}

/**
 * Decides about the number of each row. A number stays with the customer who has it, unless that customer's own row now
 * has another one; else the first row with the number gets it. A further row with the same first name is the same
 * person, written twice. With another first name it is another person, who is kept without the number. So a file that
 * is imported again changes nothing. A row of a customer whom a person merged (`handMerged`: the ids) is a duplicate of the
 * surviving customer, who owns that number too.
 */
export function claimsOf(
  rows: readonly CustomerRow[],
  known: readonly CustomerRecord[],
  handMerged: ReadonlySet<string>,
  newId: () => string,
): Claim[] {
  const byCode = byCodeKey(known);
  const byId = new Map(known.map((record) => [record.id, record]));
  const merged = known.filter(({ id, phone }) => handMerged.has(id) && phone !== null);
  const byPhone = new Map([...merged, ...known.filter(isHolder)].map((record) => [record.phone, record]));
  const survivorOf = (record: CustomerRecord | undefined) =>
    record !== undefined && handMerged.has(record.id) ? byId.get(record.mergedInto ?? '') : undefined;
  const identified = rows.map((row) => {
    const record = row.code === null ? byPhone.get(row.phone?.e164 ?? null) : byCode.get(codeKey(row.code));
    const keptRow = record?.availability === 'erased' ? { ...row, phone: null } : row;
    return { row: keptRow, known: record, id: record?.id ?? newId() };
  });

  const claimed = new Map(identified.map(({ id, row }) => [id, row.phone?.e164 ?? null]));
  const holders = new Map<string, Holder>();
  for (const record of known.filter(isHolder)) {
    const phone = record.phone as string;
    if (!claimed.has(record.id) || claimed.get(record.id) === phone) holders.set(phone, record);
  }
  for (const record of merged) {
    const survivor = survivorOf(record);
    if (survivor !== undefined && !holders.has(record.phone as string)) holders.set(record.phone as string, survivor);
  }
  for (const { id, row, known: record } of identified) {
    if (survivorOf(record) !== undefined) continue;
    if (row.phone !== null && !holders.has(row.phone.e164)) holders.set(row.phone.e164, { ...row, id });
  }

  return identified.map(({ id, row, known }) => {
    const survivor = survivorOf(known);
    if (survivor !== undefined) return { id, row, known, fate: 'joined', holder: survivor };
    const holder = (row.phone === null ? undefined : holders.get(row.phone.e164)) ?? { ...row, id };
    const fate = holder.id === id ? 'own' : sameFirstName(holder.name, row.name) ? 'joined' : 'lost';
    return { id, row, known, fate, holder };
  });
}

/** For a file without a column for numbers, returns each row with the stored number of its customer. */
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
