/**
 * Writes a staged import step by step, and undoes it where a step fails, so that all or nothing is written without a
 * long transaction.
 */
import type { ImportKind } from '#contract/import/import-report.ts';
import { Collision } from '#db/core/connection/unreachable.ts';
import { type Database, isLockTimeout, type Tx } from '#db/core/db.ts';
import {
  commitWithoutWaiting,
  deleteEndedRows,
  discardPlans,
  endImport,
  findOpenImports,
  findRefusingSteps,
  lockImportStep,
  type RowChange,
  readImportRows,
  takeOverImport,
} from '#db/import/imports.ts';
import { stopUnwrittenUploads } from '#db/import/uploads.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Instant } from '#rules/time/interval.ts';
import { customerSteps } from './customer-steps.ts';
import { purchaseSteps } from './purchase-steps.ts';
import type { StepTerms, StepWriter } from './step-writer.ts';

/** The kinds of import with large files. Stores and sellers are few and are written in one transaction. */
export type SteppedKind = Extract<ImportKind, 'customers' | 'purchases'>;

const WRITERS: Readonly<Record<SteppedKind, StepWriter>> = { customers: customerSteps, purchases: purchaseSteps };

/** Thrown where a step failed and the import was undone. Refusals that the import brought stay (D2). `cause` is the failure. */
export class ImportFailed extends Error {
  override readonly name = 'ImportFailed';
}

/** Thrown where neither writing nor undoing ended. The next import of the brand finishes or undoes this one first. */
export class ImportUnfinished extends Error {
  override readonly name = 'ImportUnfinished';
}

export interface CarryOutDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly numberKey: Uint8Array;
  /** Called between the steps, so that the import lock is not lost. */
  readonly keepTurn: () => void;
  /** Called between the steps of an uploaded import, so that its person sees the progress. */
  readonly onStep?: (of: { readonly importId: string; readonly personId: string | null }) => Promise<void>;
}

interface ImportRun {
  readonly writer: StepWriter;
  readonly terms: StepTerms;
  readonly fence: number;
  readonly steps: number;
  /** Whether a person asked for the undo, and not a failed step. */
  readonly undoAsked: boolean;
  readonly personId: string | null;
  stepsDone: number;
}

/**
 * Writes the remaining steps of a staged import, or undoes the remaining steps of a failed one. Throws `ImportFailed`
 * where the import was undone, and `ImportUnfinished` where neither succeeded.
 */
export async function applyImport(
  deps: CarryOutDeps,
  brandId: string,
  { id, kind }: { readonly id: string; readonly kind: SteppedKind },
): Promise<void> {
  const { importRun, undoing } = await takeOver(deps, brandId, id, kind);
  let failure: unknown = new Error('An earlier process failed while it wrote the import');
  if (!undoing) {
    try {
      await writeSteps(deps, importRun);
      return;
    } catch (error) {
      if (error instanceof ImportUnfinished) throw error;
      failure = error;
    }
  }
  try {
    // The progress is read again, because the failed step may have been committed: the answer to its COMMIT may have been lost.
    const again = await takeOver(deps, brandId, id, kind);
    await undoSteps(deps, again.importRun, messageOf(failure));
  } catch (error) {
    throw new ImportUnfinished('The import could not be undone. The next import of the brand tries again.', {
      cause: error,
    });
  }
  throw new ImportFailed('A step of the import failed, and the import was undone. The cause says why.', {
    cause: failure,
  });
}

/** Undoes an applied import whose undo a person has started. */
export async function undoImport(
  deps: CarryOutDeps,
  brandId: string,
  { id, kind }: { readonly id: string; readonly kind: SteppedKind },
): Promise<void> {
  const { importRun } = await takeOver(deps, brandId, id, kind);
  await undoSteps(deps, importRun, '');
}

/** The end of an import whose process died. */
export interface Recovered {
  readonly kind: ImportKind;
  readonly createdAt: Instant;
  /** `discarded` means that no step was written. */
  readonly how: 'finished' | 'undone' | 'discarded';
}

/**
 * Finishes or undoes imports that earlier processes left unfinished, and deletes the staged rows of ended imports. The
 * caller must have the brand's import lock.
 */
export async function recoverImports(deps: CarryOutDeps, brandId: string): Promise<Recovered[]> {
  await deps.db.inBrand(brandId, async (tx) => tx.send(stopUnwrittenUploads, { brandId, interrupted: true }));
  const open = await deps.db.read(brandId, (db) => db.run(findOpenImports, { brandId }));
  const recovered: Recovered[] = [];
  for (const { id, kind, state, createdAt, uploaded } of open) {
    // An uploaded import stays staged until its person applies it.
    if (uploaded && state === 'staged') continue;
    if (state === 'staged' || kind === 'stores' || kind === 'sellers') {
      await deps.db.inBrand(brandId, async (tx) => end(tx, brandId, id, 'failed', 'its process died', deps.now()));
      recovered.push({ kind, createdAt, how: 'discarded' });
    } else recovered.push({ kind, createdAt, how: await finishOrUndo(deps, brandId, { id, kind }) });
  }
  await deleteStagedRows(deps, brandId);
  return recovered;
}

/** Deletes the staged rows of ended imports. These rows contain customers' data and are kept no longer than an import needs them. */
export async function deleteStagedRows(
  { db, keepTurn, now }: Pick<CarryOutDeps, 'db' | 'keepTurn' | 'now'>,
  brandId: string,
): Promise<void> {
  const keptAfter = now() - UNDO_MS;
  for (let deleted = DELETED_AT_ONCE; deleted === DELETED_AT_ONCE; keepTurn()) {
    const rows = await db.inBrand(brandId, (tx) => {
      tx.send(commitWithoutWaiting, {});
      return tx.run(deleteEndedRows, { brandId, limit: DELETED_AT_ONCE, keptAfter });
    });
    deleted = rows.length;
  }
}

async function finishOrUndo(deps: CarryOutDeps, brandId: string, open: { id: string; kind: SteppedKind }) {
  try {
    await applyImport(deps, brandId, open);
    return 'finished';
  } catch (error) {
    if (error instanceof ImportFailed) return 'undone';
    throw error;
  }
}

async function takeOver(deps: CarryOutDeps, brandId: string, id: string, kind: SteppedKind) {
  const [taken] = await deps.db.inBrand(brandId, (tx) => tx.run(takeOverImport, { brandId, id }));
  if (taken === undefined) throw new ImportUnfinished('The import has ended already, so it cannot be continued');
  const terms = { brandId, importId: id, now: deps.now(), numberKey: deps.numberKey };
  const { undoing, ...progress } = taken;
  const importRun: ImportRun = { writer: WRITERS[kind], terms, ...progress };
  return { importRun, undoing };
}

async function writeSteps(deps: CarryOutDeps, importRun: ImportRun): Promise<void> {
  const { db } = deps;
  const { writer, terms } = importRun;
  const { brandId, importId: id } = terms;
  const read: Parameters<StepWriter['finish']>[2] = (work) => db.read(brandId, work);
  if (importRun.stepsDone === 0) {
    for (const { step } of await read((reading) => reading.run(findRefusingSteps, { brandId, id }))) {
      const rows = (await rowsOf(db, terms, step)).filter(({ refuses }) => refuses);
      await inStep(deps, importRun, importRun.stepsDone, false, (tx) => writer.refuse(tx, terms, rows));
    }
  }
  for (let step = importRun.stepsDone; step < importRun.steps; step += 1) {
    const rows = await rowsOf(db, terms, step);
    await inStep(deps, importRun, step + 1, false, (tx) => writer.write(tx, terms, rows));
  }
  await writer.finish(terms, (work) => inStep(deps, importRun, importRun.stepsDone, false, work), read);
  await inDurableStep(deps, importRun, importRun.stepsDone, false, (tx) => endAndPublish(tx, terms, 'applied', null));
}

async function undoSteps(deps: CarryOutDeps, importRun: ImportRun, failure: string): Promise<void> {
  const { writer, terms } = importRun;
  for (let step = importRun.stepsDone - 1; step >= 0; step -= 1) {
    const rows = await rowsOf(deps.db, terms, step);
    await inStep(deps, importRun, step, true, (tx) => writer.undo(tx, terms, rows, step));
  }
  await inDurableStep(deps, importRun, 0, true, (tx) =>
    importRun.undoAsked ? endAndPublish(tx, terms, 'undone', null) : endAndPublish(tx, terms, 'failed', failure),
  );
}

async function endAndPublish(tx: Tx, terms: StepTerms, state: EndState, failure: string | null) {
  const { brandId, importId, now } = terms;
  end(tx, brandId, importId, state, failure, now);
  await publishLiveEvent(tx, brandId, now, HOLDS_CHANGED);
}

/** The live event after an import: it may have moved or ended holds, so open screens load them again. */
export const HOLDS_CHANGED = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;

type EndState = 'applied' | 'failed' | 'undone';

function end(tx: Tx, brandId: string, id: string, state: EndState, failure: string | null, at: Instant) {
  tx.send(endImport, { brandId, id, state, failure, at });
}

/** Does `work` in one short transaction that also counts the step. Only the last transaction of an import waits for the disk. */
async function inStep(
  deps: CarryOutDeps,
  importRun: ImportRun,
  stepsDone: number,
  undoing: boolean,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inDurableStep(deps, importRun, stepsDone, undoing, (tx) => {
    tx.send(commitWithoutWaiting, {});
    return work(tx);
  });
}

/** Does `work` in one transaction, and tries again where a lock was not free in time. */
async function inDurableStep(
  { db, keepTurn, onStep }: CarryOutDeps,
  importRun: ImportRun,
  stepsDone: number,
  undoing: boolean,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  keepTurn();
  const { brandId, importId: id } = importRun.terms;
  for (let tries = 1; ; tries += 1) {
    try {
      await db.inBrand(brandId, async (tx) => {
        const [mine] = await tx.run(lockImportStep, { brandId, id, fence: importRun.fence, stepsDone, undoing });
        if (mine === undefined)
          throw new ImportUnfinished('Another process has taken the import over, so this one stops');
        tx.send(discardPlans, {});
        await work(tx);
      });
      importRun.stepsDone = stepsDone;
      await onStep?.({ importId: id, personId: importRun.personId });
      return;
    } catch (error) {
      const isRetryable = error instanceof Collision || isLockTimeout(error);
      if (!isRetryable || tries === STEP_TRIES) throw error;
    }
  }
}

async function rowsOf(db: Database, { brandId, importId: id }: StepTerms, step: number): Promise<RowChange[]> {
  const rows = await db.read(brandId, (reading) => reading.run(readImportRows, { brandId, id, step }));
  return rows.map((row) => ({
    ...row,
    before: row.before as RowChange['before'],
    after: row.after as RowChange['after'],
  }));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How long after it was applied an uploaded import can be undone. */
export const UNDO_MS = 24 * 3_600_000;
const DELETED_AT_ONCE = 10_000;
const STEP_TRIES = 3;
