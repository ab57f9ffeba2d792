/**
 * Merges an import's change into a customer that a person changed after the import was planned. The person's change
 * counts, not the file's.
 */
import type { CustomerRecord } from '#db/customers/customer-records.ts';

/**
 * Returns the record to write: `current` with the change from `before` to `after`, except in fields that a person
 * changed meanwhile. A refusal always counts, from the file or from a person (D2). Returns null where the customer was erased and
 * nothing is to be written.
 */
export function applyToCustomer(
  before: CustomerRecord,
  after: CustomerRecord,
  current: CustomerRecord,
): CustomerRecord | null {
  return merged(before, after, current);
}

/**
 * Returns the record to write when the import is undone. A refusal that the import brought stays (D2). Returns null
 * where the customer was erased.
 */
export function undoInCustomer(
  before: CustomerRecord,
  after: CustomerRecord,
  current: CustomerRecord,
): CustomerRecord | null {
  const undone = merged(after, before, current);
  if (undone === null || current.permission !== 'refused') return undone;
  return { ...undone, permission: current.permission, permissionOn: current.permissionOn };
}

function merged(from: CustomerRecord, to: CustomerRecord, current: CustomerRecord): CustomerRecord | null {
  if (current.availability === 'erased') return null;
  return {
    ...changed(from, to, current, OWN_FIELDS),
    ...permissionOf(from, to, current),
    ...numberOf(from, to, current),
    ...(current.availability === from.availability
      ? { availability: to.availability, mergedInto: to.mergedInto }
      : { availability: current.availability, mergedInto: current.mergedInto }),
    id: current.id,
    code: current.code,
  };
}

const OWN_FIELDS = [
  'name',
  'storeId',
  'sellerId',
  'email',
  'bornOn',
  'city',
  'state',
  'note',
  'customerSince',
] as const satisfies (keyof CustomerRecord)[];

/** Returns `current` with the value of `to` in each field that is unchanged since `from`. */
function changed(
  from: CustomerRecord,
  to: CustomerRecord,
  current: CustomerRecord,
  fields: readonly (keyof CustomerRecord)[],
): CustomerRecord {
  const taken = fields.filter((field) => from[field] !== to[field] && current[field] === from[field]);
  return { ...current, ...Object.fromEntries(taken.map((field) => [field, to[field]])) };
}

function permissionOf(from: CustomerRecord, to: CustomerRecord, current: CustomerRecord) {
  const isAsBefore = current.permission === from.permission && current.permissionOn === from.permissionOn;
  const isSame = from.permission === to.permission && from.permissionOn === to.permissionOn;
  const winner = !isSame && (isAsBefore || to.permission === 'refused') ? to : current;
  return { permission: winner.permission, permissionOn: winner.permissionOn };
}

/**
 * Returns the number with its marks (stop, wrong number). Marks belong to a number: where the number changes, the marks
 * of the new one count.
 */
function numberOf(from: CustomerRecord, to: CustomerRecord, current: CustomerRecord) {
  const hasMoved = from.phone !== to.phone && current.phone === from.phone;
  const marks = changed(from, to, current, from.phone === to.phone ? ['optedOutAt', 'wrongNumberAt'] : []);
  const { phone, phoneKind, optedOutAt, wrongNumberAt } = hasMoved ? to : marks;
  return { phone, phoneKind, optedOutAt, wrongNumberAt };
}
