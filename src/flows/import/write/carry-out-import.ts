/** Stages an import, writes it step by step, and undoes it where a step fails: all or nothing, without a long transaction. */
import type { ImportCounts, ImportKind } from '#contract/import/import-report.ts';
import { Collision } from '#db/core/connection/unreachable.ts';
import { type Database, isLockTimeout, type Tx } from '#db/core/db.ts';
import {
  commitWithoutWaiting,
  deleteEndedRows,
  discardPlans,
  endImport,
  findOpenImports,
  findRefusingSteps,
  insertImport,
  insertImportRows,
  lockImportStep,
  type RowChange,
  readImportRows,
  takeOverImport,
} from '#db/import/imports.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Instant } from '#rules/time/interval.ts';
import { customerSteps } from './customer-steps.ts';
import { purchaseSteps } from './purchase-steps.ts';
import type { StepTerms, StepWriter } from './step-writer.ts';

/** The kinds whose files are large. Stores and sellers are few, and are written in one transaction. */
export type SteppedKind = Extract<ImportKind, 'customers' | 'purchases'>;

const WRITERS: Readonly<Record<SteppedKind, StepWriter>> = { customers: customerSteps, purchases: purchaseSteps };

/** A step failed, and the import was undone; refusals that it brought stay (D2). `cause`: why. */
export class ImportFailed extends Error {
  override readonly name = 'ImportFailed';
}

/** Neither writing nor undoing could be finished: the next import of the brand does that first. */
export class ImportUnfinished extends Error {
  override readonly name = 'ImportUnfinished';
}

export interface CarryOutDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly numberKey: Uint8Array;
  /** Called between the steps. */
  readonly keepTurn: () => void;
}

interface Course {
  readonly writer: StepWriter;
  readonly terms: StepTerms;
  readonly fence: number;
  readonly steps: number;
  stepsDone: number;
}

/** Remembers what will be written, where no decision reads it. Answers the import's id. */
export async function stageImport(
  { db, newId, now }: CarryOutDeps,
  brandId: string,
  { kind, counts, steps }: { kind: SteppedKind; counts: ImportCounts; steps: readonly (readonly RowChange[])[] },
): Promise<string> {
  const id = newId();
  await db.inBrand(brandId, async (tx) => {
    tx.send(commitWithoutWaiting, {});
    tx.send(insertImport, {
      brandId,
      id,
      kind,
      state: 'staged',
      steps: steps.length,
      counts,
      at: now(),
      endedAt: null,
    });
  });
  const rows = steps.flatMap((step, n) => step.map((row) => ({ ...row, step: n })));
  for (let at = 0; at < rows.length; at += STAGED_AT_ONCE) {
    const some = rows.slice(at, at + STAGED_AT_ONCE);
    await db.inBrand(brandId, async (tx) => {
      tx.send(commitWithoutWaiting, {});
      tx.send(insertImportRows, { brandId, importId: id, rows: some });
    });
  }
  return id;
}

/**
 * Writes what is left of a staged import, or undoes what is left of a failed one. Throws `ImportFailed` where it was undone,
 * `ImportUnfinished` where neither went through.
 */
export async function applyImport(
  deps: CarryOutDeps,
  brandId: string,
  { id, kind }: { readonly id: string; readonly kind: SteppedKind },
): Promise<void> {
  const { course, undoing } = await takeOver(deps, brandId, id, kind);
  let failure: unknown = new Error('an earlier process met a failure');
  if (!undoing) {
    try {
      await writeSteps(deps, course);
      return;
    } catch (error) {
      if (error instanceof ImportUnfinished) throw error;
      failure = error;
    }
  }
  try {
    // Whether the step that failed was committed is asked anew: the answer to its COMMIT may have been lost.
    const again = await takeOver(deps, brandId, id, kind);
    await undoSteps(deps, again.course, messageOf(failure));
  } catch (error) {
    throw new ImportUnfinished('the import could not be undone', { cause: error });
  }
  throw new ImportFailed('the import was undone', { cause: failure });
}

/** How an import of which a process died was brought to its end. */
export interface Recovered {
  readonly kind: ImportKind;
  readonly createdAt: Instant;
  /** `discarded`: nothing of it was written. */
  readonly how: 'finished' | 'undone' | 'discarded';
}

/** To be called in the brand's turn. Finishes or undoes what earlier processes left open, and deletes staged rows of ended imports. */
export async function recoverImports(deps: CarryOutDeps, brandId: string): Promise<Recovered[]> {
  const open = await deps.db.read(brandId, (db) => db.run(findOpenImports, { brandId }));
  const recovered: Recovered[] = [];
  for (const { id, kind, state, createdAt } of open) {
    if (state === 'staged' || kind === 'stores' || kind === 'sellers') {
      await deps.db.inBrand(brandId, async (tx) => end(tx, brandId, id, 'failed', 'its process died', deps.now()));
      recovered.push({ kind, createdAt, how: 'discarded' });
    } else recovered.push({ kind, createdAt, how: await finishOrUndo(deps, brandId, { id, kind }) });
  }
  await deleteStagedRows(deps, brandId);
  return recovered;
}

/** Staged rows hold customers' data: they are kept no longer than the import needs them. */
export async function deleteStagedRows({ db, keepTurn }: CarryOutDeps, brandId: string): Promise<void> {
  for (let deleted = DELETED_AT_ONCE; deleted === DELETED_AT_ONCE; keepTurn()) {
    const rows = await db.inBrand(brandId, (tx) => {
      tx.send(commitWithoutWaiting, {});
      return tx.run(deleteEndedRows, { brandId, limit: DELETED_AT_ONCE });
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
  if (taken === undefined) throw new ImportUnfinished('the import has ended already');
  const terms = { brandId, importId: id, now: deps.now(), numberKey: deps.numberKey };
  const { undoing, ...progress } = taken;
  const course: Course = { writer: WRITERS[kind], terms, ...progress };
  return { course, undoing };
}

async function writeSteps(deps: CarryOutDeps, course: Course): Promise<void> {
  const { db } = deps;
  const { writer, terms } = course;
  const { brandId, importId: id } = terms;
  const read: Parameters<StepWriter['finish']>[2] = (work) => db.read(brandId, work);
  if (course.stepsDone === 0) {
    for (const { step } of await read((reading) => reading.run(findRefusingSteps, { brandId, id }))) {
      const rows = (await rowsOf(db, terms, step)).filter(({ refuses }) => refuses);
      await inStep(deps, course, course.stepsDone, false, (tx) => writer.refuse(tx, terms, rows));
    }
  }
  for (let step = course.stepsDone; step < course.steps; step += 1) {
    const rows = await rowsOf(db, terms, step);
    await inStep(deps, course, step + 1, false, (tx) => writer.write(tx, terms, rows));
  }
  await writer.finish(terms, (work) => inStep(deps, course, course.stepsDone, false, work), read);
  await inDurableStep(deps, course, course.stepsDone, false, (tx) => endAndTell(tx, terms, 'applied', null));
}

async function undoSteps(deps: CarryOutDeps, course: Course, failure: string): Promise<void> {
  const { writer, terms } = course;
  for (let step = course.stepsDone - 1; step >= 0; step -= 1) {
    const rows = await rowsOf(deps.db, terms, step);
    await inStep(deps, course, step, true, (tx) => writer.undo(tx, terms, rows, step));
  }
  await inDurableStep(deps, course, 0, true, (tx) => endAndTell(tx, terms, 'failed', failure));
}

async function endAndTell(tx: Tx, terms: StepTerms, state: 'applied' | 'failed', failure: string | null) {
  const { brandId, importId, now } = terms;
  end(tx, brandId, importId, state, failure, now);
  await publishLiveEvent(tx, brandId, now, HOLDS_CHANGED);
}

/** What waits may have been moved or ended by an import: open screens ask again. */
export const HOLDS_CHANGED = { kind: 'attempt', personId: null, storeId: null, body: { holds: true } } as const;

function end(tx: Tx, brandId: string, id: string, state: 'applied' | 'failed', failure: string | null, at: Instant) {
  tx.send(endImport, { brandId, id, state, failure, at });
}

/** One short transaction, which counts the step. Only the last one of an import waits until everything is on the disk. */
async function inStep(
  deps: CarryOutDeps,
  course: Course,
  stepsDone: number,
  undoing: boolean,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inDurableStep(deps, course, stepsDone, undoing, (tx) => {
    tx.send(commitWithoutWaiting, {});
    return work(tx);
  });
}

/** Tried again where somebody else had a lock for too long. */
async function inDurableStep(
  { db, keepTurn }: CarryOutDeps,
  course: Course,
  stepsDone: number,
  undoing: boolean,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  keepTurn();
  const { brandId, importId: id } = course.terms;
  for (let tries = 1; ; tries += 1) {
    try {
      await db.inBrand(brandId, async (tx) => {
        const [mine] = await tx.run(lockImportStep, { brandId, id, fence: course.fence, stepsDone, undoing });
        if (mine === undefined) throw new ImportUnfinished('another process has taken the import over');
        tx.send(discardPlans, {});
        await work(tx);
      });
      course.stepsDone = stepsDone;
      return;
    } catch (error) {
      const isInTheWay = error instanceof Collision || isLockTimeout(error);
      if (!isInTheWay || tries === STEP_TRIES) throw error;
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

const STAGED_AT_ONCE = 2_000;
const DELETED_AT_ONCE = 10_000;
const STEP_TRIES = 3;
