/** Adds a customer, and changes one. */
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { type CustomerRecord, lockCustomers } from '#db/customers/customer-records.ts';
import { findCustomerByNumber, readHandFields } from '#db/customers/edit/hand-fields.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { findPersonOfStore } from '#db/people/absences.ts';
import { readStore } from '#db/stores/store-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach, mayUse } from '#rules/people/access.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { type CustomerFields, type FieldFault, readFields, type TypedFields } from './customer-fields.ts';
import { applyFields, type EditDeps, type StoredCustomer, writeCustomer } from './write-customer.ts';

/** The customer who has the number already; `customer` null: the caller may not read that customer. */
export interface NumberTaken {
  readonly kind: 'number_taken';
  readonly customer: { readonly id: string; readonly name: string } | null;
}

export type CreateCustomerAnswer =
  | { readonly kind: 'created'; readonly id: string }
  | NumberTaken
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] };

export interface NewCustomer extends TypedFields {
  readonly name: string;
  /** Undefined: the author's store. */
  readonly storeId?: string | undefined;
  /** Undefined: the author, where the author sells in the store; else nobody. */
  readonly sellerId?: string | undefined;
}

export async function createCustomer(
  deps: EditDeps,
  author: PersonActor,
  { storeId: asked, sellerId: wanted, ...typed }: NewCustomer,
): Promise<CreateCustomerAnswer> {
  const { brandId } = author;
  const id = deps.newId();
  const storeId = asked ?? author.storeId;
  const owner = wanted ?? (author.storeId === storeId ? author.personId : null);
  return answerTaken(() =>
    deps.db.inBrand<CreateCustomerAnswer>(brandId, async (tx) => {
      const fail = (path: string, code: string) => ({ kind: 'faults', faults: [{ path, code }] }) as const;
      const [store] = storeId === null ? [] : await tx.run(readStore, { brandId, id: storeId });
      if (!store || store.closedAt !== null) return fail('storeId', 'store_unknown');
      if (!mayReach('create_customer', author, { personId: null, storeId: store.id }))
        return fail('storeId', 'store_unknown');
      if (!(await mayOwn(tx, author, owner, store.id))) return fail('sellerId', 'seller_unknown');
      const now = deps.now();
      const today = dateText(localDay(store.zone, now));
      const { fields, faults } = readFields(typed, { storeCity: store.city, storeState: store.state, today });
      if (faults.length > 0) return { kind: 'faults', faults };
      const taken =
        fields.phone == null ? null : await findHolder(tx, author, numberHash(deps.numberKey, fields.phone.e164), id);
      if (taken !== null) return taken;
      const blank: StoredCustomer = {
        record: blankRecord(id, store.id, owner),
        toldZone: null,
        contactFromMinute: null,
        tags: [],
      };
      const applied = applyFields(blank, fields, { zone: store.zone, now });
      if (!applied.ok) return fail('permission.on', applied.fault);
      await writeCustomer(tx, deps, author, null, applied);
      return { kind: 'created', id };
    }),
  );
}

/** Whether the customer may be in this portfolio: a seller adds to the own one, a manager to that of anybody in the store. */
async function mayOwn(tx: Tx, author: PersonActor, ownerId: string | null, storeId: string): Promise<boolean> {
  if (ownerId === null || ownerId === author.personId) return true;
  if (!mayUse('move_portfolio', author.role)) return false;
  const [person] = await tx.run(findPersonOfStore, { brandId: author.brandId, personId: ownerId });
  return person?.storeId === storeId && person.active;
}

export type ChangeCustomerAnswer =
  | { readonly kind: 'changed' }
  | { readonly kind: 'not_found' }
  | NumberTaken
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  /** Somebody changed the same fields after the caller had read them; `changed` has the values that are stored now. */
  | {
      readonly kind: 'changed_meanwhile';
      readonly changed: readonly { readonly field: string; readonly value: unknown }[];
    };

/** The fields as the caller read them before the change. */
export type SeenFields = Readonly<Partial<Record<keyof TypedFields, unknown>>>;

/**
 * Changes the fields that are given. Where the caller says which values the caller has seen, a field that somebody else
 * changed meanwhile to another value is a conflict, and nothing is written.
 */
export async function changeCustomer(
  deps: EditDeps,
  author: PersonActor,
  id: string,
  { seen, ...typed }: TypedFields & { readonly seen: SeenFields },
): Promise<ChangeCustomerAnswer> {
  const { brandId } = author;
  return answerTaken(() =>
    deps.db.inBrand<ChangeCustomerAnswer>(brandId, async (tx) => {
      const before = await lockStored(tx, brandId, id);
      if (before === null) return { kind: 'not_found' };
      const { record, storeZone: zone, ...place } = before;
      if (!mayReach('change_customer', author, { personId: null, storeId: record.storeId }))
        return { kind: 'not_found' };
      const now = deps.now();
      const { fields, faults } = readFields(typed, { ...place, today: dateText(localDay(zone, now)) });
      if (faults.length > 0) return { kind: 'faults', faults };
      const changed = conflictsOf(before, fields, seen);
      if (changed.length > 0) return { kind: 'changed_meanwhile', changed };
      const taken =
        fields.phone == null || fields.phone.e164 === record.phone
          ? null
          : await findHolder(tx, author, numberHash(deps.numberKey, fields.phone.e164), id);
      if (taken !== null) return taken;
      const applied = applyFields(before, fields, { zone, now });
      if (!applied.ok) return { kind: 'faults', faults: [{ path: 'permission.on', code: applied.fault }] };
      await writeCustomer(tx, deps, author, before, applied);
      return { kind: 'changed' };
    }),
  );
}

/** Locks the customer and reads the row with what people typed. Null: there is no such customer, or no more. */
export async function lockStored(tx: Tx, brandId: string, customerId: string) {
  const [record] = await tx.run(lockCustomers, { brandId, customerIds: [customerId] });
  if (record === undefined || record.availability !== 'present') return null;
  const [typed] = await tx.run(readHandFields, { brandId, customerId });
  return typed === undefined ? null : { record: record as CustomerRecord, ...typed };
}

/** Returns the stored values of the fields that somebody else changed to another value than the wanted one. */
function conflictsOf(before: StoredCustomer, fields: Partial<CustomerFields>, seen: SeenFields) {
  const stored = shownFields(before);
  const wanted: Readonly<Record<string, unknown>> = {
    ...fields,
    ...(fields.phone !== undefined && { phone: fields.phone?.e164 ?? null }),
  };
  return Object.keys(fields).flatMap((field) => {
    if (!(field in seen)) return [];
    const now = stored[field as keyof typeof stored];
    return isSame(now, seen[field as keyof SeenFields]) || isSame(now, wanted[field]) ? [] : [{ field, value: now }];
  });
}

/** Returns the fields as callers read them. */
function shownFields({ record, toldZone, contactFromMinute, tags }: StoredCustomer) {
  const { name, phone, email, bornOn, city, state, note, permission, permissionOn } = record;
  return {
    ...{ name, phone, email, bornOn, city, state, note, tags, contactFromMinute },
    zone: toldZone,
    permission: { state: permission, on: permissionOn },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

async function findHolder(tx: Tx, author: PersonActor, hash: Buffer, exceptId: string): Promise<NumberTaken | null> {
  const [holder] = await tx.run(findCustomerByNumber, { brandId: author.brandId, numberHash: hash });
  if (holder === undefined || holder.id === exceptId) return null;
  const { id, name, storeId } = holder;
  const isShown = mayReach('read_customer', author, { personId: null, storeId });
  return { kind: 'number_taken', customer: isShown ? { id, name } : null };
}

/** Runs the work, and again where another transaction gave the number to a customer meanwhile: then the work finds it. */
async function answerTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (findBrokenConstraint(error) !== 'customers_by_phone') throw error;
    return work();
  }
}

function blankRecord(id: string, storeId: string, sellerId: string | null): CustomerRecord {
  return {
    ...{ id, storeId, sellerId, name: '', code: null, phone: null, phoneKind: 'none', permission: 'unknown' },
    ...{ permissionOn: null, email: null, bornOn: null, city: null, state: null, note: null, customerSince: null },
    ...{ availability: 'present', mergedInto: null, optedOutAt: null, wrongNumberAt: null },
  };
}
