/** Writes lines of CSV as Excel in Portuguese opens them by a double click: semicolons, and `CSV_MARK` before the first line. */

/** The mark that makes Excel read the file as UTF-8. */
export const CSV_MARK = '\ufeff';

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe, which the importer removes again. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
