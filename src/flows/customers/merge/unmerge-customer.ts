/**
 * Undoes a merge, for a day. Both customers are again what they were; what somebody changed since then stays with the
 * surviving customer. A stop, a refusal and a silence that came since then bind both: nobody knows of whom they were said.
 */

import { resetLastContact } from '#db/contact/handovers.ts';
import type { Tx } from '#db/core/db.ts';
import { findBrokenConstraint } from '#db/core/db.ts';
import { type CustomerRecord, lockCustomers, saveCustomers } from '#db/customers/customer-records.ts';
import { deleteOtherTags } from '#db/customers/edit/customer-tags.ts';
import { readHandFields, updateHandFields } from '#db/customers/edit/hand-fields.ts';
import { recordPermissionChanges } from '#db/customers/edit/permission-changes.ts';
import {
  listHandedOver,
  lockHoldsOfCustomers,
  moveAttempts,
  returnMergedSuggestions,
} from '#db/customers/merge/merged-work.ts';
import {
  copySilences,
  endMerge,
  findMerge,
  markStopsRunning,
  readBindings,
  setMergedApart,
  setStopMark,
} from '#db/customers/merge/merges.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { retimeNumber } from '#flows/holds/retime-number.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type FilledField, UNMERGE_MS, unmergeFields } from '#rules/customers/merge.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { lockPair, untilLocked } from './lock-pair.ts';
import { CUSTOMERS_MERGED, endForbidden, fieldsOf, type MergeDeps, ownerOf } from './merge-customer.ts';
import { writeMergedWords } from './merged-words.ts';

/**
 * `unmerge_none`: the customer has no merge to undo. `unmerge_over`: the day has passed. `unmerge_later_first`: the
 * surviving customer was merged since then, or got another merge. `unmerge_number_taken`: the merged customer's number is
 * the number of another customer now.
 */
export type UnmergeAnswer =
  | { readonly kind: 'unmerged'; readonly fromId: string; readonly intoId: string }
  | {
      readonly kind: 'not_found' | 'unmerge_none' | 'unmerge_over' | 'unmerge_later_first' | 'unmerge_number_taken';
    };

type Merge = NonNullable<(typeof findMerge)['row']>;
interface Row {
  readonly record: CustomerRecord;
  readonly toldZone: string | null;
  readonly contactFromMinute: number | null;
  readonly tags: readonly string[];
}

/** Undoes the merge of this merged customer, or the newest merge into this customer. */
export async function unmergeCustomer(
  deps: MergeDeps,
  person: PersonActor,
  customerId: string,
): Promise<UnmergeAnswer> {
  const { brandId } = person;
  try {
    return await untilLocked(() =>
      deps.db.inBrand(brandId, async (tx): Promise<UnmergeAnswer | 'locks_changed'> => {
        const [merge] = await tx.run(findMerge, { brandId, customerId });
        if (merge === undefined) return refuseUnknown(tx, person, customerId);
        const { fromId, intoId } = merge;
        if ((await lockPair(tx, brandId, merge)) === null) return 'locks_changed';
        const [from, into] = [await readRow(tx, brandId, fromId), await readRow(tx, brandId, intoId)];
        if (![from, into].every(({ record }) => mayReach('merge_customers', person, ownerOf(record))))
          return { kind: 'not_found' };
        if (from.record.availability === 'erased') return { kind: 'not_found' };
        const at = deps.now();
        if (at >= merge.mergedAt + UNMERGE_MS) return { kind: 'unmerge_over' };
        const [newest] = await tx.run(findMerge, { brandId, customerId: intoId });
        if (newest?.id !== merge.id || into.record.availability !== 'present') return { kind: 'unmerge_later_first' };
        const [ended] = await tx.run(endMerge, { brandId, id: merge.id, by: person.personId, at });
        if (ended === undefined) return { kind: 'unmerge_none' };
        await separate(deps, tx, person, merge, { from, into, at });
        await publishLiveEvent(tx, brandId, deps.hostNow(), CUSTOMERS_MERGED);
        return { kind: 'unmerged', fromId, intoId };
      }),
    );
  } catch (error) {
    if (findBrokenConstraint(error) === 'customers_by_phone') return { kind: 'unmerge_number_taken' };
    throw error;
  }
}

/** A person learns that there is nothing to undo only of a customer whom the person may merge. */
async function refuseUnknown(tx: Tx, person: PersonActor, customerId: string): Promise<UnmergeAnswer> {
  const [record] = await tx.run(lockCustomers, { brandId: person.brandId, customerIds: [customerId] });
  const isReached = record !== undefined && record.availability !== 'erased';
  return { kind: isReached && mayReach('merge_customers', person, ownerOf(record)) ? 'unmerge_none' : 'not_found' };
}

/** Reads a row that is locked, also a merged one. */
async function readRow(tx: Tx, brandId: string, customerId: string): Promise<Row> {
  const [record] = await tx.run(lockCustomers, { brandId, customerIds: [customerId] });
  const [typed] = await tx.run(readHandFields, { brandId, customerId });
  if (record === undefined || typed === undefined) throw new Error(`The customer ${customerId} of a merge has no row.`);
  return { record: record as CustomerRecord, ...typed };
}

async function separate(
  deps: MergeDeps,
  tx: Tx,
  person: PersonActor,
  merge: Merge,
  { from, into, at }: { readonly from: Row; readonly into: Row; readonly at: Instant },
): Promise<void> {
  const { brandId } = person;
  const { fromId, intoId } = merge;
  const isRefusedSince = writeSurvivor(deps, tx, person, merge, { from, into, at });
  // The surviving row gives a number that it took back before the merged row becomes present with it.
  tx.send(setMergedApart, { brandId, fromId, duplicateIds: merge.duplicateIds });
  if (isRefusedSince) refuseMerged(deps, tx, person, { from, into, at });
  if (merge.fromStoppedAt !== null)
    tx.send(markStopsRunning, { brandId, customerId: fromId, stoppedAt: merge.fromStoppedAt });
  tx.send(setStopMark, { brandId, customerId: fromId, at: latestOf(from.record.optedOutAt, merge.fromStoppedAt) });
  const survivorMark = into.record.optedOutAt === null ? null : merge.optedOutWas;
  tx.send(setStopMark, { brandId, customerId: intoId, at: survivorMark });
  tx.send(copySilences, { brandId, fromId, intoId, since: merge.mergedAt });
  await returnWork(tx, brandId, merge);
  for (const customerId of [fromId, intoId]) tx.send(resetLastContact, { brandId, customerId });
  await writeMergedWords(tx, brandId, from.record);
  await writeMergedWords(tx, brandId, into.record);
  for (const customerId of [fromId, intoId]) {
    const [bindings] = await tx.run(readBindings, { brandId, customerId });
    const { record } = await readRow(tx, brandId, customerId);
    const isStopped = bindings?.stoppedAt != null || record.optedOutAt !== null || record.permission === 'refused';
    await endForbidden(tx, person, customerId, isStopped, at);
  }
  for (const customerId of [fromId, intoId]) await retimeNumber(deps, tx, { brandId, customerId });
}

/** Writes the surviving customer as before the merge, except what changed since. Returns whether the customer refused since. */
function writeSurvivor(
  { numberKey }: MergeDeps,
  tx: Tx,
  { brandId, personId }: PersonActor,
  merge: Merge,
  { from, into, at }: { readonly from: Row; readonly into: Row; readonly at: Instant },
): boolean {
  const replaced = {
    contactFromMinute: merge.contactFromWas,
    customerSince: merge.customerSinceWas,
    state: merge.stateWas,
  };
  const fields = unmergeFields(fieldsOf(into), fieldsOf(from), merge.filled as FilledField[], replaced);
  const { permission, permissionOn } = into.record;
  const isAsMerged = permission === merge.permissionBecame && permissionOn === merge.permissionBecameOn;
  const said = isAsMerged
    ? { permission: merge.permissionWas, permissionOn: merge.permissionWasOn }
    : { permission, permissionOn };
  const { toldZone, contactFromMinute, ...own } = fields;
  const wrongNumberAt = own.phone === into.record.phone ? into.record.wrongNumberAt : null;
  saveCustomers(tx, brandId, [{ ...into.record, ...own, ...said, wrongNumberAt }], numberKey, at);
  const customerId = into.record.id;
  tx.send(updateHandFields, { brandId, customerId, toldZone, contactFromMinute });
  const tags = into.tags.filter((tag) => !merge.tagsAdded.includes(tag));
  if (tags.length < into.tags.length) tx.send(deleteOtherTags, { brandId, customerId, tags });
  const before = [{ id: customerId, permission, permissionOn }];
  tx.send(recordPermissionChanges, { brandId, before, origin: 'merge', byId: personId, at });
  return !isAsMerged && permission === 'refused';
}

/** A refusal since the merge binds the merged customer too (D2). */
function refuseMerged(
  { numberKey }: MergeDeps,
  tx: Tx,
  { brandId, personId }: PersonActor,
  { from, into, at }: { readonly from: Row; readonly into: Row; readonly at: Instant },
): void {
  const { id, permission, permissionOn } = from.record;
  const refused = { permission: 'refused', permissionOn: into.record.permissionOn } as const;
  const separated = { availability: 'present', mergedInto: null } as const;
  saveCustomers(tx, brandId, [{ ...from.record, ...separated, ...refused }], numberKey, at);
  const before = [{ id, permission, permissionOn }];
  tx.send(recordPermissionChanges, { brandId, before, origin: 'merge', byId: personId, at });
}

/** Gives back what is still held and suggested. A contact that went to WhatsApp since stays with the surviving customer. */
async function returnWork(tx: Tx, brandId: string, merge: Merge): Promise<void> {
  const { fromId: customerId, attemptIds, suggestionIds: ids, suggestionSellerIds: sellerIds } = merge;
  if (attemptIds.length > 0) {
    await tx.run(lockHoldsOfCustomers, { brandId, customerIds: [merge.intoId, customerId] });
    const handed = await tx.run(listHandedOver, { brandId, attemptIds });
    const gone = new Set(handed.map(({ attemptId }) => attemptId));
    const returning = attemptIds.filter((id) => !gone.has(id));
    if (returning.length > 0) tx.send(moveAttempts, { brandId, attemptIds: returning, customerId });
  }
  if (ids.length > 0) tx.send(returnMergedSuggestions, { brandId, ids, sellerIds, customerId, at: merge.mergedAt });
}

function latestOf(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b > a) ? b : a;
}
