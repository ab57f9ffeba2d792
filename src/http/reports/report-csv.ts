/** Sends lists of reports as CSV, page by page: times on each store's clock, with the zone. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Language } from '#contract/core/common.ts';
import type { ReportAttempt } from '#flows/reports/report-attempts.ts';
import { attemptStatesOf } from '#words/contact/attempt-states.ts';
import { dateOn, timeOn } from '#words/core/format.ts';
import { shownName } from '#words/customers/erased-name.ts';
import { CSV_FORMS, REPORT_CSV } from '#words/reports/csv/report-csv.ts';
import { CSV_MARK, csvLines } from './csv-line.ts';

/** The name of the file without its ending, and the names of the columns. */
export interface CsvFile {
  readonly file: string;
  readonly header: readonly string[];
}

/** Sends a list as a file. Each page is read when the reader of the file has taken the one before. */
export function sendCsv<R>(
  reply: FastifyReply,
  language: Language,
  { file, header }: CsvFile,
  pages: AsyncIterable<readonly R[]>,
  lineOf: (row: R) => readonly string[],
): FastifyReply {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${file}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(csvOf(language, header, pages, lineOf)));
}

async function* csvOf<R>(
  language: Language,
  header: readonly string[],
  pages: AsyncIterable<readonly R[]>,
  lineOf: (row: R) => readonly string[],
): AsyncGenerator<string> {
  const { separator } = CSV_FORMS[language];
  yield `${CSV_MARK}${csvLines([header], separator)}`;
  for await (const rows of pages) yield csvLines(rows.map(lineOf), separator);
}

/** Returns the date, the time and the zone of a row on its store's clock, as spreadsheets in the language read them. */
export function momentCells(
  language: Language,
  { eventAt, storeZone }: { readonly eventAt: number; readonly storeZone: string | null },
): readonly string[] {
  const zone = storeZone ?? 'UTC';
  return [CSV_FORMS[language].date(dateOn(eventAt, zone)), timeOn(eventAt, zone), zone];
}

/** Returns the line of an attempt. */
export function attemptLine(language: Language): (row: ReportAttempt) => readonly string[] {
  const { origins, outcomes } = REPORT_CSV[language];
  const states = attemptStatesOf(language);
  return (row) => [
    ...momentCells(language, row),
    row.storeName ?? '',
    row.sellerName,
    shownName(language, row.customerName),
    origins[row.origin] ?? row.origin,
    states[row.state],
    row.outcome === null ? '' : outcomes[row.outcome],
    row.id,
  ];
}
