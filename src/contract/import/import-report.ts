/**
 * Shapes of an import's report: the assumptions, the counts, and each row or value that was refused or changed, with
 * its reason.
 */

export const IMPORT_KINDS = ['stores', 'sellers', 'customers', 'purchases'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row was not imported. */
export const ROW_FAULTS = [
  'too_few_cells',
  'too_many_cells',
  'quotes_unclear',
  'code_missing',
  'code_twice',
  'code_mangled',
  'name_missing',
  'name_too_long',
  'text_too_long',
  'store_missing',
  'store_unknown',
  'store_closed',
  'seller_unknown',
  'customer_missing',
  'customer_unknown',
  'customer_unidentified',
  'permission_unclear',
  'refusal_in_refused_row',
  'state_invalid',
  'city_missing',
  'zone_invalid',
  'zone_not_derived',
  'hours_unreadable',
  'role_unreadable',
  'active_unreadable',
  'date_missing',
  'date_impossible',
  'date_unreadable',
  'date_ambiguous',
  'amount_missing',
  'amount_unreadable',
  'amount_ambiguous',
  'amount_negative',
  'amount_too_large',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** Notes on a row that was imported: a value that was left out or interpreted, or a row that was joined to another. */
export const ROW_NOTES = [
  'row_twice',
  'stray_quote',
  'cell_of_lines',
  'text_damaged',
  'zone_derived',
  'hours_half_given',
  'phone_missing',
  'phone_unreadable',
  'phone_invalid',
  'phone_placeholder',
  'phone_mangled',
  'phone_several',
  'phone_landline',
  'phone_area_code_assumed',
  'phone_area_code_unknown',
  'phone_ninth_digit_added',
  'phone_of_another',
  'duplicate',
  'permission_not_understood',
  'refusal_wins',
  'refusal_in_text',
  'refusal_of_refused_row',
  'permission_kept',
  'permission_day_unreadable',
  'birth_date_impossible',
  'birth_date_unreadable',
  'birth_date_ambiguous',
  'birth_date_out_of_range',
  'since_date_unreadable',
  'email_unreadable',
  'seller_of_other_store',
  'erased',
  'date_in_future',
] as const;
export type RowNote = (typeof ROW_NOTES)[number];

/** The effect of the import on a row. `joined`: the row is one more of a customer whom another row creates or changes. */
export const ROW_FATES = ['created', 'changed', 'unchanged', 'joined', 'refused'] as const;
export type RowFate = (typeof ROW_FATES)[number];

/** Why a whole file cannot be read. */
export const FILE_FAULTS = [
  'empty',
  'no_rows',
  'spreadsheet',
  'encoding_doubtful',
  'columns_missing',
  'column_twice',
  'too_large',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** The encodings that the import can read. `double`: UTF-8 that was encoded twice. */
export const FILE_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'cp850',
  'macintosh',
  'double',
] as const;
export type FileEncoding = (typeof FILE_ENCODINGS)[number];

/**
 * A fault or note of one row. `line`: where the row begins in the file, counted from 1. `column`: its name in the
 * file's header; null if the whole row is meant. `value`: the cell as written. `about`: what else the sentence names
 * (another row's code, a zone).
 */
export interface Finding {
  readonly line: number;
  readonly column: string | null;
  readonly code: RowFault | RowNote;
  readonly value: string | null;
  readonly about: string | null;
}

/**
 * A fault of the whole file. `line`: where the fault was found; null if it has no line. `about`: the columns concerned.
 */
export interface FileFinding {
  readonly code: FileFault;
  readonly line: number | null;
  readonly about: string | null;
}

export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were joined with another row into one customer. */
  readonly joined: number;
  /** Rows with a fault. */
  readonly refused: number;
}

/** The fields that a column can contain, over all kinds of files. */
export const IMPORT_FIELDS = [
  'code',
  'name',
  'city',
  'state',
  'zone',
  'opens',
  'closes',
  'opensSaturday',
  'closesSaturday',
  'opensSunday',
  'closesSunday',
  'store',
  'role',
  'active',
  'phone',
  'areaCode',
  'countryCode',
  'email',
  'seller',
  'born',
  'permission',
  'refusal',
  'possibleRefusal',
  'permissionOn',
  'since',
  'note',
  'customer',
  'on',
  'total',
  'items',
  'receipt',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How many lines were read in an encoding, and the first of them. Lines of plain ASCII are not counted. */
export interface EncodingUse {
  readonly encoding: FileEncoding;
  readonly lines: number;
  readonly firstLine: number;
}

/**
 * What the import assumed about the file. It comes first in the report, so that a wrong assumption is noticed before it
 * does harm.
 */
export interface ImportAssumptions {
  readonly encodings: readonly EncodingUse[];
  readonly separator: string;
  readonly headerLine: number;
  /** Which column is read as which field. `column` is its name in the header; several names are joined by ` / `. */
  readonly columns: readonly { readonly field: ImportField; readonly column: string }[];
  /** For each column with dates, the order in which days and months are read. */
  readonly dates: readonly { readonly column: string; readonly order: 'day_first' | 'month_first' | 'unclear' }[];
  /** For each text in the columns about permission, how it was read and in how many rows. Most frequent first. */
  readonly permissions: readonly PermissionUse[];
}

export interface PermissionUse {
  readonly column: string;
  /** The text as written in the first row that has it. */
  readonly value: string;
  readonly meaning: 'granted' | 'refused' | 'unknown' | 'unclear';
  readonly rows: number;
}

/**
 * The report of an import. `written: false`: nothing was imported. `faults` and `notes` are in the order of the file.
 */
export type ImportReport =
  | { readonly kind: 'unreadable'; readonly fault: FileFinding }
  | {
      readonly kind: 'read';
      readonly written: boolean;
      /** Whether only a rehearsal was asked for, which never writes anything. */
      readonly dryRun: boolean;
      readonly assumptions: ImportAssumptions;
      readonly counts: ImportCounts;
      readonly faults: readonly Finding[];
      readonly notes: readonly Finding[];
      readonly unusedColumns: readonly string[];
    };

/**
 * The obstacles to the undo of an import. `newer`: a newer import was applied. `too_late`: the rows before the
 * import are no longer stored.
 */
export const UNDO_OBSTACLES = [
  'newer',
  'contacts',
  'holds',
  'suggestions',
  'purchases',
  'people',
  'customers',
  'signIns',
  'edits',
  'too_late',
] as const;
export type UndoObstacle = (typeof UNDO_OBSTACLES)[number];
