/** What a table of a wide screen shows. The table itself is loaded lazily. */
import type { ReactNode } from 'react';

export interface DeskColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly isSortable: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface DeskTableProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly columns: readonly DeskColumn<Row>[];
  /** The rows that have been read, in the order of the server. */
  readonly rows: readonly Row[];
  /** How many rows the search finds, also those that have not been read. */
  readonly total: number;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  /** Names the button of a column, such as "Ordenar por Nome". */
  readonly sortBy: (title: string) => string;
  readonly onSort: (column: string, order: 'asc' | 'desc') => void;
}
