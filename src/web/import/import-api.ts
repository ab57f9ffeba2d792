/** Uploads, reads, applies and undoes imports. */
import type { ImportField, ImportKind } from '#contract/import/import-report.ts';
import type { FirstSignIns, ImportRow, UploadedImport } from '#contract/import/upload.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { QueryFields, Shape } from '#web/shell/api/routes.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { IMPORTS } from '#web/shell/brand/brand-reads.ts';
import { useLanguage } from '#web/shell/settings/language.ts';

export type Import = Shape<typeof UploadedImport>;
export type ImportListRow = Shape<typeof ImportRow>;
export type SignIns = Shape<typeof FirstSignIns>;
export type Columns = readonly (ImportField | null)[];

/** A large file on a slow line, and the reading of it. */
const LONG_MS = 10 * 60_000;
/** Live events tell of the progress; this is for a stream that is not open. */
const PROGRESS_MS = 2_000;

export function useImports() {
  return usePages(`${IMPORTS}/list`, (cursor, signal) =>
    ask(
      cursor === null ? '/imports' : `/imports?${new URLSearchParams({ cursor } satisfies QueryFields<'/imports'>)}`,
      signal,
    ),
  );
}

/** Reads an import, and again while a server works on it. */
export function useImport(id: string, isRunning: boolean) {
  const language = useLanguage();
  return useRead<Import>(`${IMPORTS}/one/${id}/${language}`, (signal) => ask(`/imports/${id}`, signal), {
    ...(isRunning ? { everyMs: PROGRESS_MS } : {}),
  });
}

export function uploadFile(kind: ImportKind, file: File): Promise<Answer<Import>> {
  const form = new FormData();
  // The kind comes first: the server stores the file while it arrives.
  form.set('kind', kind);
  form.set('file', file);
  return reread(call('/imports', { method: 'POST', form, patienceMs: LONG_MS }));
}

/** `columns` null: the file is read again by the names of its columns. */
export function changeColumns(id: string, columns: Columns | null): Promise<Answer<Import>> {
  return reread(call(`/imports/${id}`, { method: 'PATCH', body: { columns }, patienceMs: LONG_MS }));
}

export function applyImport(id: string, skipBadRows: boolean): Promise<Answer<Import>> {
  return reread(call(`/imports/${id}/apply`, { method: 'POST', body: { skipBadRows } }));
}

export function undoImport(id: string): Promise<Answer<Import>> {
  return reread(call(`/imports/${id}/undo`, { method: 'POST', patienceMs: LONG_MS }));
}

/** Makes some of the missing accounts and PINs; called again while `left` is not 0. */
export function makeSignIns(): Promise<Answer<SignIns>> {
  return call('/imports/sign-ins', { method: 'POST', patienceMs: LONG_MS });
}

/** A refusal may say that the import has changed, so it is read again too. */
async function reread<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  await reads.invalidate(IMPORTS);
  return answer;
}
