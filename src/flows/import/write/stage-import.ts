/** Stages an import: stores the rows that it will write in a table that no decision reads. */
import type { ImportCounts } from '#contract/import/import-report.ts';
import type { Tx } from '#db/core/db.ts';
import { commitWithoutWaiting, insertImport, insertImportRows, type RowChange } from '#db/import/imports.ts';
import { deleteImportRows, lockStagedUpload } from '#db/import/uploads.ts';
import { type CarryOutDeps, ImportUnfinished, type SteppedKind } from './carry-out-import.ts';

/** An uploaded import that this process applies. A process with an outdated `fence` writes nothing. */
export interface StartedUpload {
  readonly id: string;
  readonly fence: number;
}

/**
 * Stores the rows to write in a table that no decision reads. Returns the import's id. `upload` null: the import is a new
 * one, of the command.
 */
export async function stageImport(
  { db, newId, now }: CarryOutDeps,
  brandId: string,
  { kind, counts, steps }: { kind: SteppedKind; counts: ImportCounts; steps: readonly (readonly RowChange[])[] },
  upload: StartedUpload | null = null,
): Promise<string> {
  const id = upload?.id ?? newId();
  const inShort = (work: (tx: Tx) => void) =>
    db.inBrand(brandId, async (tx) => {
      tx.send(commitWithoutWaiting, {});
      if (upload !== null) await lockUpload(tx, brandId, upload, { steps: steps.length, counts });
      work(tx);
    });
  await inShort((tx) => {
    const row = { brandId, id, kind, steps: steps.length, counts, at: now(), endedAt: null };
    if (upload === null) tx.send(insertImport, { ...row, state: 'staged' });
    // An earlier process may have staged rows of this import before it died.
    else tx.send(deleteImportRows, { brandId, id });
  });
  const rows = steps.flatMap((step, n) => step.map((row) => ({ ...row, step: n })));
  for (let at = 0; at < rows.length; at += STAGED_AT_ONCE) {
    const some = rows.slice(at, at + STAGED_AT_ONCE);
    await inShort((tx) => tx.send(insertImportRows, { brandId, importId: id, rows: some }));
  }
  return id;
}

/** Locks an uploaded import that this process applies. Throws `ImportUnfinished` where another process took the import over. */
export async function lockUpload(
  tx: Tx,
  brandId: string,
  upload: StartedUpload,
  { steps, counts }: { readonly steps: number; readonly counts: ImportCounts },
): Promise<void> {
  const [mine] = await tx.run(lockStagedUpload, { brandId, ...upload, steps, counts });
  if (mine === undefined) throw new ImportUnfinished('Another process has taken the import over, so this one stops');
}

const STAGED_AT_ONCE = 2_000;
