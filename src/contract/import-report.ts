/** What became of an import: counts, and every row or value that could not be taken as it stands, each with its reason. */

export const IMPORT_KINDS = ['stores', 'sellers', 'customers', 'purchases'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row was not imported. */
export const ROW_FAULTS = [
  'too_few_cells',
  'too_many_cells',
  'code_missing',
  'code_twice',
  'name_missing',
  'name_too_long',
  'text_too_long',
  'store_missing',
  'store_unknown',
  'seller_unknown',
  'customer_missing',
  'customer_unknown',
  'customer_unidentified',
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
  'amount_missing',
  'amount_unreadable',
  'amount_negative',
  'amount_too_large',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** What is worth knowing of a row that was imported: what was left out of it, read into it, or joined to another. */
export const ROW_NOTES = [
  'row_twice',
  'zone_derived',
  'hours_half_given',
  'phone_missing',
  'phone_unreadable',
  'phone_invalid',
  'phone_placeholder',
  'phone_landline',
  'phone_area_code_assumed',
  'phone_area_code_unknown',
  'phone_ninth_digit_added',
  'phone_of_another',
  'duplicate',
  'permission_unreadable',
  'permission_kept',
  'permission_day_unreadable',
  'birth_date_impossible',
  'birth_date_unreadable',
  'birth_date_out_of_range',
  'since_date_unreadable',
  'email_unreadable',
  'seller_of_other_store',
  'erased',
  'date_in_future',
] as const;
export type RowNote = (typeof ROW_NOTES)[number];

/** What keeps a whole file from being read. */
export const FILE_FAULTS = ['empty', 'columns_missing', 'column_twice', 'quote_not_closed', 'too_large'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

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

/** `written: false`: nothing of the file was. `faults` and `notes` in the order of the file. */
export type ImportReport =
  | { readonly kind: 'unreadable'; readonly fault: FileFinding }
  | {
      readonly kind: 'read';
      readonly written: boolean;
      readonly counts: ImportCounts;
      readonly faults: readonly Finding[];
      readonly notes: readonly Finding[];
      readonly unusedColumns: readonly string[];
    };
