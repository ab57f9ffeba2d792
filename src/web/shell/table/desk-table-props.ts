/** What a table of a wide screen shows. The table itself, with its library, is loaded lazily. */
import type { ReactNode } from 'react';

export interface DeskColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly isSortable: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** How many rows a page has, and how many rows are read at once. */
export const PAGE_ROWS = 50;

export interface DeskTableProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly columns: readonly DeskColumn<Row>[];
  /** The rows that have been read, in the order of the server. */
  readonly rows: readonly Row[];
  /** How many rows the search finds, also those that have not been read. */
  readonly total: number;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  readonly onSort: (column: string, order: 'asc' | 'desc') => void;
  /** The page that was asked for; the first is 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Reads the next rows; null where all have been read. */
  readonly more: (() => void) | null;
  readonly readingMore: boolean;
}
