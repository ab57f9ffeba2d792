/** Answers who may do what, from the table of operations and roles. Every route and every flow asks here. */
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

/** Null: the caller may not carry out the operation at all. */
export function reachOf(operation: Operation, caller: Caller): Reach | null {
  const reaches: Reaches = ACCESS[operation];
  return reaches[caller] ?? null;
}

export function mayUse(operation: Operation, caller: Caller): boolean {
  return reachOf(operation, caller) !== null;
}

/** Somebody who acts, within one brand. `personId` null: support, which is no person of the brand. */
export interface Acting {
  readonly role: Role;
  readonly personId: string | null;
  readonly storeId: string | null;
}

/** Whose a row of the brand is. `personId` null: it is the store's, no single person's. */
export interface Owned {
  readonly personId: string | null;
  readonly storeId: string | null;
}

/** An attempt, a hold or an event is its seller's. */
export function ownedBy({
  sellerId,
  storeId,
}: {
  readonly sellerId: string | null;
  readonly storeId: string | null;
}): Owned {
  return { personId: sellerId, storeId };
}

/** Freeing a locked PIN is another operation by the role of the person to be freed. */
export function unlockingOf(role: PersonRole): 'unlock_seller' | 'unlock_manager' {
  return role === 'seller' ? 'unlock_seller' : 'unlock_manager';
}

/** Whether the role reaches this row of the brand; the caller has made sure that the row is of the acting person's brand. */
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

/** By what to filter a list so that it holds only rows in reach; null filters nothing. Throws where there is no reach. */
export function scopeOf(operation: Operation, who: Acting): Owned {
  const reach = reachOf(operation, who.role);
  if (reach === null) throw new Error(`${who.role} may not ${operation}`);
  if (reach === 'own') return { personId: known(who.personId), storeId: null };
  if (reach === 'store') return { personId: null, storeId: known(who.storeId) };
  return { personId: null, storeId: null };
}

/** A scope without its id would be the whole brand's. */
function known(id: string | null): string {
  if (id === null) throw new Error('a person has an id, and a seller and a store manager have a store');
  return id;
}

/** The role that the database names. Throws for a name that is no role. */
export function personRole(name: string): PersonRole {
  const known = PERSON_ROLES.find((each) => each === name);
  if (known === undefined) throw new Error(`There is no role ${name}`);
  return known;
}
