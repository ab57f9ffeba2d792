/** The brand's stores: found by typing, in a table on a desk and in a list on a phone. */
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';
import { type PagedFilter, usePagedFilter } from '#web/shell/table/use-paged-filter.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { StoreIcon } from '#web/ui/icons/more-icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { useIsDesk } from '#web/ui/layout/use-is-desk.ts';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { NEW_STORE_PATH, STORES_PATH } from './store-paths.ts';
import { StoreTags } from './store-tags.tsx';
import styles from './stores.module.css';
import { type StoreFilter, useStores } from './stores-api.ts';
import { StoresTable } from './stores-table.tsx';
import { useStoresWords } from './stores-words.ts';

/** How long the search must not have changed before it is sent. */
const STILL_MS = 250;

type PageFilter = StoreFilter & { readonly page: string };
const OPEN_STORES: PageFilter = { query: '', show: 'open', sort: 'name', order: 'asc', page: '1' };
const CHOICES = {
  show: ['open', 'closed'],
  sort: ['name', 'code', 'city', 'people'],
  order: ['asc', 'desc'],
} as const;

export function StoresPage() {
  const t = useStoresWords();
  const { session } = useShop();
  const list = usePagedFilter<PageFilter>(STORES_PATH, OPEN_STORES, CHOICES);
  const { filter, setFilter } = list;
  return (
    <>
      <ScreenHead over={session.brand?.name} title={t.stores} beside={<PersonMenu session={session} place="head" />} />
      <div className={styles.row}>
        <ButtonLink href={NEW_STORE_PATH}>{t.newStore}</ButtonLink>
      </div>
      <search className={styles.filters}>
        <Field
          type="search"
          label={t.search}
          hideLabel
          icon={<SearchIcon />}
          placeholder={t.search}
          autoComplete="off"
          maxLength={80}
          value={filter.query}
          onChange={(event) => setFilter({ query: event.target.value })}
        />
        <Choices
          legend={t.show}
          hideLegend
          value={filter.show}
          onChange={(show) => setFilter({ show })}
          choices={CHOICES.show.map((value) => ({ value, label: t.shown[value] }))}
        />
      </search>
      <Found {...list} />
    </>
  );
}

function Found({ filter, setFilter, page, setPage }: PagedFilter<PageFilter>) {
  const t = useStoresWords();
  const isDesk = useIsDesk();
  const query = useDebounced(filter.query.trim(), STILL_MS);
  const { data, error, again, more, readingMore } = useStores({ ...filter, query }, page * PAGE_ROWS);
  if (data === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={5} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  const isSearch = query !== '' || filter.show === 'closed';
  if (data.items.length === 0)
    return (
      <EmptyState
        icon={<StoreIcon size={26} />}
        title={isSearch ? t.noneFound : t.none}
        action={!isSearch && <ButtonLink href={NEW_STORE_PATH}>{t.newStore}</ButtonLink>}
      >
        {isSearch ? t.noneFoundMore : t.noneMore}
      </EmptyState>
    );
  return (
    <>
      <p role="status" className={styles.count}>
        {t.found(data.items[0]?.found ?? 0)}
      </p>
      {isDesk ? (
        <StoresTable
          {...{ filter, page, more, readingMore }}
          stores={data.items}
          onPage={setPage}
          onSort={(sort, order) => setFilter({ sort, order })}
        />
      ) : (
        <List label={t.stores}>
          {data.items.map((store) => (
            <ListItem
              key={store.id}
              level={2}
              title={store.name}
              link={{ href: `${STORES_PATH}/${store.id}`, label: t.open(store.name) }}
              meta={
                <>
                  {store.code} · {store.city}, {store.state} · {t.people(store.people)} <StoreTags store={store} />
                </>
              }
            />
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
