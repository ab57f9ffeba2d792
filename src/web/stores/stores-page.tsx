/** The brand's stores: found by typing, in a table on a desk and in a list on a phone. */
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
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

const OPEN_STORES: StoreFilter = { query: '', show: 'open', sort: 'name', order: 'asc' };
const CHOICES = {
  show: ['open', 'closed'],
  sort: ['name', 'code', 'city', 'people'],
  order: ['asc', 'desc'],
} as const;

export function StoresPage() {
  const t = useStoresWords();
  const { session } = useShop();
  const [filter, set] = useAddressFilter<StoreFilter>(STORES_PATH, OPEN_STORES, CHOICES);
  const query = useDebounced(filter.query.trim(), STILL_MS);
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={t.stores}
        beside={
          <>
            <ButtonLink href={NEW_STORE_PATH}>{t.newStore}</ButtonLink>
            <PersonMenu session={session} place="head" />
          </>
        }
      />
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
          onChange={(event) => set({ query: event.target.value })}
        />
        <Choices
          legend={t.show}
          hideLegend
          value={filter.show}
          onChange={(show) => set({ show })}
          choices={CHOICES.show.map((value) => ({ value, label: t.shown[value] }))}
        />
      </search>
      <Found filter={{ ...filter, query }} onSort={(sort, order) => set({ sort, order })} />
    </>
  );
}

interface FoundProps {
  readonly filter: StoreFilter;
  readonly onSort: (sort: StoreFilter['sort'], order: StoreFilter['order']) => void;
}

function Found({ filter, onSort }: FoundProps) {
  const t = useStoresWords();
  const isDesk = useIsDesk();
  const { data, error, again, more, readingMore } = useStores(filter);
  if (data === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={5} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  const isSearch = filter.query !== '' || filter.show === 'closed';
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
        <StoresTable stores={data.items} filter={filter} onSort={onSort} />
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
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}
