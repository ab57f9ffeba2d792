/** Shapes of imports in the browser: what was read in an uploaded file, its state, and the list of imports. */
import { z } from 'zod';
import { Id, InstantText, listOf } from '#contract/core/common.ts';
import { FILE_ENCODINGS, IMPORT_FIELDS, IMPORT_KINDS, ROW_FATES } from './import-report.ts';

const Field = z.enum(IMPORT_FIELDS);

/** `staged`: read, and nothing of the brand changed yet. `failed`: ended with nothing written. */
export const IMPORT_STATES = ['staged', 'applying', 'applied', 'failed', 'undone'] as const;

/** `joined`: rows that were joined with another row into one customer, or that repeat another row. */
const Counts = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  joined: z.int(),
  refused: z.int(),
});

/** A fault or note of a row. `column` null: the whole row. */
const RowFinding = z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() });

/** The assumptions about the file. `order`: how days and months are read. */
const Assumed = z.object({
  encodings: z.array(z.object({ encoding: z.enum(FILE_ENCODINGS), lines: z.int(), firstLine: z.int() })),
  separator: z.string(),
  headerLine: z.int(),
  dates: z.array(z.object({ column: z.string(), order: z.enum(['day_first', 'month_first', 'unclear']) })),
  permissions: z.array(
    z.object({
      column: z.string(),
      value: z.string(),
      meaning: z.enum(['granted', 'refused', 'unknown', 'unclear']),
      rows: z.int(),
    }),
  ),
});

const ImportFacts = z.object({
  id: Id,
  kind: z.enum(IMPORT_KINDS),
  state: z.enum(IMPORT_STATES),
  /** With `applying`: whether the import is being undone. */
  undoing: z.boolean(),
  /** The name of the uploaded file; null for an import by the command. */
  fileName: z.string().nullable(),
  /** Who uploaded the file; null for an import by the command. */
  by: z.string().nullable(),
  createdAt: InstantText,
  endedAt: InstantText.nullable(),
  counts: Counts,
  /** Until when the import can be undone; null where it cannot. */
  undoUntil: InstantText.nullable(),
});

/** One import of the brand, as the list shows it. */
export const ImportRow = ImportFacts;
export const ImportList = listOf(ImportRow);

/**
 * One uploaded import. `progress`: the steps that are written, or undone; null while nothing is written yet. `fault`: why
 * the file cannot be applied yet; choose other columns, or read the file again where `columns` is empty. `interrupted`: the
 * last work, or with `applied` the last undo, ended before anything was written. `preview`: the first rows as they were
 * understood.
 */
export const UploadedImport = ImportFacts.extend({
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  interrupted: z.boolean(),
  /** With `failed`: the reason, as a sentence. */
  failure: z.string().nullable(),
  fault: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), field: Field.nullable(), sample: z.string() })),
  /** The fields that a column of this kind may have, and those that one column must have. */
  fields: z.array(Field),
  neededFields: z.array(Field),
  assumed: Assumed.nullable(),
  preview: z.array(z.object({ line: z.int(), fate: z.enum(ROW_FATES), values: z.partialRecord(Field, z.string()) })),
  /** The first refused cells, and the first notes. `refused.csv` has all refused rows. */
  refused: z.array(RowFinding),
  notes: z.array(RowFinding),
  noteCount: z.int(),
});

/** For each column of the file its field, in the order of the file; null: the column is not used. */
const Columns = z.array(Field.nullable()).min(1).max(500);

/** `columns` null: the names of the columns say again which is what. */
export const ChangeColumns = z.strictObject({ columns: Columns.nullable() });
export const ApplyImport = z.strictObject({ columns: Columns.optional(), skipBadRows: z.boolean().optional() });

export const ImportListQuery = z.strictObject({
  cursor: z.string().min(1).max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** The new accounts and PINs, which are shown once. `left`: how many more people or stores wait for theirs. */
export const FirstSignIns = z.object({
  stores: z.array(z.object({ store: z.string(), code: z.string(), email: z.string(), password: z.string() })),
  people: z.array(z.object({ store: z.string(), name: z.string(), code: z.string().nullable(), pin: z.string() })),
  left: z.int(),
});
