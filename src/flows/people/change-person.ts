/** Renames, moves, deactivates and activates a person, as a manager asks. */
import type { Database, Tx } from '#db/core/db.ts';
import { lockQueues } from '#db/people/people.ts';
import {
  countColleagues,
  findStoreOfBrand,
  listNamesInStore,
  lockBrandPeople,
  updatePerson,
} from '#db/people/person-changes.ts';
import { countPersonWork, type ListedPerson, readListedPerson } from '#db/people/person-list.ts';
import { insertPersonChange } from '#db/people/person-log.ts';
import { endTurnsOfPerson } from '#db/sign-in/account/person-turns.ts';
import { endHoldsOf } from '#flows/core/end-holds.ts';
import { foldText } from '#rules/core/plain-words.ts';
import { mayReach, operationOn, personRole } from '#rules/people/access.ts';
import {
  endsTurns,
  isMove,
  logEntryOf,
  type PersonChangeRefusal,
  type PersonState,
  refusePersonChange,
} from '#rules/people/change-person.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PersonActor } from './identify-caller.ts';
import { isInReach } from './read-people.ts';

export interface ChangePersonDeps {
  readonly db: Database;
  /** The app's clock, by which holds end. */
  readonly now: () => Instant;
  /** The host's clock, by which turns and PINs end. */
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

/** Fields that are left out stay. */
export interface PersonWish {
  readonly name?: string | undefined;
  readonly role?: 'seller' | 'store_manager' | undefined;
  readonly storeId?: string | undefined;
  readonly active?: boolean | undefined;
}

export type ChangePersonAnswer =
  | {
      readonly kind: 'changed';
      readonly person: ListedPerson;
      readonly customers: number;
      readonly held: number;
      /** How many holds the change ended at once. */
      readonly ended: number;
    }
  | { readonly kind: 'not_found' | 'forbidden' | 'store_unknown' | 'name_taken' | PersonChangeRefusal };

/**
 * Changes a person; with `dryRun` nothing is written and the answer is the same. A move to another store ends the person's
 * holds at once, because the seller left the store (H3). A deactivation ends no hold: a hold that is passed on before its
 * minute keeps it, and the release ends the others. Customers stay in the portfolio until the portfolio is moved.
 */
export async function changePerson(
  deps: ChangePersonDeps,
  actor: PersonActor,
  personId: string,
  wish: PersonWish,
  dryRun: boolean,
): Promise<ChangePersonAnswer> {
  const { brandId } = actor;
  return deps.db.inBrand(brandId, async (tx) => {
    tx.send(lockBrandPeople, { brandId });
    const [before] = await tx.run(lockQueues, { brandId, personIds: [personId] });
    if (!before || !isInReach(actor, before)) return { kind: 'not_found' };
    const after = applyWish({ ...before, role: personRole(before.role) }, wish);
    const refusal = await refusalOf(tx, actor, before, after);
    if (refusal) return { kind: refusal };
    const [work = { customers: 0, held: 0 }] = await tx.run(countPersonWork, { brandId, personId });
    const hasMoved = before.storeId !== after.storeId;
    if (!dryRun) await write(deps, tx, actor, personId, { before, after });
    const times = { now: deps.hostNow(), appNow: deps.now() };
    const [person] = await tx.run(readListedPerson, { brandId, personId, ...times });
    if (!person) throw new Error('The person who was just locked is gone');
    return { kind: 'changed', person, ...work, ended: hasMoved ? work.held : 0 };
  });
}

function applyWish(before: PersonState, { name, role, storeId, active }: PersonWish): PersonState {
  return {
    name: name === undefined ? before.name : tidyName(name),
    role: role ?? before.role,
    storeId: storeId ?? before.storeId,
    active: active ?? before.active,
  };
}

/** Writes one blank between words. */
export function tidyName(name: string): string {
  return name.replace(/\s+/g, ' ');
}

async function refusalOf(
  tx: Tx,
  actor: PersonActor,
  before: PersonState & { readonly id: string },
  after: PersonState,
): Promise<Exclude<ChangePersonAnswer, { kind: 'changed' }>['kind'] | null> {
  const { brandId } = actor;
  const { id: personId, storeId, role } = before;
  const owned = { personId: null, storeId };
  if (!mayReach(operationOn(role, 'change'), actor, owned)) return 'forbidden';
  if (isMove(before, after) && !mayReach('move_person', actor, owned)) return 'forbidden';
  const [colleagues = { sameRole: 0, all: 0 }] = await tx.run(countColleagues, { brandId, personId, storeId, role });
  const refusal = refusePersonChange(before, after, colleagues, personId === actor.personId);
  if (refusal) return refusal;
  if (after.storeId === null) return null;
  // Nobody comes into a store that is closed for good, nor becomes active in one again.
  const enters = before.storeId !== after.storeId || (after.active && !before.active);
  if (enters && !(await tx.run(findStoreOfBrand, { brandId, storeId: after.storeId })).length) return 'store_unknown';
  return isNameNew(before, after) && (await isNameTaken(tx, { brandId, storeId: after.storeId }, after.name, personId))
    ? 'name_taken'
    : null;
}

/** Whether the change makes the name appear in a list in which it did not stand before. */
function isNameNew(before: PersonState, after: PersonState): boolean {
  if (!after.active) return false;
  return !before.active || before.storeId !== after.storeId || foldText(before.name) !== foldText(after.name);
}

/** Whether another active person of the store has this name, capitals and accents aside: people choose themselves by name. */
export async function isNameTaken(
  tx: Tx,
  at: { readonly brandId: string; readonly storeId: string },
  name: string,
  personId: string,
): Promise<boolean> {
  const others = await tx.run(listNamesInStore, at);
  return others.some((other) => other.id !== personId && foldText(other.name) === foldText(name));
}

async function write(
  { now, hostNow, newId }: ChangePersonDeps,
  tx: Tx,
  { brandId, personId: by }: PersonActor,
  personId: string,
  { before, after }: { readonly before: PersonState; readonly after: PersonState },
): Promise<void> {
  tx.send(updatePerson, { brandId, personId, ...after });
  if (endsTurns(before, after)) tx.send(endTurnsOfPerson, { brandId, personId, now: hostNow() });
  if (before.storeId !== after.storeId)
    await endHoldsOf(tx, brandId, { sellerIds: [personId] }, { reason: 'reassigned', by, at: now() });
  const entry = logEntryOf(before, after);
  if (entry !== null) tx.send(insertPersonChange, { brandId, id: newId(), personId, by, at: hostNow(), ...entry });
}
