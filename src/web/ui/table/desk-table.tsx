/** A table for wide screens, sorted by its column headers. The server sorts; the table says what was asked for. */
import styles from './desk-table.module.css';
import type { DeskTableProps } from './desk-table-props.ts';

export function DeskTable<Row extends { readonly id: string }>(props: DeskTableProps<Row>) {
  const { label, columns, rows, total, sort, order, sortBy, onSort } = props;
  return (
    <table className={styles.table} aria-label={label} aria-rowcount={total + 1}>
      <thead>
        <tr>
          {columns.map(({ id, title, isSortable }) => {
            if (!isSortable)
              return (
                <th key={id} scope="col">
                  {title}
                </th>
              );
            const direction = sort !== id ? 'none' : order === 'asc' ? 'ascending' : 'descending';
            return (
              <th key={id} scope="col" aria-sort={direction}>
                <button
                  type="button"
                  aria-label={sortBy(title)}
                  onClick={() => onSort(id, direction === 'ascending' ? 'desc' : 'asc')}
                >
                  {title}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ id, cell }) => (
              <td key={id}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
