/** The people as a table, for wide screens. */
import { lazy, Suspense, useMemo } from 'react';
import type { DeskColumn, DeskTableProps } from '#web/shell/table/desk-table-props.ts';
import { Link } from '#web/ui/layout/address.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import type { PeopleFilter, PersonLine } from './people-api.ts';
import { personPath } from './people-paths.ts';
import { usePeopleWords } from './people-words.ts';
import { PersonTags } from './person-item.tsx';

const DeskTable = lazy(async () => ({
  default: (await import('#web/shell/table/desk-table.tsx')).DeskTable<PersonLine>,
}));

export interface PeopleTableProps extends Pick<DeskTableProps<PersonLine>, 'page' | 'onPage' | 'more' | 'readingMore'> {
  readonly people: readonly PersonLine[];
  readonly filter: PeopleFilter;
  readonly withStore: boolean;
  readonly onSort: (sort: PeopleFilter['sort'], order: PeopleFilter['order']) => void;
}

export function PeopleTable({ people, filter: { sort, order }, withStore, onSort, ...pages }: PeopleTableProps) {
  const t = usePeopleWords();
  const columns = useMemo(() => columnsOf(t, withStore), [t, withStore]);
  return (
    <Suspense fallback={<Skeleton label={t.loading} rows={5} />}>
      <DeskTable
        {...{ columns, sort, order, ...pages }}
        label={t.title}
        rows={people}
        total={people[0]?.found ?? 0}
        onSort={(column, next) => onSort(column as PeopleFilter['sort'], next)}
      />
    </Suspense>
  );
}

function columnsOf(t: ReturnType<typeof usePeopleWords>, withStore: boolean): readonly DeskColumn<PersonLine>[] {
  const store: DeskColumn<PersonLine> = {
    id: 'store',
    title: t.facts.store,
    isSortable: true,
    cell: (person) => person.store ?? '–',
  };
  return [
    {
      id: 'name',
      title: t.name,
      isSortable: true,
      cell: ({ id, name }) => (
        <Link href={personPath(id)} aria-label={t.open(name)}>
          {name}
        </Link>
      ),
    },
    ...(withStore ? [store] : []),
    { id: 'role', title: t.facts.role, isSortable: true, cell: ({ role }) => t.roles[role] },
    { id: 'code', title: t.facts.code, isSortable: false, cell: ({ code }) => code ?? '–' },
    {
      id: 'pin',
      title: t.facts.pin,
      isSortable: false,
      cell: ({ active, store: of, pin }) => (active ? (of === null ? t.withAccount : t.pins[pin]) : '–'),
    },
    { id: 'state', title: t.state, isSortable: false, cell: (person) => <PersonTags person={person} /> },
  ];
}
