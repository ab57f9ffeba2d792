/** Writes the refused rows of an import as CSV: the cells as they were, then the line and the reasons. */
import type { Language } from '#contract/core/common.ts';
import type { RefusedRow } from '#flows/import/upload/summary.ts';
import { CSV_MARK, csvLines } from '#http/reports/csv-line.ts';
import { reasonText } from '#words/import/import-report.ts';
import { REFUSED_CSV_HEADER } from '#words/import/refused-csv-header.ts';

/**
 * Yields the file. The importer reads this file again: a corrected row can be imported as it stands, because the columns of
 * line and reason are not used.
 */
export async function* refusedCsv(
  language: Language,
  names: readonly string[],
  parts: AsyncIterable<readonly RefusedRow[]>,
): AsyncGenerator<string> {
  const width = names.length;
  yield `${CSV_MARK}${csvLines([[...names, ...REFUSED_CSV_HEADER[language]]])}`;
  for await (const rows of parts) {
    yield rows
      .map(({ line, cells, faults }) => {
        const own = Array.from({ length: width }, (_, index) => cells[index] ?? '');
        const reasons = faults.map((fault) => [fault.column, reasonText(fault, language)].filter(Boolean).join(': '));
        return csvLines([[...own, String(line), reasons.join('; ')]]);
      })
      .join('');
  }
}
