/** Imports one file of a brand, whole or not at all. The report has every row that cannot be imported, with the reason. */
import type { ImportCounts, ImportKind, ImportReport } from '#contract/import/import-report.ts';
import type { Database } from '#db/core/db.ts';
import { allowLongPlanning, insertImport } from '#db/import/imports.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import {
  applyImport,
  type CarryOutDeps,
  deleteStagedRows,
  HOLDS_CHANGED,
  type Recovered,
  recoverImports,
  type SteppedKind,
} from '#flows/import/write/carry-out-import.ts';
import { stageImport } from '#flows/import/write/stage-import.ts';
import type { SmallPlan, SteppedPlan } from './import-plan.ts';
import { lockForSellers } from './import-sellers.ts';
import { takeImportTurn } from './import-turn.ts';
import { type FileTable, type PlannedFile, planFile, readFileTable, readTerms, type TermsDeps } from './plan-file.ts';

export interface ImportDeps extends TermsDeps {
  readonly db: Database;
  /** Called once where another import of the brand is running and this one waits for it. */
  readonly onWaiting?: () => void;
  /** How long this import waits for another one; two minutes where the value is missing. */
  readonly longestWaitMs?: number;
  /** Called for each import that an earlier process left unfinished, after this import has finished or undone it. */
  readonly onRecovered?: (recovered: Recovered) => void;
}

export interface ImportWish {
  readonly brandId: string;
  readonly kind: ImportKind;
  readonly file: Uint8Array;
  /** Imports the rows without a fault although other rows have one. */
  readonly skipBadRows: boolean;
  /** Reads and reports as always, but writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Plans a file and writes all of it or nothing. Stores and sellers are written in one transaction; customers and
 * purchases are staged and then written in short transactions (decision 0027). Imports of one brand run one after the
 * other, and an import that a process left unfinished is finished or undone first. Nothing is written where a row has a
 * fault and `skipBadRows` is false, or where every row has a fault. A dry run writes nothing and leaves unfinished
 * imports alone. Importing the same file again changes nothing. Throws where the brand does not exist, and throws
 * `ImportBusy`, `ImportFailed` and `ImportUnfinished`.
 */
export async function importFile(deps: ImportDeps, wish: ImportWish): Promise<ImportReport> {
  const file = readFileTable(wish.kind, wish.file);
  if ('code' in file) return { kind: 'unreadable', fault: { code: file.code, line: file.line, about: file.about } };
  if (wish.dryRun) return rehearse(deps, wish, file);
  const { db, onWaiting = () => undefined, longestWaitMs, onRecovered = () => undefined } = deps;
  return takeImportTurn(db, wish.brandId, { onWaiting, longestWaitMs }, async (keepTurn) => {
    const lockedDeps = { ...deps, keepTurn };
    for (const recovered of await recoverImports(lockedDeps, wish.brandId)) onRecovered(recovered);
    return isSmall(file) ? writeAtOnce(lockedDeps, wish, file) : writeInSteps(lockedDeps, wish, file);
  });
}

/** Whether the kind of file has few rows, which are written in one transaction. */
function isSmall({ kind }: FileTable): boolean {
  return kind === 'stores' || kind === 'sellers';
}

function rehearse(deps: ImportDeps, { brandId }: ImportWish, file: FileTable): Promise<ImportReport> {
  return deps.db.read(brandId, async (db) => {
    await db.run(allowLongPlanning, {});
    const { report } = await planFile(db, await readTerms(deps, db, brandId), file);
    return { kind: 'read', written: false, dryRun: true, ...report };
  });
}

function writeAtOnce(deps: CarryOutDeps, wish: ImportWish, file: FileTable): Promise<ImportReport> {
  const { brandId, kind } = wish;
  return deps.db.inBrand(brandId, async (tx) => {
    if (kind === 'sellers') lockForSellers(tx, brandId);
    const terms = await readTerms(deps, tx, brandId);
    const { now } = terms;
    const { plan, report } = await planFile(tx, terms, file);
    if (!canBeWritten(report.counts, wish)) return notWritten(report);
    await (plan as SmallPlan).save(tx);
    const { counts } = report;
    const id = deps.newId();
    tx.send(insertImport, { brandId, id, kind, state: 'applied', steps: 0, counts, at: now, endedAt: now });
    if (counts.changed > 0) await publishLiveEvent(tx, brandId, now, HOLDS_CHANGED);
    return { kind: 'read', written: true, dryRun: false, ...report };
  });
}

async function writeInSteps(deps: CarryOutDeps, wish: ImportWish, file: FileTable): Promise<ImportReport> {
  const { brandId } = wish;
  const kind = wish.kind as SteppedKind;
  const { plan, report } = await deps.db.read(brandId, async (db) => {
    await db.run(allowLongPlanning, {});
    return planFile(db, await readTerms(deps, db, brandId), file);
  });
  if (!canBeWritten(report.counts, wish)) return notWritten(report);
  const { steps } = plan as SteppedPlan;
  const id = await stageImport(deps, brandId, { kind, counts: report.counts, steps });
  await applyImport(deps, brandId, { id, kind });
  await deleteStagedRows(deps, brandId);
  return { kind: 'read', written: true, dryRun: false, ...report };
}

/** Whether a file is written: no row is refused, or the refused rows are to be left out and others remain. */
export function canBeWritten(
  { rows, refused }: Pick<ImportCounts, 'rows' | 'refused'>,
  { skipBadRows }: Pick<ImportWish, 'skipBadRows'>,
): boolean {
  return refused === 0 || (skipBadRows && refused < rows);
}

function notWritten(report: PlannedFile['report']): ImportReport {
  return { kind: 'read', written: false, dryRun: false, ...report };
}
