/** What becomes of a customer whom somebody changed between an import's planning and its writing: people go before files. */
import type { CustomerRecord } from '#db/customers/customer-records.ts';

/**
 * The record to write: `current` with the change from `before` to `after`, except where somebody changed it meanwhile. A
 * refusal counts whoever gave it (D2). Null: nothing is to be written (the customer was erased).
 */
export function applyToCustomer(
  before: CustomerRecord,
  after: CustomerRecord,
  current: CustomerRecord,
): CustomerRecord | null {
  return merged(before, after, current);
}

/** The record to write when the import is undone. A refusal that the import brought stays (D2). Null as above. */
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

/** `current`, with `to` in each of the fields that nobody changed since `from`. */
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
  const said = !isSame && (isAsBefore || to.permission === 'refused') ? to : current;
  return { permission: said.permission, permissionOn: said.permissionOn };
}

/** A mark on a number stays with the number: where the number changes, the marks are those of the new one. */
function numberOf(from: CustomerRecord, to: CustomerRecord, current: CustomerRecord) {
  const hasMoved = from.phone !== to.phone && current.phone === from.phone;
  const marks = changed(from, to, current, from.phone === to.phone ? ['optedOutAt', 'wrongNumberAt'] : []);
  const { phone, phoneKind, optedOutAt, wrongNumberAt } = hasMoved ? to : marks;
  return { phone, phoneKind, optedOutAt, wrongNumberAt };
}
