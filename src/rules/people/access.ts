/** Answers who may do what, from the access table. Every route and every flow uses these functions. */
import {
  ACCESS,
  type Caller,
  type Operation,
  PERSON_ROLES,
  type PersonRole,
  type Reach,
  type Reaches,
  type Role,
} from './access-table.ts';

/** Returns how far the caller reaches with the operation; null: the caller may not use it. */
export function reachOf(operation: Operation, caller: Caller): Reach | null {
  const reaches: Reaches = ACCESS[operation];
  return reaches[caller] ?? null;
}

export function mayUse(operation: Operation, caller: Caller): boolean {
  return reachOf(operation, caller) !== null;
}

/** The person who acts, within one brand. `personId` null: support, which is no person of the brand. */
export interface Acting {
  readonly role: Role;
  readonly personId: string | null;
  readonly storeId: string | null;
}

/** The owner of a row of the brand. `personId` null: the store owns the row, and no single person. */
export interface Owned {
  readonly personId: string | null;
  readonly storeId: string | null;
}

/** Returns the owner of an attempt, a hold or an event: its seller. */
export function ownedBy({
  sellerId,
  storeId,
}: {
  readonly sellerId: string | null;
  readonly storeId: string | null;
}): Owned {
  return { personId: sellerId, storeId };
}

/** Returns the operation that unlocks a PIN, which depends on the role of the locked person. */
export function unlockingOf(role: PersonRole): 'unlock_seller' | 'unlock_manager' {
  return role === 'seller' ? 'unlock_seller' : 'unlock_manager';
}

/** Whether people of the role may use an account of their own: sellers sign in on the store's device alone. */
export function mayHaveAccount(role: Role): boolean {
  return mayUse('set_up_second_factor', role);
}

/** An act of a manager on a person; there is an operation for sellers and one for managers. */
export type PersonAct = 'create' | 'change' | 'give_pin';

const ON_SELLER = { create: 'create_seller', change: 'change_seller', give_pin: 'give_seller_pin' } as const;
const ON_MANAGER = { create: 'create_manager', change: 'change_manager', give_pin: 'give_manager_pin' } as const;

/** Returns the operation that does this to a person of the role. */
export function operationOn(role: PersonRole, act: PersonAct): Operation {
  return role === 'seller' ? ON_SELLER[act] : ON_MANAGER[act];
}

/** Whether the role reaches this row. The caller has checked that the row belongs to the acting person's brand. */
export function mayReach(operation: Operation, who: Acting, row: Owned): boolean {
  const isOwn = row.personId !== null && row.personId === who.personId;
  switch (reachOf(operation, who.role)) {
    case null:
      return false;
    case 'own':
      return isOwn;
    case 'store':
      return isOwn || (row.storeId !== null && row.storeId === who.storeId);
    default:
      return true;
  }
}

/**
 * Returns the filter of a list that contains only rows in reach; null fields do not filter. Throws if the role may not
 * use the operation.
 */
export function scopeOf(operation: Operation, who: Acting): Owned {
  const reach = reachOf(operation, who.role);
  if (reach === null) throw new Error(`${who.role} may not ${operation}`);
  if (reach === 'own') return { personId: known(who.personId), storeId: null };
  if (reach === 'store') return { personId: null, storeId: known(who.storeId) };
  return { personId: null, storeId: null };
}

/** Returns the id, or throws: a scope without an id would cover the whole brand. */
function known(id: string | null): string {
  if (id === null)
    throw new Error(
      'The acting person lacks an id or a store: every person has an id, and sellers and store managers have a store',
    );
  return id;
}

/** Returns the role with this name of the database. Throws for an unknown name. */
export function personRole(name: string): PersonRole {
  const known = PERSON_ROLES.find((each) => each === name);
  if (known === undefined) throw new Error(`There is no role ${name}: a role is one of ${PERSON_ROLES.join(', ')}`);
  return known;
}
