/** The stores as a table, for wide screens. */
import { lazy, Suspense, useMemo } from 'react';
import type { DeskColumn, DeskTableProps } from '#web/shell/table/desk-table-props.ts';
import { Link } from '#web/ui/layout/address.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { STORES_PATH } from './store-paths.ts';
import { StoreTags } from './store-tags.tsx';
import type { StoreFilter, StoreLine } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

const DeskTable = lazy(async () => ({
  default: (await import('#web/shell/table/desk-table.tsx')).DeskTable<StoreLine>,
}));

export interface StoresTableProps extends Pick<DeskTableProps<StoreLine>, 'page' | 'onPage' | 'more' | 'readingMore'> {
  readonly stores: readonly StoreLine[];
  readonly filter: StoreFilter;
  readonly onSort: (sort: StoreFilter['sort'], order: StoreFilter['order']) => void;
}

export function StoresTable({ stores, filter: { sort, order }, onSort, ...pages }: StoresTableProps) {
  const t = useStoresWords();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={5} />}>
      <DeskTable
        {...{ columns, sort, order, ...pages }}
        label={t.stores}
        rows={stores}
        total={stores[0]?.found ?? 0}
        onSort={(column, next) => onSort(column as StoreFilter['sort'], next)}
      />
    </Suspense>
  );
}

function columnsOf(t: ReturnType<typeof useStoresWords>): readonly DeskColumn<StoreLine>[] {
  const { name, code, city, people, state } = t.columns;
  return [
    {
      id: 'name',
      title: name,
      isSortable: true,
      cell: (store) => (
        <Link href={`${STORES_PATH}/${store.id}`} aria-label={t.open(store.name)}>
          {store.name}
        </Link>
      ),
    },
    { id: 'code', title: code, isSortable: true, cell: (store) => store.code },
    { id: 'city', title: city, isSortable: true, cell: (store) => `${store.city}, ${store.state}` },
    { id: 'people', title: people, isSortable: true, cell: (store) => store.people },
    { id: 'state', title: state, isSortable: false, cell: (store) => <StoreTags store={store} /> },
  ];
}
