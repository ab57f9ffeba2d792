/** Writes an import as the API answers it, with sentences in the caller's language. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { Finding, ImportCounts } from '#contract/import/import-report.ts';
import type { ImportRow, UploadedImport } from '#contract/import/upload.ts';
import { COLUMNS_OF } from '#flows/import/plan-file.ts';
import type { ImportListRow } from '#flows/import/upload/read-imports.ts';
import { isUnderWay, isUnread, type UploadRow } from '#flows/import/upload/stage-upload.ts';
import { fieldsOf, NO_COUNTS } from '#flows/import/upload/summary.ts';
import { UNDO_MS } from '#flows/import/write/carry-out-import.ts';
import { instantText } from '#http/core/present.ts';
import { importFailureText, unreadFileText } from '#words/import/failure.ts';
import { fileFaultText, reasonText } from '#words/import/import-report.ts';

type Facts = Omit<ImportListRow, 'columns' | 'fence' | 'personId' | 'fileBytes'>;

/** `now`: the app's clock. */
export function importRow(row: Facts, now: number): z.output<typeof ImportRow> {
  const { id, kind, state, fileName, personName, createdAt, endedAt, uploaded } = row;
  const { created, ...counts } = { ...NO_COUNTS, ...(row.counts as Partial<ImportCounts>) };
  const underWay = isUnderWay(row);
  const undoEnds = endedAt === null ? null : endedAt + UNDO_MS;
  const canBeUndone = uploaded && state === 'applied' && !underWay && undoEnds !== null && undoEnds > now;
  return {
    id,
    kind,
    state: underWay ? 'applying' : state,
    undoing: underWay && (row.undoing || row.undoAsked),
    fileName,
    by: personName,
    createdAt: instantText(createdAt),
    endedAt: endedAt === null ? null : instantText(endedAt),
    counts: { ...counts, new: created },
    undoUntil: canBeUndone ? instantText(undoEnds) : null,
  };
}

export function uploadedImport(language: Language, row: UploadRow, now: number): z.output<typeof UploadedImport> {
  const { kind, summary, failure, interrupted, state, steps, stepsDone } = row;
  const columns = COLUMNS_OF[kind];
  const assumptions = summary?.assumptions ?? null;
  const facts = importRow(row, now);
  const done = facts.undoing ? steps - stepsDone : stepsDone;
  return {
    ...facts,
    progress: state === 'applying' && steps > 0 ? { done, total: steps } : null,
    interrupted,
    failure: failure === null ? null : importFailureText(language, failure),
    fault: faultOf(language, row),
    columns: [...(summary?.columns ?? [])],
    fields: fieldsOf(kind),
    neededFields: fieldsOf(kind).filter((field) => columns[field]?.needed),
    assumed: assumptions && {
      encodings: [...assumptions.encodings],
      separator: assumptions.separator,
      headerLine: assumptions.headerLine,
      dates: [...assumptions.dates],
      permissions: assumptions.permissions.slice(0, MOST_PERMISSIONS),
    },
    preview: (summary?.firstRows ?? []).map((each) => ({ ...each })),
    refused: (summary?.faults ?? []).map((fault) => findingBody(language, fault)),
    notes: (summary?.notes ?? []).map((note) => findingBody(language, note)),
    noteCount: summary?.noteCount ?? 0,
  };
}

const MOST_PERMISSIONS = 12;

/** Returns why the file cannot be applied yet; null where it can. */
export function faultOf(language: Language, row: UploadRow): string | null {
  if (isUnread(row)) return unreadFileText(language);
  const fault = row.summary?.fault ?? null;
  return fault === null ? null : fileFaultText(fault, language);
}

function findingBody(language: Language, finding: Finding) {
  return { line: finding.line, column: finding.column, reason: reasonText(finding, language) };
}
