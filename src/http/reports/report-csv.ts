/** Writes the attempts behind a figure as CSV, page by page: times on each store's clock, with the zone. */
import type { Language } from '#contract/core/common.ts';
import type { ReportAttempt } from '#flows/reports/report-attempts.ts';
import { attemptStatesOf } from '#words/contact/attempt-states.ts';
import { dateOn, timeOn } from '#words/core/format.ts';
import { shownName } from '#words/customers/erased-name.ts';
import { REPORT_CSV } from '#words/reports/report-csv.ts';
import { CSV_MARK, csvLine } from './csv-line.ts';

export async function* reportCsv(
  language: Language,
  pages: AsyncIterable<readonly ReportAttempt[]>,
): AsyncGenerator<string> {
  const { header, origins, outcomes, date } = REPORT_CSV[language];
  const states = attemptStatesOf(language);
  yield `${CSV_MARK}${csvLine(header)}`;
  for await (const rows of pages) {
    yield rows
      .map((row) => {
        const zone = row.storeZone ?? 'UTC';
        return csvLine([
          date(dateOn(row.eventAt, zone)),
          timeOn(row.eventAt, zone),
          zone,
          row.storeName ?? '',
          row.sellerName,
          shownName(language, row.customerName),
          origins[row.origin] ?? row.origin,
          states[row.state],
          row.outcome === null ? '' : outcomes[row.outcome],
          row.id,
        ]);
      })
      .join('');
  }
}
