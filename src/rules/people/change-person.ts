/** Says which changes of a person are refused, so that no store and no brand loses its last manager by a slip. */
import type { PersonRole } from './access-table.ts';

/** What can be changed of a person. `storeId` is null exactly for a brand manager. */
export interface PersonState {
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string | null;
  readonly active: boolean;
}

/** The person's colleagues before the change: the other active people of the store, or the other active brand managers. */
export interface Colleagues {
  /** How many of them have the person's role. */
  readonly sameRole: number;
  /** How many of them there are. */
  readonly all: number;
}

export type PersonChangeRefusal = 'own_person' | 'role_fixed' | 'last_store_manager' | 'last_brand_manager';

/**
 * Returns why the change is refused; null: it is not. `isOwn`: the person changes herself or himself, who may only change
 * the name. A brand manager signs in with an account and has no store, so that the role never changes into another one or
 * from another one. A store manager may leave a store in which nobody else works.
 */
export function refusePersonChange(
  before: PersonState,
  after: PersonState,
  colleagues: Colleagues,
  isOwn: boolean,
): PersonChangeRefusal | null {
  const hasLeft = isLeaving(before, after);
  if ((before.storeId === null) !== (after.storeId === null)) return 'role_fixed';
  if (before.role !== after.role && before.storeId === null) return 'role_fixed';
  if (isOwn && (hasLeft || before.role !== after.role)) return 'own_person';
  if (!before.active || (!hasLeft && before.role === after.role)) return null;
  if (before.role === 'brand_manager' && colleagues.sameRole === 0) return 'last_brand_manager';
  if (before.role === 'store_manager' && colleagues.sameRole === 0 && colleagues.all > 0) return 'last_store_manager';
  return null;
}

/** Whether the person stops working in the store or for the brand. */
export function isLeaving(before: PersonState, after: PersonState): boolean {
  return (before.active && !after.active) || before.storeId !== after.storeId;
}

/** Whether the person gets another role or another store, which only some may decide. */
export function isMove(before: PersonState, after: PersonState): boolean {
  return before.storeId !== after.storeId || before.role !== after.role;
}

/** Whether the person must give the PIN again: a seller who becomes a manager may need a longer one. */
export function endsTurns(before: PersonState, after: PersonState): boolean {
  return isLeaving(before, after) || before.role !== after.role;
}

/** What the log says of a change: whether access began or ended, and the fields that differ. */
export interface PersonLogEntry {
  readonly kind: 'changed' | 'activated' | 'deactivated';
  readonly fields: readonly ('name' | 'role' | 'store')[];
}

/** Returns what the log says of a change; null where nothing differs. */
export function logEntryOf(before: PersonState, after: PersonState): PersonLogEntry | null {
  const differs = {
    name: before.name !== after.name,
    role: before.role !== after.role,
    store: before.storeId !== after.storeId,
  };
  const fields = (['name', 'role', 'store'] as const).filter((field) => differs[field]);
  if (before.active !== after.active) return { kind: after.active ? 'activated' : 'deactivated', fields };
  return fields.length === 0 ? null : { kind: 'changed', fields };
}
