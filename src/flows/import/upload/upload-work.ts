/**
 * The work on an uploaded import that takes processor time: reading the file, writing its rows, undoing them. It is done
 * in a process beside the server, so that no decision waits for it. The server has the brand's import lock meanwhile.
 */
import type { FileFinding } from '#contract/import/import-report.ts';
import type { Db, Tx } from '#db/core/db.ts';
import { allowLongPlanning, insertImportRows, type RowChange } from '#db/import/imports.ts';
import {
  deleteFile,
  deleteFindings,
  endSmallUpload,
  findStarted,
  findUpload,
  insertFindings,
  readFilePart,
  stopUnwrittenUploads,
  updateReading,
} from '#db/import/uploads.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { canBeWritten } from '#flows/import/import-file.ts';
import type { SmallPlan, SteppedPlan } from '#flows/import/import-plan.ts';
import { lockForSellers } from '#flows/import/import-sellers.ts';
import { type FileTable, type PlannedFile, planFile, readFileTable, readTerms } from '#flows/import/plan-file.ts';
import {
  applyImport,
  type CarryOutDeps,
  deleteStagedRows,
  HOLDS_CHANGED,
  ImportFailed,
  recoverImports,
  type SteppedKind,
  undoImport,
} from '#flows/import/write/carry-out-import.ts';
import { lockUpload, stageImport } from '#flows/import/write/stage-import.ts';
import { NO_COUNTS, type RefusedRow, refusedRowsOf, summaryOf, unmappedSummary } from './summary.ts';
import { undoSmallImport } from './undo-small-import.ts';
import type { UploadTask } from './upload-task.ts';

/** Reads the file and stores what was understood. Returns the finding where the whole file cannot be read. */
export async function readUpload(deps: CarryOutDeps, task: UploadTask): Promise<FileFinding | null> {
  const { db } = deps;
  const upload = await read(deps, task);
  if (upload === null) return null;
  const file = readFileTable(upload.kind, await fileOf(deps, task, upload.fileBytes), task.columns);
  if ('header' in file) await storeReading(deps, task, unmappedSummary(file), NO_COUNTS, []);
  else if ('code' in file) return file;
  else {
    const planned = await db.read(task.brandId, (reads) => planLong(deps, reads, task.brandId, file));
    await storePlanned(deps, task, file, planned);
  }
  return null;
}

/**
 * Reads the file again, because the brand may have changed since the upload, and writes it. Where rows are refused that
 * are not to be left out, nothing is written, and the import is staged again with the new reading.
 */
export async function applyUpload(deps: CarryOutDeps, task: UploadTask): Promise<void> {
  const { brandId, id } = task;
  const upload = await read(deps, task);
  if (upload === null) return;
  const file = readFileTable(upload.kind, await fileOf(deps, task, upload.fileBytes), task.columns);
  const isWritten =
    !('code' in file) &&
    (file.kind === 'stores' || file.kind === 'sellers'
      ? await writeSmall(deps, task, file)
      : await writeLarge(deps, task, file));
  await deps.db.inBrand(brandId, async (tx) => {
    if (isWritten) tx.send(deleteFile, { brandId, id });
    else tx.send(stopUnwrittenUploads, { brandId, interrupted: false });
    await publishLiveEvent(tx, brandId, deps.now(), changedEvent(id, upload.personId));
  });
}

/** Undoes an applied import, whose undo the server has started and whose obstacles the server has checked. */
export async function undoUpload(deps: CarryOutDeps, task: UploadTask): Promise<void> {
  const { brandId, id } = task;
  const upload = await read(deps, task);
  if (upload === null) return;
  const { kind } = upload;
  if (kind === 'stores' || kind === 'sellers' || upload.steps === 0) await undoSmallImport(deps, task, kind);
  else await undoImport(deps, brandId, { id, kind });
  await deleteStagedRows(deps, brandId);
  await deps.db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, deps.now(), changedEvent(id, upload.personId)));
}

/** Finishes or undoes what an earlier server left unfinished. */
export async function recoverUploads(deps: CarryOutDeps, brandId: string): Promise<void> {
  const { db, now } = deps;
  const unfinished = await db.read(brandId, (reads) => reads.run(findStarted, { brandId }));
  await recoverImports(deps, brandId);
  for (const { id, personId } of unfinished) {
    await db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, now(), changedEvent(id, personId)));
  }
}

/** The live event of an import, which only brand managers hear: the import belongs to no store. */
function changedEvent(importId: string, personId: string | null) {
  return { kind: 'import', personId, storeId: null, body: { importId } } as const;
}

/** Returns what tells open screens of the progress of an import. */
export function progressTeller({ db, now }: Pick<CarryOutDeps, 'db' | 'now'>, brandId: string): CarryOutDeps['onStep'] {
  let steps = 0;
  return async ({ importId, personId }) => {
    steps += 1;
    if (steps % STEPS_BETWEEN_EVENTS !== 0) return;
    await db.inBrand(brandId, (tx) => publishLiveEvent(tx, brandId, now(), changedEvent(importId, personId)));
  };
}

const STEPS_BETWEEN_EVENTS = 5;

async function read({ db }: Pick<CarryOutDeps, 'db'>, { brandId, id }: UploadTask) {
  const [upload] = await db.read(brandId, (reads) => reads.run(findUpload, { brandId, id }));
  return upload ?? null;
}

/** Reads the whole file into memory. The process ends after a while without a task and gives the memory back. */
async function fileOf({ db }: CarryOutDeps, { brandId, id }: UploadTask, bytes: number | null): Promise<Buffer> {
  const file = Buffer.allocUnsafe(bytes ?? 0);
  for (let part = 0, at = 0; at < file.length; part += 1) {
    const [row] = await db.read(brandId, (reads) => reads.run(readFilePart, { brandId, id, part }));
    if (row === undefined) throw new Error(`Part ${part} of the file of import ${id} is missing`);
    at += row.bytes.copy(file, at);
  }
  return file;
}

async function planLong(deps: CarryOutDeps, db: Db, brandId: string, file: FileTable): Promise<PlannedFile> {
  await db.run(allowLongPlanning, {});
  return planFile(db, await readTerms(deps, db, brandId), file);
}

function storePlanned(deps: CarryOutDeps, task: UploadTask, file: FileTable, planned: PlannedFile): Promise<void> {
  const refused = refusedRowsOf(file, planned);
  return storeReading(deps, task, summaryOf(file, planned), planned.report.counts, refused);
}

async function storeReading(
  { db }: CarryOutDeps,
  { brandId, id, fence, columns }: UploadTask,
  summary: object,
  counts: object,
  refused: readonly RefusedRow[],
): Promise<void> {
  await db.inBrand(brandId, async (tx) => {
    const [stored] = await tx.run(updateReading, { brandId, id, fence, columns, summary, counts });
    if (stored === undefined) return;
    tx.send(deleteFindings, { brandId, id });
    for (let at = 0, part = 0; at < refused.length; at += FINDINGS_IN_PART, part += 1) {
      tx.send(insertFindings, { brandId, id, part, findings: refused.slice(at, at + FINDINGS_IN_PART) });
    }
  });
}

export const FINDINGS_IN_PART = 500;

async function writeSmall(deps: CarryOutDeps, task: UploadTask, file: FileTable): Promise<boolean> {
  const { brandId, id, fence } = task;
  const planned = await deps.db.inBrand(brandId, async (tx) => {
    if (file.kind === 'sellers') lockForSellers(tx, brandId);
    const terms = await readTerms(deps, tx, brandId);
    const planned = await planFile(tx, terms, file);
    const { counts } = planned.report;
    if (!canBeWritten(counts, task)) return { planned, isWritten: false };
    await lockUpload(tx, brandId, { id, fence }, { steps: 0, counts });
    const { save, changes } = planned.plan as SmallPlan;
    await save(tx);
    stageForUndo(tx, { brandId, id }, changes);
    tx.send(endSmallUpload, { brandId, id, fence, state: 'applied', at: terms.now });
    if (counts.changed > 0) await publishLiveEvent(tx, brandId, terms.now, HOLDS_CHANGED);
    return { planned, isWritten: true };
  });
  if (!planned.isWritten) await storePlanned(deps, task, file, planned.planned);
  return planned.isWritten;
}

/** Stores what an import of few rows changes, for its undo. */
function stageForUndo(tx: Tx, { brandId, id }: Pick<UploadTask, 'brandId' | 'id'>, changes: readonly RowChange[]) {
  const rows = changes.map((change) => ({ ...change, step: 0 }));
  if (rows.length > 0) tx.send(insertImportRows, { brandId, importId: id, rows });
}

async function writeLarge(deps: CarryOutDeps, task: UploadTask, file: FileTable): Promise<boolean> {
  const { brandId, id, fence } = task;
  const planned = await deps.db.read(brandId, (reads) => planLong(deps, reads, brandId, file));
  await storePlanned(deps, task, file, planned);
  const { counts } = planned.report;
  if (!canBeWritten(counts, task)) return false;
  const kind = file.kind as SteppedKind;
  const { steps } = planned.plan as SteppedPlan;
  await stageImport(deps, brandId, { kind, counts, steps }, { id, fence });
  try {
    await applyImport(deps, brandId, { id, kind });
  } catch (error) {
    // The import is undone and says why it failed.
    if (!(error instanceof ImportFailed)) throw error;
  }
  return true;
}
