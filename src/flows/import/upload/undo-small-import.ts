/** Undoes an uploaded import of stores or people in one transaction: all of it, or nothing. */
import type { ImportKind } from '#contract/import/import-report.ts';
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import {
  deleteImportedPeople,
  deleteImportedStores,
  endSmallUpload,
  readAllImportRows,
  stopUnwrittenUploads,
} from '#db/import/uploads.ts';
import { updateStoreZones } from '#db/people/brands.ts';
import { listPeople, type PersonRecord } from '#db/people/people.ts';
import { listStores, type StoreRecord } from '#db/people/stores.ts';
import { lockPolicyExclusive } from '#db/policy/policy-lock.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { lockForSellers, savePeople } from '#flows/import/import-sellers.ts';
import { saveStores } from '#flows/import/import-stores.ts';
import { type CarryOutDeps, HOLDS_CHANGED } from '#flows/import/write/carry-out-import.ts';
import type { UploadTask } from './upload-task.ts';

/**
 * Deletes the created rows and restores the changed ones. Where something refers to a created row, the database refuses
 * the deletion. Then, and where somebody would return to a closed store, nothing is undone and the import stays applied.
 */
export async function undoSmallImport(deps: CarryOutDeps, task: UploadTask, kind: ImportKind): Promise<void> {
  const { db, now } = deps;
  const { brandId, id, fence } = task;
  try {
    await db.inBrand(brandId, async (tx) => {
      const [mine] = await tx.run(endSmallUpload, { brandId, id, fence, state: 'undone', at: now() });
      if (mine === undefined) return;
      const rows = await tx.run(readAllImportRows, { brandId, id });
      const before = rows.flatMap((row) => (row.before === null ? [] : [row.before]));
      if (kind === 'stores') await undoStores(tx, task, before as StoreRecord[], now());
      else if (kind === 'sellers') await undoPeople(tx, task, before as PersonRecord[], now());
      await tx.answered();
      await publishLiveEvent(tx, brandId, now(), HOLDS_CHANGED);
    });
  } catch (error) {
    if (!(error instanceof ClosedStore) && findBrokenConstraint(error) === null) throw error;
    await db.inBrand(brandId, async (tx) => tx.send(stopUnwrittenUploads, { brandId, interrupted: true }));
  }
}

async function undoStores(tx: Tx, { brandId, id }: UploadTask, before: readonly StoreRecord[], at: number) {
  // The policy head is locked before the stores, as decisions lock them.
  tx.send(lockPolicyExclusive, { brandId });
  await tx.run(deleteImportedStores, { id });
  await saveStores(tx, brandId, before, at);
  tx.send(updateStoreZones, { brandId });
}

/** Thrown to roll back an undo that would bring somebody back into a store that was closed for good. */
class ClosedStore extends Error {}

async function undoPeople(tx: Tx, { brandId, id }: UploadTask, before: readonly PersonRecord[], at: number) {
  lockForSellers(tx, brandId);
  const open = new Set((await tx.run(listStores, { brandId })).map((store) => store.id));
  if (before.some(({ active, storeId }) => active && storeId !== null && !open.has(storeId))) throw new ClosedStore();
  await tx.run(deleteImportedPeople, { id });
  const known = await tx.run(listPeople, { brandId });
  await savePeople(tx, brandId, before, known, at);
}
