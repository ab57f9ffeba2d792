/**
 * Writes lines of CSV as spreadsheets open them by a double click: the separator of the reader's language, and `CSV_MARK`
 * before the first line. A cell that a spreadsheet would take for a formula gets an apostrophe, which the importer removes again.
 */
import { stringify } from 'csv-stringify/sync';

/** The mark that makes Excel read the file as UTF-8. */
export const CSV_MARK = '\ufeff';

export function csvLines(lines: readonly (readonly string[])[], separator: ';' | ',' = ';'): string {
  return stringify(lines as string[][], {
    delimiter: separator,
    record_delimiter: 'windows',
    escape_formulas: true,
    quote_record_delimiter: true,
  });
}
