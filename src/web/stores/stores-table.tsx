/** The stores as a table, for wide screens: a press on a column's name sorts by the column, a second press turns the order. */
import { Link } from '#web/ui/layout/address.tsx';
import { STORES_PATH } from './store-paths.ts';
import { StoreTags } from './store-tags.tsx';
import styles from './stores.module.css';
import type { StoreFilter, StoreLine } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

const COLUMNS = ['name', 'code', 'city', 'people'] as const;

export interface StoresTableProps {
  readonly stores: readonly StoreLine[];
  readonly filter: StoreFilter;
  readonly onSort: (sort: StoreFilter['sort'], order: StoreFilter['order']) => void;
}

export function StoresTable({ stores, filter, onSort }: StoresTableProps) {
  const t = useStoresWords();
  const { sort, order } = filter;
  return (
    <table className={styles.table} aria-label={t.stores}>
      <thead>
        <tr>
          {COLUMNS.map((column) => {
            const isSorted = sort === column;
            const isAscending = order === 'asc';
            return (
              <th
                key={column}
                scope="col"
                aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
              >
                <button
                  type="button"
                  aria-label={t.sortBy(t.columns[column])}
                  onClick={() => onSort(column, isSorted && isAscending ? 'desc' : 'asc')}
                >
                  {t.columns[column]}
                  <span aria-hidden="true">{isSorted ? (isAscending ? '↑' : '↓') : ''}</span>
                </button>
              </th>
            );
          })}
          <th scope="col">{t.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {stores.map((store) => (
          <tr key={store.id}>
            <td>
              <Link href={`${STORES_PATH}/${store.id}`} aria-label={t.open(store.name)}>
                {store.name}
              </Link>
            </td>
            <td>{store.code}</td>
            <td>
              {store.city}, {store.state}
            </td>
            <td>{store.people}</td>
            <td>
              <StoreTags store={store} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
