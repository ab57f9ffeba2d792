/** What became of an import: counts, and every row or value that could not be taken as it stands, each with its reason. */

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

/** What is worth knowing of a row that was imported: what was left out of it, read into it, or joined to another. */
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

/** What keeps a whole file from being read. */
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

/** `double`: UTF-8 that was encoded twice. */
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
 * `line`: where the row begins in the file, counted from 1. `column`: as the file's header has it; null where the row
 * as a whole is meant. `value`: the cell as written. `about`: what the reason names besides (another row's code, a zone).
 */
export interface Finding {
  readonly line: number;
  readonly column: string | null;
  readonly code: RowFault | RowNote;
  readonly value: string | null;
  readonly about: string | null;
}

/** `line`: where it was noticed, null where no line is to blame. `about`: the columns meant. */
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
  /** Rows of which one customer was made with another row's. */
  readonly joined: number;
  /** Rows with a fault. */
  readonly refused: number;
}

/** What a file's columns can hold, over all kinds. */
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

/** How many lines were read in an encoding, and the first of them. Lines of plain ASCII count for none. */
export interface EncodingUse {
  readonly encoding: FileEncoding;
  readonly lines: number;
  readonly firstLine: number;
}

/** What the import took for granted about the file: told first, so that a wrong assumption is seen before it harms. */
export interface ImportAssumptions {
  readonly encodings: readonly EncodingUse[];
  readonly separator: string;
  readonly headerLine: number;
  /** Which column of the file is read as what; `column` as the header has it, several joined by ` / `. */
  readonly columns: readonly { readonly field: ImportField; readonly column: string }[];
  /** For each column with dates how its days and months are read. */
  readonly dates: readonly { readonly column: string; readonly order: 'day_first' | 'month_first' | 'unclear' }[];
  /** For each text of the columns about permission what it was read as, and in how many rows. Most frequent first. */
  readonly permissions: readonly PermissionUse[];
}

export interface PermissionUse {
  readonly column: string;
  /** As the file's first such row has it. */
  readonly value: string;
  readonly meaning: 'granted' | 'refused' | 'unknown' | 'unclear';
  readonly rows: number;
}

/** `written: false`: nothing of the file was. `faults` and `notes` in the order of the file. */
export type ImportReport =
  | { readonly kind: 'unreadable'; readonly fault: FileFinding }
  | {
      readonly kind: 'read';
      readonly written: boolean;
      /** A rehearsal was asked for: nothing is written whatever is found. */
      readonly dryRun: boolean;
      readonly assumptions: ImportAssumptions;
      readonly counts: ImportCounts;
      readonly faults: readonly Finding[];
      readonly notes: readonly Finding[];
      readonly unusedColumns: readonly string[];
    };
