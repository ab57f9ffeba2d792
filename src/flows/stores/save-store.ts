/** Creates and changes stores. Held contacts whose minute no longer fits are timed again at once (H6). */
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { advanceTimingRevision, wakeDispatchers } from '#db/holds/due-holds.ts';
import { updateStoreZones } from '#db/people/brands.ts';
import { deleteStoreHours, insertStoreHours } from '#db/people/stores.ts';
import { lockPolicyExclusive } from '#db/policy/policy-lock.ts';
import { insertStoreChange } from '#db/stores/store-changes.ts';
import {
  deleteStoreDates,
  insertStore,
  insertStoreDates,
  lockStore,
  readStore as readStoreRow,
  updateStore,
} from '#db/stores/store-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { isGeographicZone } from '#rules/time/zone.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';
import { countMoves, type Moves } from './count-moves.ts';
import { reachesStore } from './read-stores.ts';
import type { OneTimeSignIn, StoreDeps, StoreFields } from './store-deps.ts';
import { createSignIn, isEmailTaken } from './store-sign-in.ts';

export interface NewStore extends Omit<StoreFields, 'zone'> {
  readonly code: string;
  /** Undefined: the zone follows from city and state. */
  readonly zone: string | undefined;
  /** Undefined: the store gets no sign-in yet. */
  readonly email: string | undefined;
}

export type CreateStoreAnswer =
  | { readonly kind: 'created'; readonly id: string; readonly signIn: OneTimeSignIn | null }
  | { readonly kind: 'code_taken' | 'email_taken' | 'zone_unknown' | 'zone_undecided' };

/** Creates the store in one commit, and then its sign-in: an account without a store could sign in nowhere. */
export async function createStore(
  deps: StoreDeps,
  author: PersonActor,
  { code, email, zone: given, ...fields }: NewStore,
): Promise<CreateStoreAnswer> {
  const zone = given ?? derivedZone(fields);
  if (zone === null) return { kind: 'zone_undecided' };
  if (!isGeographicZone(zone)) return { kind: 'zone_unknown' };
  if (email !== undefined && (await isEmailTaken(deps, email))) return { kind: 'email_taken' };
  const { brandId } = author;
  const id = deps.newId();
  try {
    await deps.db.inBrand(brandId, async (tx) => {
      tx.send(lockPolicyExclusive, { brandId });
      tx.send(insertStore, { ...fields, zone, code, brandId, id, at: deps.now() });
      writeHours(tx, brandId, id, fields);
      retime(tx, brandId);
      tx.send(insertStoreChange, changeOf(deps, author, id, 'created'));
    });
  } catch (error) {
    if (findBrokenConstraint(error) === 'stores_brand_id_code_key') return { kind: 'code_taken' };
    throw error;
  }
  const signIn = email === undefined ? null : await createSignIn(deps, author, { id, name: fields.name }, email);
  return { kind: 'created', id, signIn };
}

export type ChangeStoreAnswer =
  | ({ readonly kind: 'changed'; readonly isDry: boolean; readonly wanted: StoreFields } & Moves)
  | { readonly kind: 'not_found' | 'store_closed' | 'zone_unknown' };

/** Changes the fields that are given. `dryRun`: nothing is written. The answer counts the held contacts that move. */
export async function changeStore(
  deps: StoreDeps,
  author: PersonActor,
  id: string,
  { dryRun, ...change }: Partial<StoreFields> & { readonly dryRun: boolean },
): Promise<ChangeStoreAnswer> {
  const { brandId } = author;
  if (!reachesStore(author, id, 'change_store')) return { kind: 'not_found' };
  if (change.zone !== undefined && !isGeographicZone(change.zone)) return { kind: 'zone_unknown' };
  const [before] = await deps.db.read(brandId, (reads) => reads.run(readStoreRow, { brandId, id }));
  if (!before) return { kind: 'not_found' };
  if (before.closedAt !== null) return { kind: 'store_closed' };
  const wanted = { ...before, ...change };
  const isTiming = TIMING.some((field) => isDifferent(before[field], wanted[field]));
  const moves = isTiming
    ? await countMoves(deps, { brandId, storeId: id, wanted, now: deps.now() })
    : { held: before.held, moved: 0 };
  if (!dryRun && !(await writeChange(deps, author, id, change))) return { kind: 'store_closed' };
  return { kind: 'changed', isDry: dryRun, wanted, ...moves };
}

/** The fields on which minutes depend. */
const TIMING = ['zone', 'hours', 'dates'] as const;
const FIELDS = ['name', 'address', 'city', 'state', ...TIMING] as const;

/** Writes what differs from the locked row. Returns false if the store was closed meanwhile. */
function writeChange(deps: StoreDeps, author: PersonActor, id: string, change: Partial<StoreFields>): Promise<boolean> {
  const { brandId } = author;
  return deps.db.inBrand(brandId, async (tx) => {
    // The policy is locked before all rows, as decisions lock it.
    if (TIMING.some((field) => change[field] !== undefined)) tx.send(lockPolicyExclusive, { brandId });
    const [locked] = await tx.run(lockStore, { brandId, id });
    const [before] = await tx.run(readStoreRow, { brandId, id });
    if (!locked || !before || locked.closedAt !== null) return false;
    const wanted = { ...before, ...change };
    const fields = FIELDS.filter((field) => isDifferent(before[field], wanted[field]));
    if (fields.length === 0) return true;
    tx.send(updateStore, { ...wanted, brandId, id });
    if (TIMING.some((field) => fields.includes(field))) {
      tx.send(deleteStoreHours, { brandId, storeIds: [id] });
      tx.send(deleteStoreDates, { brandId, storeId: id });
      writeHours(tx, brandId, id, wanted);
      retime(tx, brandId);
    }
    tx.send(insertStoreChange, { ...changeOf(deps, author, id, 'changed'), fields });
    return true;
  });
}

function writeHours(tx: Tx, brandId: string, id: string, { hours, dates }: Pick<StoreFields, 'hours' | 'dates'>) {
  if (hours.length > 0) tx.send(insertStoreHours, { brandId, hours: hours.map((each) => ({ ...each, storeId: id })) });
  if (dates.length > 0) tx.send(insertStoreDates, { brandId, storeId: id, dates });
}

/** Has all held contacts of the brand timed again. The caller has locked the policy. */
export function retime(tx: Tx, brandId: string): void {
  tx.send(advanceTimingRevision, { brandId });
  tx.send(updateStoreZones, { brandId });
  tx.send(wakeDispatchers, {});
}

/** Makes an entry of the log of changes. */
export function changeOf(
  { newId, hostNow }: Pick<StoreDeps, 'newId' | 'hostNow'>,
  { brandId, personId }: PersonActor,
  storeId: string,
  kind: Parameters<typeof insertStoreChange.valuesOf>[0]['kind'],
) {
  return { brandId, id: newId(), storeId, at: hostNow(), by: personId, kind, fields: [] };
}

function derivedZone({ city, state }: Pick<StoreFields, 'city' | 'state'>): string | null {
  const derived = zoneOfCity(city, state);
  return derived !== null && 'zone' in derived ? derived.zone : null;
}

/** Lists in any order of weekdays or dates are equal if they say the same. */
function isDifferent(before: unknown, wanted: unknown): boolean {
  return canonical(before) !== canonical(wanted);
}

function canonical(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map((item: object) => JSON.stringify(Object.entries(item).sort())).sort());
}
