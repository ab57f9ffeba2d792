/**
 * A table for wide screens, sorted by its column headers and shown page by page. The library keeps which column and which
 * page are shown; the server finds and sorts, because a brand's rows are not all in the browser.
 */
import {
  type Column,
  createPaginatedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './desk-table.module.css';
import { type DeskColumn, type DeskTableProps, PAGE_ROWS } from './desk-table-props.ts';
import { useTableWords } from './table-words.ts';

const FEATURES = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  paginatedRowModel: createPaginatedRowModel(),
});
type Features = typeof FEATURES;

export function DeskTable<Row extends { readonly id: string }>(props: DeskTableProps<Row>) {
  const { label, rows, total, sort, order, onSort, page, onPage, more, readingMore } = props;
  const t = useTableWords();
  const columns = useMemo(() => columnsOf(props.columns), [props.columns]);
  const shown = useRef<HTMLTableElement>(null);
  // A page that has not arrived leaves the page before it on the screen.
  const pageIndex = Math.min(page, Math.ceil(rows.length / PAGE_ROWS)) - 1;
  const table = useTable({
    features: FEATURES,
    columns,
    data: rows,
    rowCount: total,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    sortDescFirst: false,
    autoResetPageIndex: false,
    state: { sorting: [{ id: sort, desc: order === 'desc' }], pagination: { pageIndex, pageSize: PAGE_ROWS } },
    onSortingChange(change) {
      const [first] = typeof change === 'function' ? change([{ id: sort, desc: order === 'desc' }]) : change;
      if (first !== undefined) onSort(first.id, first.desc ? 'desc' : 'asc');
    },
    onPaginationChange(change) {
      const next = typeof change === 'function' ? change({ pageIndex, pageSize: PAGE_ROWS }) : change;
      if (rows.length <= next.pageIndex * PAGE_ROWS) more?.();
      onPage(next.pageIndex + 1);
      shown.current?.scrollIntoView({ block: 'start' });
    },
  });
  const from = pageIndex * PAGE_ROWS + 1;
  const lines = table.getRowModel().rows;
  return (
    <>
      <table className={styles.table} aria-label={label} aria-rowcount={total + 1} ref={shown}>
        <thead>
          {table.getHeaderGroups().map(({ id, headers }) => (
            <tr key={id} aria-rowindex={1}>
              {headers.map(({ column }) => (
                <HeaderCell key={column.id} column={column} title={String(column.columnDef.header)} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {lines.map((row, index) => (
            <tr key={row.id} aria-rowindex={from + index + 1}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.getPageCount() > 1 && (
        <nav className={styles.pages} aria-label={t.pages}>
          <p aria-live="polite">{t.range(from, from + lines.length - 1, total)}</p>
          <Button idle={!table.getCanPreviousPage()} onClick={() => table.previousPage()}>
            {t.previous}
          </Button>
          <Button idle={!table.getCanNextPage()} busy={readingMore} onClick={() => table.nextPage()}>
            {t.next}
          </Button>
        </nav>
      )}
    </>
  );
}

interface HeaderCellProps<Row extends { readonly id: string }> {
  readonly column: Column<Features, Row>;
  readonly title: string;
}

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell<Row extends { readonly id: string }>({ column, title }: HeaderCellProps<Row>) {
  const t = useTableWords();
  if (!column.getCanSort()) return <th scope="col">{title}</th>;
  const sorted = column.getIsSorted();
  return (
    <th scope="col" aria-sort={sorted === false ? 'none' : DIRECTIONS[sorted]}>
      <button type="button" aria-label={t.sortBy(title)} onClick={column.getToggleSortingHandler()}>
        {title}
      </button>
    </th>
  );
}

/** The library sorts only columns with a value; the value is not read, because the server sorts. */
function columnsOf<Row extends { readonly id: string }>(columns: readonly DeskColumn<Row>[]) {
  return columns.map(({ id, title, isSortable, cell }) => ({
    id,
    header: title,
    accessorFn: (row: Row) => row.id,
    enableSorting: isSortable,
    cell: ({ row }: { readonly row: { readonly original: Row } }) => cell(row.original),
  }));
}
