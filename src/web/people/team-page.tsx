/** The list of people: found by typing, filtered by store and access, sorted, page by page. What was asked for is in the address. */
import { useState } from 'react';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';
import { type PagedFilter, usePagedFilter } from '#web/shell/table/use-paged-filter.ts';
import { Unread } from '#web/shell/unread.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { PeopleIcon, SearchIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List } from '#web/ui/layout/list.tsx';
import { useIsDesk } from '#web/ui/layout/use-is-desk.ts';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { AddPerson } from './add-person.tsx';
import styles from './people.module.css';
import { type PeopleFilter, usePeople, useStoreChoices } from './people-api.ts';
import { SHEET_PATH, TEAM_PATH } from './people-paths.ts';
import { PeopleTable } from './people-table.tsx';
import { usePeopleWords } from './people-words.ts';
import { PersonItem } from './person-item.tsx';

type PageFilter = PeopleFilter & { readonly page: string };
const EVERYBODY: PageFilter = { query: '', storeId: '', state: 'active', sort: 'name', order: 'asc', page: '1' };
const CHOICES = {
  state: ['active', 'away', 'inactive', 'all'],
  sort: ['name', 'store', 'role'],
  order: ['asc', 'desc'],
} as const;

export function TeamPage() {
  const t = usePeopleWords();
  const { session, person } = useShop();
  const isBrand = person.role === 'brand_manager';
  const list = usePagedFilter<PageFilter>(TEAM_PATH, EVERYBODY, CHOICES);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ScreenHead
        over={session.store?.name ?? session.brand?.name}
        title={t.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <LockedPinsCard storeNames={isBrand} />
      <div className={styles.buttons}>
        <Button onClick={() => setAdding(true)}>{t.add}</Button>
        <ButtonLink href={SHEET_PATH}>{t.sheet}</ButtonLink>
      </div>
      <Filters filter={list.filter} onChange={list.setFilter} isBrand={isBrand} />
      <People list={list} isBrand={isBrand} />
      {adding && <AddPerson storeId={list.filter.storeId} onClose={() => setAdding(false)} />}
    </>
  );
}

interface FiltersProps {
  readonly filter: PeopleFilter;
  readonly onChange: (part: Partial<PeopleFilter>) => void;
  readonly isBrand: boolean;
}

function Filters({ filter, onChange, isBrand }: FiltersProps) {
  const t = usePeopleWords();
  const isDesk = useIsDesk();
  const { data: stores = [] } = useStoreChoices(isBrand);
  return (
    <search className={styles.filters}>
      <Field
        label={t.search}
        hideLabel
        icon={<SearchIcon />}
        type="search"
        placeholder={t.search}
        autoComplete="off"
        maxLength={80}
        value={filter.query}
        onChange={(event) => onChange({ query: event.target.value })}
      />
      {isBrand && (
        <SelectField
          label={t.store}
          value={filter.storeId}
          groups={[
            {
              label: t.stores,
              options: [
                { value: '', label: t.allStores },
                ...stores.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
          ]}
          onChange={(storeId) => onChange({ storeId })}
        />
      )}
      <Choices
        legend={t.show}
        hideLegend
        inPairs
        value={filter.state}
        choices={CHOICES.state.map((value) => ({ value, label: t.states[value] }))}
        onChange={(state) => onChange({ state })}
      />
      {isBrand && !isDesk && (
        <Choices
          legend={t.order}
          hideLegend
          value={filter.sort}
          choices={CHOICES.sort.map((value) => ({ value, label: t.orders[value] }))}
          onChange={(sort) => onChange({ sort, order: 'asc' })}
        />
      )}
    </search>
  );
}

interface PeopleProps {
  readonly list: PagedFilter<PageFilter>;
  readonly isBrand: boolean;
}

function People({ list: { filter, setFilter, page, setPage }, isBrand }: PeopleProps) {
  const t = usePeopleWords();
  const isDesk = useIsDesk();
  const typed = useDebounced(filter.query.trim(), 250);
  const { data, error, again, more, readingMore } = usePeople({ ...filter, query: typed }, { least: page * PAGE_ROWS });
  if (data === undefined)
    return error ? <Unread error={error} onRetry={again} /> : <Skeleton label={t.loading} rows={5} />;
  const [first] = data.items;
  if (first === undefined)
    return (
      <EmptyState icon={<PeopleIcon size={26} />} title={typed === '' ? t.none : t.noneFor(typed)}>
        {typed === '' && filter.state === 'active' ? t.noneMore : t.noneForMore}
      </EmptyState>
    );
  return (
    <>
      <p className={styles.soft} role="status">
        {t.found(first.found)}
      </p>
      {isDesk ? (
        <PeopleTable
          {...{ filter, page, more, readingMore }}
          people={data.items}
          withStore={isBrand}
          onPage={setPage}
          onSort={(sort, order) => setFilter({ sort, order })}
        />
      ) : (
        <List label={t.title}>
          {data.items.map((person) => (
            <PersonItem key={person.id} person={person} withStore={isBrand} />
          ))}
        </List>
      )}
      {more && !isDesk && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}
