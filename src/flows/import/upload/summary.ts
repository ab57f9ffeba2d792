/** Summarises what was read in an uploaded file, so that its person can check the reading before anything is written. */
import type {
  FileFinding,
  Finding,
  ImportAssumptions,
  ImportCounts,
  ImportField,
  ImportKind,
} from '#contract/import/import-report.ts';
import type { UnderstoodRow } from '#flows/import/import-plan.ts';
import { COLUMNS_OF, type FileTable, type PlannedFile } from '#flows/import/plan-file.ts';
import type { UnmappedFile } from '#flows/import/read/read-table.ts';

/** One column of the file. `field` null: the column is not used. `sample`: the cell of the first row. */
export interface FileColumn {
  readonly name: string;
  readonly field: ImportField | null;
  readonly sample: string;
}

/** `fault`: why the columns do not suffice; a person can still choose other ones. Null where the file was read. */
export interface UploadSummary {
  readonly fault: FileFinding | null;
  readonly columns: readonly FileColumn[];
  readonly assumptions: ImportAssumptions | null;
  readonly firstRows: readonly UnderstoodRow[];
  /** The first faults and the first notes, each list in the order of the file. */
  readonly faults: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly noteCount: number;
}

/** A refused row with its cells as they were written, and its faults. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly Finding[];
}

export const NO_COUNTS: ImportCounts = { rows: 0, created: 0, changed: 0, unchanged: 0, joined: 0, refused: 0 };

const SHOWN_FINDINGS = 50;

export function summaryOf({ table }: FileTable, { plan, report }: PlannedFile): UploadSummary {
  const [first] = table.rows;
  return {
    fault: null,
    columns: columnsOf(table.header, first?.all ?? []),
    assumptions: report.assumptions,
    firstRows: plan.firstRows,
    faults: report.faults.slice(0, SHOWN_FINDINGS),
    notes: report.notes.slice(0, SHOWN_FINDINGS),
    noteCount: report.notes.length,
  };
}

export function unmappedSummary({ header, sample, code, line, about }: UnmappedFile): UploadSummary {
  const columns = columnsOf(header as Parameters<typeof columnsOf>[0], sample);
  return {
    fault: { code, line, about },
    columns,
    assumptions: null,
    firstRows: [],
    faults: [],
    notes: [],
    noteCount: 0,
  };
}

/** Returns the refused rows of a file, in their order. */
export function refusedRowsOf({ table }: FileTable, { report }: PlannedFile): RefusedRow[] {
  const faults = Map.groupBy(report.faults, ({ line }) => line);
  return table.rows.flatMap(({ line, all }) => {
    const found = faults.get(line);
    return found === undefined ? [] : [{ line, cells: all, faults: found }];
  });
}

/** Returns the fields that a column of this kind of file may have. */
export function fieldsOf(kind: ImportKind): ImportField[] {
  return Object.keys(COLUMNS_OF[kind]) as ImportField[];
}

function columnsOf(
  { names, fields }: { readonly names: readonly string[]; readonly fields: readonly (ImportField | null)[] },
  sample: readonly string[],
): FileColumn[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1).map((name, index) => ({
    name: shorten(name),
    field: fields[index] ?? null,
    sample: shorten(sample[index] ?? ''),
  }));
}

/** A cell may hold a page of text, of which a person needs only the beginning. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
