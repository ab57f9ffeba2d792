/**
 * Merges a customer into another one, at a person's word. The merged row stays with its number, so that what binds the
 * number binds the surviving customer (D2, D2c, D4b, D6); receipts keep the id that they were decided for.
 */
import type { Database, Tx } from '#db/core/db.ts';
import { copyRunningStops, saveCustomers } from '#db/customers/customer-records.ts';
import { insertTags } from '#db/customers/edit/customer-tags.ts';
import { updateHandFields } from '#db/customers/edit/hand-fields.ts';
import { recordPermissionChanges } from '#db/customers/edit/permission-changes.ts';
import {
  insertMerge,
  listMergedRows,
  readBindings,
  setMergedInto,
  setStopMark,
  takeLastContact,
} from '#db/customers/merge/merges.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { lockHoldsOfListingsOf } from '#db/holds/lock-ending-holds.ts';
import { endHoldsOf, endsOf } from '#flows/core/end-holds.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { lockStored } from '#flows/customers/edit/save-customer.ts';
import type { StoredCustomer } from '#flows/customers/edit/write-customer.ts';
import { type RetimeNumberDeps, retimeNumber } from '#flows/holds/retime-number.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Said } from '#rules/customers/consent.ts';
import {
  type FilledField,
  type MergeFields,
  mergeFields,
  mergePermissions,
  UNMERGE_MS,
} from '#rules/customers/merge.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { lockPair, type Pair, untilLocked } from './lock-pair.ts';
import { writeMergedWords } from './merged-words.ts';
import { type MovedWork, moveWork, planWork, type WorkPlan } from './move-work.ts';

export interface MergeDeps extends RetimeNumberDeps {
  readonly db: Database;
  readonly newId: () => string;
  /** The key of the stop list's hashes. */
  readonly numberKey: Uint8Array;
}

/** What the merge does: the fields that the surviving customer takes, the permission, and what is held and suggested. */
export interface MergeResult {
  readonly filled: readonly FilledField[];
  readonly permission: Said;
  readonly isStopped: boolean;
  readonly listedOn: string | null;
  readonly held: { readonly moved: number; readonly ended: number };
  readonly suggestions: number;
}

/** `same_customer`: both ids are one customer. `already_merged`: one of the customers is merged into another one. */
export type MergeAnswer =
  | (MergeResult & { readonly kind: 'planned' })
  | (MergeResult & { readonly kind: 'merged'; readonly undoUntil: Instant })
  | { readonly kind: 'not_found' | 'same_customer' | 'already_merged' };

type Stored = NonNullable<Awaited<ReturnType<typeof lockStored>>>;

/** Merges the customers, or with `dryRun` answers what the merge would do. */
export function mergeCustomer(
  deps: MergeDeps,
  person: PersonActor,
  pair: Pair,
  { dryRun }: { readonly dryRun: boolean },
): Promise<MergeAnswer> {
  if (pair.fromId === pair.intoId) return Promise.resolve({ kind: 'same_customer' });
  return untilLocked(() =>
    deps.db.inBrand(person.brandId, async (tx): Promise<MergeAnswer | 'locks_changed'> => {
      const { brandId } = person;
      const owners = await lockPair(tx, brandId, pair);
      if (owners === null) return 'locks_changed';
      const [from, into] = [await lockStored(tx, brandId, pair.fromId), await lockStored(tx, brandId, pair.intoId)];
      if (from === null || into === null) return { kind: 'not_found' };
      if (![from, into].every(({ record }) => mayReach('merge_customers', person, ownerOf(record))))
        return { kind: 'not_found' };
      const [[bindsFrom], [bindsInto]] = [
        await tx.run(readBindings, { brandId, customerId: pair.fromId }),
        await tx.run(readBindings, { brandId, customerId: pair.intoId }),
      ];
      if (!bindsFrom || !bindsInto) return { kind: 'not_found' };
      const { fields, filled } = mergeFields(fieldsOf(into), { ...fieldsOf(from), sellerId: sellerFor(from, into) });
      const permission = mergePermissions(
        { ...saidOf(into), listedOn: bindsInto.listedOn },
        { ...saidOf(from), listedOn: bindsFrom.listedOn },
      );
      const stoppedAt = latest([
        from.record.optedOutAt,
        into.record.optedOutAt,
        bindsFrom.stoppedAt,
        bindsInto.stoppedAt,
      ]);
      const survivor = { id: pair.intoId, storeId: into.record.storeId, sellerId: fields.sellerId };
      const work = await planWork(tx, brandId, {
        fromId: pair.fromId,
        survivor,
        owners,
        portfolioOnly: bindsInto.portfolioOnly,
      });
      const result = {
        ...{ filled, permission, isStopped: stoppedAt !== null || permission.state === 'refused' },
        ...{ listedOn: latestDay(bindsInto.listedOn, bindsFrom.listedOn) },
        held: { moved: work.moving.length, ended: work.ending.length + work.replaced.length },
        suggestions: work.given.length,
      };
      if (dryRun) return { kind: 'planned', ...result };
      const at = deps.now();
      const stops = { optedOutAt: stoppedAt, fromStoppedAt: latest([bindsFrom.stoppedAt, from.record.optedOutAt]) };
      await writeMerge(deps, tx, person, { pair, from, into, fields, filled, permission, stops, work, at });
      await endForbidden(tx, person, pair.intoId, result.isStopped, at);
      await retimeNumber(deps, tx, { brandId, customerId: pair.intoId });
      await publishLiveEvent(tx, brandId, deps.hostNow(), CUSTOMERS_MERGED);
      return { kind: 'merged', undoUntil: at + UNMERGE_MS, ...result };
    }),
  );
}

/** The live event after a merge or its undo: open screens read customers, suggestions and held contacts again. */
export const CUSTOMERS_MERGED = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;

interface Merging {
  readonly pair: Pair;
  readonly from: Stored;
  readonly into: Stored;
  readonly fields: MergeFields;
  readonly filled: readonly FilledField[];
  readonly permission: Said;
  readonly stops: { readonly optedOutAt: Instant | null; readonly fromStoppedAt: Instant | null };
  readonly work: WorkPlan;
  readonly at: Instant;
}

async function writeMerge(
  deps: MergeDeps,
  tx: Tx,
  { brandId, personId }: PersonActor,
  { pair, from, into, fields, filled, permission, stops, work, at }: Merging,
): Promise<void> {
  const { fromId, intoId } = pair;
  const duplicates = await tx.run(listMergedRows, { brandId, customerId: fromId });
  // The merged row gives its number up as the present one before the surviving row may take it, and its work afterwards.
  tx.send(setMergedInto, { brandId, fromId, intoId });
  const moved: MovedWork = moveWork(tx, brandId, work, { customerId: intoId, by: personId, at });
  const tagsAdded = from.tags.filter((tag) => !into.tags.includes(tag));
  tx.send(insertMerge, {
    ...{ brandId, id: deps.newId(), fromId, intoId, at, by: personId, filled, tagsAdded },
    ...{ permissionWas: into.record.permission, permissionWasOn: into.record.permissionOn },
    ...{ permissionBecame: permission.state, permissionBecameOn: permission.on },
    ...{ optedOutWas: into.record.optedOutAt, fromStoppedAt: stops.fromStoppedAt },
    ...{ contactFromWas: into.contactFromMinute, customerSinceWas: into.record.customerSince },
    ...{ stateWas: into.record.state, duplicateIds: duplicates.map(({ id }) => id) },
    ...moved,
  });
  const { toldZone, contactFromMinute, ...own } = fields;
  const wrongNumberAt = filled.includes('phone') ? from.record.wrongNumberAt : into.record.wrongNumberAt;
  const record = {
    ...{ ...into.record, ...own, wrongNumberAt, optedOutAt: stops.optedOutAt },
    ...{ permission: permission.state, permissionOn: permission.on },
  };
  saveCustomers(tx, brandId, [record], deps.numberKey, at);
  tx.send(setStopMark, { brandId, customerId: intoId, at: stops.optedOutAt });
  tx.send(updateHandFields, { brandId, customerId: intoId, toldZone, contactFromMinute });
  tx.send(takeLastContact, { brandId, customerId: intoId, otherId: fromId });
  tx.send(copyRunningStops, { brandId, customerIds: [intoId] });
  if (tagsAdded.length > 0) tx.send(insertTags, { brandId, customerId: intoId, tags: tagsAdded });
  tx.send(recordPermissionChanges, {
    ...{ brandId, origin: 'merge', byId: personId, at },
    before: [{ id: intoId, permission: into.record.permission, permissionOn: into.record.permissionOn }],
  });
  await writeMergedWords(tx, brandId, record);
}

/** Ends what is held for a customer whom nobody may contact any more (H3): after a stop, or because of the do-not-call list. */
export async function endForbidden(
  tx: Tx,
  { brandId, personId: by }: PersonActor,
  customerId: string,
  isStopped: boolean,
  at: Instant,
): Promise<void> {
  if (isStopped) return endHoldsOf(tx, brandId, { customerIds: [customerId] }, { reason: 'opted_out', by, at });
  const listed = await tx.run(lockHoldsOfListingsOf, { brandId, customerId });
  applyHoldChanges(tx, brandId, endsOf(listed, { reason: 'unavailable', by, at }));
}

export function ownerOf({ sellerId, storeId }: { readonly sellerId: string | null; readonly storeId: string }) {
  return { personId: sellerId, storeId };
}

export function fieldsOf({ record, toldZone, contactFromMinute }: StoredCustomer): MergeFields {
  const { email, bornOn, city, state, note, customerSince, sellerId, phone, phoneKind } = record;
  return {
    email,
    bornOn,
    city,
    state,
    note,
    toldZone,
    contactFromMinute,
    customerSince,
    sellerId,
    phone,
    phoneKind,
  };
}

/** Returns the merged customer's seller, where the seller works in the surviving customer's store. */
function sellerFor(from: Stored, into: Stored): string | null {
  return from.record.storeId === into.record.storeId ? from.record.sellerId : null;
}

function saidOf({ record }: Stored): Said {
  return { state: record.permission, on: record.permissionOn };
}

function latest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function latestDay(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
