/** Reads an uploaded file for its person: after the upload, and again when the person says which column is what. */
import type { FileFinding } from '#contract/import/import-report.ts';
import { isPassing } from '#db/core/connection/unreachable.ts';
import type { Database } from '#db/core/db.ts';
import { endImport } from '#db/import/imports.ts';
import { deleteFile, findUpload } from '#db/import/uploads.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { UploadSummary } from './summary.ts';
import type { ImportEngine, UploadTask } from './upload-task.ts';

export interface StageDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly engine: ImportEngine;
}

export type UploadRow = NonNullable<Awaited<ReturnType<typeof readUploadRow>>>;

/** Reads an uploaded import; null where the brand has none with this id, or where its file never arrived. */
export async function readUploadRow({ db }: Pick<StageDeps, 'db'>, brandId: string, id: string) {
  const [row] = await db.read(brandId, (reads) => reads.run(findUpload, { brandId, id }));
  return row === undefined ? null : { ...row, summary: row.summary as UploadSummary | null };
}

/** Whether the file is stored but was never read to its end: the process that read the file ended before. */
export function isUnread({ state, summary }: Pick<UploadRow, 'state' | 'summary'>): boolean {
  return state === 'staged' && summary === null;
}

/** Whether a person may still change or apply the import. */
export function isStaged({ state, startedAt }: Pick<UploadRow, 'state' | 'startedAt'>): boolean {
  return state === 'staged' && startedAt === null;
}

/** Whether some server works on the import, or worked on it when the server ended. */
export function isUnderWay({ state, startedAt }: Pick<UploadRow, 'state' | 'startedAt'>): boolean {
  return state === 'applying' || startedAt !== null;
}

/** Thrown where the process that read a file ended early. The file is stored and can be read again. */
export class ReadingEnded extends Error {
  override readonly name = 'ReadingEnded';
}

/**
 * Reads the file. Where it cannot be read at all, the import ends and the finding is returned. Throws `ReadingEnded`, and
 * a failure of the database that passes by itself as it is.
 */
export async function stageUpload(
  { db, now, engine }: StageDeps,
  task: Pick<UploadTask, 'brandId' | 'id' | 'fence' | 'columns'>,
): Promise<FileFinding | null> {
  const fault = await engine.read({ ...task, skipBadRows: false }).catch((error) => {
    if (isPassing(error)) throw error;
    throw new ReadingEnded('The process that read the file ended early', { cause: error });
  });
  if (fault === null) return null;
  const { brandId, id } = task;
  await db.inBrand(brandId, async (tx) => {
    tx.send(endImport, { brandId, id, state: 'failed', failure: 'unreadable', at: now() });
    tx.send(deleteFile, { brandId, id });
  });
  return fault;
}
